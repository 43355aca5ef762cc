/**
 * The centre lines of ink, by which a digit can be written again with another
 * pen: thinned (Zhang and Suen, A fast parallel algorithm for thinning digital
 * patterns, CACM 27(3), 1984), its pixels joined and smoothed.
 */

import type { Ink } from "../../../src/imaging/ink.ts";
import { resample } from "../../../src/imaging/resample.ts";

/** A stretch of a centre line, in parts of the longer side of the ink. */
export interface Segment {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Pixels of the longer side at which ink is thinned. */
const THINNING_SIDE = 72;
/** Paper around it, which thinning needs. */
const MARGIN = 2;
/** Ink from which a pixel counts. */
const BODY = 0.5;
/** Ink whose pieces and loops are others at these levels has no sure centre line. */
const BODY_RANGE = [0.36, 0.62] as const;
/** Rounds of smoothing: enough to hide the pixels of the thinned line. */
const SMOOTHING_ROUNDS = 6;
/** Side branches shorter than this many pixels are artefacts of thinning. */
const SHORTEST_BRANCH = 6;

/** @returns null when it cannot be told which gaps and loops the pen meant. */
export function centreLines(ink: Ink): Segment[] | null {
  const longer = Math.max(ink.width, ink.height);
  const scale = THINNING_SIDE / longer;
  const inner = {
    width: Math.max(1, Math.round(ink.width * scale)),
    height: Math.max(1, Math.round(ink.height * scale)),
  };
  const width = inner.width + 2 * MARGIN;
  const height = inner.height + 2 * MARGIN;
  const enlarged = resample(
    ink.data,
    ink.width,
    ink.height,
    inner.width,
    inner.height,
  );
  const shapes = [BODY, ...BODY_RANGE].map((level) =>
    cutOff(enlarged, inner.width, inner.height, level)
  );
  const [body] = shapes as [Uint8Array];
  const [number, ...others] = shapes.map((shape) => eulerNumber(shape, width));
  if (others.some((other) => other !== number)) return null;
  thin(body, width, height);
  prune(body, width);
  return toSegments(body, width);
}

/** The pixels of at least `level`, with paper around them. */
function cutOff(
  plane: Float32Array,
  innerWidth: number,
  innerHeight: number,
  level: number,
): Uint8Array {
  const width = innerWidth + 2 * MARGIN;
  const body = new Uint8Array(width * (innerHeight + 2 * MARGIN));
  for (let y = 0; y < innerHeight; y++) {
    for (let x = 0; x < innerWidth; x++) {
      if (plane[y * innerWidth + x]! < level) continue;
      body[(y + MARGIN) * width + x + MARGIN] = 1;
    }
  }
  return body;
}

/**
 * Pieces less loops, pieces touching by sides or corners, counted in windows of
 * 2 x 2 (Gray, Local properties of binary images, IEEE ToC 20(5), 1971).
 */
function eulerNumber(body: Uint8Array, width: number): number {
  let quarters = 0;
  for (let i = 0; i + width + 1 < body.length; i++) {
    const a = body[i]!;
    const b = body[i + 1]!;
    const c = body[i + width]!;
    const d = body[i + width + 1]!;
    const count = a + b + c + d;
    if (count === 1) quarters++;
    else if (count === 3) quarters--;
    else if (count === 2 && a === d) quarters -= 2;
  }
  return quarters / 4;
}

/** The eight neighbours, clockwise from above. */
function neighbourhood(width: number): readonly number[] {
  return [
    -width,
    1 - width,
    1,
    width + 1,
    width,
    width - 1,
    -1,
    -width - 1,
  ];
}

function thin(body: Uint8Array, width: number, height: number): void {
  const around = neighbourhood(width);
  const removed: number[] = [];
  for (let changed = true; changed;) {
    changed = false;
    for (const pass of [0, 1]) {
      removed.length = 0;
      for (let i = width; i < width * (height - 1); i++) {
        if (body[i] && isOuter(body, i, around, pass)) removed.push(i);
      }
      for (const i of removed) body[i] = 0;
      changed ||= removed.length > 0;
    }
  }
}

/** Zhang and Suen's conditions (a) to (d). */
function isOuter(
  body: Uint8Array,
  i: number,
  around: readonly number[],
  pass: number,
): boolean {
  let count = 0;
  let changes = 0;
  for (let k = 0; k < 8; k++) {
    const here = body[i + around[k]!]!;
    count += here;
    if (!here && body[i + around[(k + 1) % 8]!]) changes++;
  }
  if (count < 2 || count > 6 || changes !== 1) return false;
  const [n, e, s, w] = [0, 2, 4, 6].map((k) => body[i + around[k]!]!);
  return pass === 0
    ? !(n! && e! && s!) && !(e! && s! && w!)
    : !(n! && e! && w!) && !(n! && s! && w!);
}

/** Removes side branches that end within a few pixels of the line they leave. */
function prune(body: Uint8Array, width: number): void {
  const around = neighbourhood(width);
  const neighbours = (i: number) =>
    around.map((step) => i + step).filter((j) => body[j]);
  for (let i = 0; i < body.length; i++) {
    if (!body[i] || neighbours(i).length !== 1) continue;
    const branch = [i];
    let next = neighbours(i)[0];
    while (
      next !== undefined && branch.length < SHORTEST_BRANCH &&
      neighbours(next).length === 2
    ) {
      branch.push(next);
      next = neighbours(next).find((j) => !branch.includes(j));
    }
    const joins = next !== undefined && neighbours(next).length > 2;
    if (joins && branch.length < SHORTEST_BRANCH) {
      for (const pixel of branch) body[pixel] = 0;
    }
  }
}

function toSegments(body: Uint8Array, width: number): Segment[] {
  const pixels = body.keys().filter((i) => body[i] === 1).toArray();
  const index = new Map(pixels.map((pixel, i) => [pixel, i]));
  const around = neighbourhood(width);
  const links = pixels.map((pixel) => linksOf(pixel, index, around));
  let points = pixels.map((pixel) => ({
    x: pixel % width - MARGIN + 0.5,
    y: Math.floor(pixel / width) - MARGIN + 0.5,
  }));
  for (let round = 0; round < SMOOTHING_ROUNDS; round++) {
    points = points.map((point, i) => smooth(point, links[i]!, points));
  }
  return points.flatMap((from, i) =>
    dotOrLinks(i, links[i]!).map((j) => ({
      x0: from.x / THINNING_SIDE,
      y0: from.y / THINNING_SIDE,
      x1: points[j]!.x / THINNING_SIDE,
      y1: points[j]!.y / THINNING_SIDE,
    }))
  );
}

/** A pixel alone is a dot; of two linked ones only the first draws the line. */
function dotOrLinks(i: number, links: readonly number[]): readonly number[] {
  return links.length === 0 ? [i] : links.filter((j) => j > i);
}

/** Neighbours by sides, and by corners where no side leads there. */
function linksOf(
  pixel: number,
  index: ReadonlyMap<number, number>,
  around: readonly number[],
): number[] {
  const links: number[] = [];
  for (let k = 0; k < 8; k++) {
    const other = index.get(pixel + around[k]!);
    if (other === undefined) continue;
    const isCorner = k % 2 === 1;
    const detour = index.has(pixel + around[(k + 7) % 8]!) ||
      index.has(pixel + around[(k + 1) % 8]!);
    if (!isCorner || !detour) links.push(other);
  }
  return links;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Moves a point between its two neighbours; ends and junctions stay. */
function smooth(
  point: Point,
  links: readonly number[],
  points: readonly Point[],
): Point {
  if (links.length !== 2) return point;
  const [a, b] = links.map((j) => points[j]!);
  return {
    x: (point.x + a!.x + b!.x) / 3,
    y: (point.y + a!.y + b!.y) / 3,
  };
}
