import type { Picture } from "../../src/imaging/picture.ts";

/** A point, in parts of the size of a drawing. */
type Point = readonly [x: number, y: number];

/** A two: a hook, a slope and a foot, so that no symmetry hides a mistake. */
const TWO: readonly Point[] = [
  [0.2, 0.3],
  [0.3, 0.15],
  [0.5, 0.1],
  [0.7, 0.17],
  [0.75, 0.32],
  [0.65, 0.5],
  [0.25, 0.9],
  [0.5, 0.87],
  [0.8, 0.9],
];

const THICKNESS = 0.11;

/** How much ink lies on each pixel. */
export interface Coverage {
  readonly width: number;
  readonly height: number;
  /** height x width, row-major, 0..1. */
  readonly data: Float32Array;
}

/** Where on its canvas a two is drawn, in pixels; `size` is its height. */
export interface Place {
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Of the stroke, in parts of `size`. */
  readonly thickness?: number;
}

/** Draws an antialiased two. */
export function drawTwo(place: Place): Coverage {
  const { width, height, x, y, size, thickness = THICKNESS } = place;
  const radius = thickness * size / 2;
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) {
    const point: Point = [
      (i % width + 0.5 - x) / size,
      (Math.floor(i / width) + 0.5 - y) / size,
    ];
    const distance = size * distanceToStroke(point, TWO);
    data[i] = Math.min(1, Math.max(0, radius - distance + 0.5));
  }
  return { width, height, data };
}

/** Red, green, blue and alpha, 0..255. */
export type Color = readonly [number, number, number, number];

export const BLACK: Color = [0, 0, 0, 255];
export const WHITE: Color = [255, 255, 255, 255];

/** Paints a drawing: `ink` where it covers, `paper` where it does not. */
export function paint(
  { width, height, data }: Coverage,
  ink: Color = BLACK,
  paper: Color = WHITE,
): Picture {
  const rgba = new Uint8Array(4 * data.length);
  data.forEach((covered, i) => {
    for (let c = 0; c < 4; c++) {
      const value = covered * ink[c]! + (1 - covered) * paper[c]!;
      rgba[4 * i + c] = Math.round(value);
    }
  });
  return { width, height, rgba, scale: 1 };
}

/** Changes every colour value of a picture; alpha stays. */
export function recolor(
  picture: Picture,
  change: (value: number, pixel: number) => number,
): Picture {
  const rgba = picture.rgba.map((value, i) =>
    i % 4 === 3
      ? value
      : Math.min(255, Math.max(0, Math.round(change(value, i >> 2))))
  );
  return { ...picture, rgba };
}

/** Numbers in 0..1, the same for the same seed (Lehmer, 1951; MINSTD). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = state * 48271 % 2147483647) / 2147483647;
}

function distanceToStroke([x, y]: Point, stroke: readonly Point[]): number {
  let nearest = Infinity;
  for (let i = 1; i < stroke.length; i++) {
    const [ax, ay] = stroke[i - 1]!;
    const [dx, dy] = [stroke[i]![0] - ax, stroke[i]![1] - ay];
    const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
    const t = Math.min(1, Math.max(0, along));
    nearest = Math.min(nearest, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return nearest;
}
