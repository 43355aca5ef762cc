import type { Stroke } from "./shape.ts";

/** A point of a drawn line, in heights of a digit. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Distance between the points of a smoothed line: shorter than any pen shows. */
const STEP = 0.03;

/**
 * The line through the points of a stroke: Catmull-Rom splines (Catmull and Rom,
 * A class of local interpolating splines, 1974) between its corners.
 */
export function smooth(stroke: Stroke): Point[] {
  const line: Point[] = [{ x: stroke[0]!.x, y: stroke[0]!.y }];
  for (let start = 0; start < stroke.length - 1;) {
    let end = start + 1;
    while (end < stroke.length - 1 && !stroke[end]!.isCorner) end++;
    appendRun(line, stroke.slice(start, end + 1));
    start = end;
  }
  return line;
}

function appendRun(line: Point[], run: readonly Point[]): void {
  for (let i = 0; i < run.length - 1; i++) {
    const from = run[i]!;
    const to = run[i + 1]!;
    // Beyond its ends a run goes on as it came, which makes two points a straight line.
    const before = run[i - 1] ?? mirrored(to, from);
    const after = run[i + 2] ?? mirrored(from, to);
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const steps = Math.max(1, Math.ceil(length / STEP));
    for (let k = 1; k <= steps; k++) {
      const t = k / steps;
      line.push({
        x: spline(before.x, from.x, to.x, after.x, t),
        y: spline(before.y, from.y, to.y, after.y, t),
      });
    }
  }
}

function mirrored(point: Point, centre: Point): Point {
  return { x: 2 * centre.x - point.x, y: 2 * centre.y - point.y };
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a +
        t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
