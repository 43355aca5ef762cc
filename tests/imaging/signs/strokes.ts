import type { Ink } from "../../../src/imaging/ink.ts";

/** Signs drawn by straight strokes. */

const SIDE = 60;

/** In hundredths of the picture's side. */
export type Stroke = readonly [x0: number, y0: number, x1: number, y1: number];

/** Strokes that lean to the right; the box has some paper around them. */
export function drawn(strokes: readonly Stroke[], lean = 0, pen = 2.5): Ink {
  const height = SIDE;
  const width = Math.round(SIDE * (1 + Math.abs(lean)));
  const shift = lean > 0 ? lean * SIDE : 0;
  const data = Float32Array.from({ length: width * height }, (_, i) => {
    const y = Math.floor(i / width);
    const x = i % width - shift + lean * y;
    const away = Math.min(...strokes.map((stroke) => distance(stroke, x, y)));
    return Math.min(1, Math.max(0, pen + 0.5 - away));
  });
  return { width, height, data };
}

/** A ring as many short strokes. */
export function ring(x: number, y: number, across: number, high: number) {
  const at = (step: number) => {
    const angle = step * Math.PI / 12;
    return [x + across * Math.cos(angle), y + high * Math.sin(angle)] as const;
  };
  return Array.from(
    { length: 24 },
    (_, step): Stroke => [...at(step), ...at(step + 1)],
  );
}

function distance(stroke: Stroke, x: number, y: number): number {
  const [x0, y0, x1, y1] = stroke.map((value) => value * SIDE / 100) as [
    number,
    number,
    number,
    number,
  ];
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
}

/** The stroke of a %, from the upper right to the lower left. */
export const SLASH: Stroke = [78, 6, 24, 94];

export const PERCENT: readonly Stroke[] = [
  SLASH,
  ...ring(24, 24, 14, 16),
  ...ring(78, 76, 14, 16),
];
