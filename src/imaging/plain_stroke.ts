import type { Ink } from "./ink.ts";
import { median } from "./median.ts";

/** Ink of a stroke. */
const BODY = 1 / 2;

/** Rows at either end, in parts of all, that may be soft or end in a drop. */
const END_SHARE = 0.08;

/** A run of ink this many times as long as most is more than one stroke. */
const WIDEST_RUN = 1.9;

/** Part of the rows that may be so, hold several runs, or none. */
const MOST_ODD = 0.1;

/** Fewer tell nothing. */
const LEAST_ROWS = 5;

/** A single stroke from top to bottom, as a 1, a slash or a bracket, in its heights. */
export interface PlainStroke {
  /** By how much its top lies to the right of its foot. */
  readonly slant: number;
  /** By how much its middle lies to the left of both ends; below 0 to the right. */
  readonly bend: number;
}

/** null where there is more than that: a serif, a foot, a bar, a loop. */
export function plainStroke({ width, height, data }: Ink): PlainStroke | null {
  const margin = Math.round(END_SHARE * height);
  const rows = height - 2 * margin;
  const runs: Run[] = [];
  for (let y = margin; y < margin + rows; y++) {
    const run = onlyRun(data.subarray(y * width, (y + 1) * width));
    if (run) runs.push({ ...run, y: (y + 0.5) / height - 0.5 });
  }
  const lengths = runs.map(({ length }) => length);
  const widest = WIDEST_RUN * (median(lengths) ?? 0);
  const plain = lengths.filter((length) => length <= widest).length;
  if (rows < LEAST_ROWS || plain < (1 - MOST_ODD) * rows) return null;
  const { slope, curvature } = fitParabola(
    runs.map(({ middle, y }) => ({ x: middle / height, y })),
  );
  return { slant: -slope, bend: curvature / 4 };
}

/** The ink of one row, in pixels. */
export interface RowRun {
  readonly middle: number;
  readonly length: number;
}

/** The same, and where that is, in heights from the middle. */
interface Run extends RowRun {
  readonly y: number;
}

/** null where there is none, or more than one. */
export function onlyRun(row: Float32Array): RowRun | null {
  const from = row.findIndex((value) => value >= BODY);
  const to = row.findLastIndex((value) => value >= BODY);
  if (from < 0) return null;
  for (let x = from; x <= to; x++) if (row[x]! < BODY) return null;
  return { middle: (from + to) / 2, length: to - from + 1 };
}

/** x = a + slope y + curvature y^2 by least squares, the normal equations by Cramer's rule. */
function fitParabola(points: readonly { x: number; y: number }[]) {
  const sum = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((total, point) => total + of(point), 0);
  const [n, y1, y2, y3, y4] = [0, 1, 2, 3, 4].map((power) =>
    sum(({ y }) => y ** power)
  ) as [number, number, number, number, number];
  const [x0, x1, x2] = [0, 1, 2].map((power) =>
    sum(({ x, y }) => x * y ** power)
  ) as [number, number, number];
  const all = determinant([n, y1, y2], [y1, y2, y3], [y2, y3, y4]);
  return {
    slope: determinant([n, x0, y2], [y1, x1, y3], [y2, x2, y4]) / all,
    curvature: determinant([n, y1, x0], [y1, y2, x1], [y2, y3, x2]) / all,
  };
}

type Triple = readonly [number, number, number];

function determinant(
  [a, b, c]: Triple,
  [d, e, f]: Triple,
  [g, h, i]: Triple,
): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}
