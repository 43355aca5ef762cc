import type { Point } from "../corners.ts";
import type { Ink } from "../ink.ts";
import { BODY } from "../pale_pieces.ts";

/** Straight strokes, and whether ink is made of them. */

/** Pixels, and thicknesses, up to which ink is of a stroke. */
const NEAR = 0.25;
const NEAR_SHARE = 0.6;

/** Part of the ink that all strokes are made of, and part of each that is inked. */
const MADE_OF = 0.96;
const COVERED = 0.92;

/** A stroke from one point to another, in pixels. */
export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

/** Whether straight strokes of some thickness are all that there is, and each is there. */
export function isMadeOf(
  ink: Ink,
  segments: readonly Segment[],
  thickness: number,
): boolean {
  if (!segments.every((segment) => isInked(ink, segment))) return false;
  const reach = NEAR + NEAR_SHARE * thickness;
  let [all, near] = [0, 0];
  for (let y = 0, i = 0; y < ink.height; y++) {
    for (let x = 0; x < ink.width; x++, i++) {
      if (ink.data[i]! < BODY) continue;
      all++;
      if (segments.some((segment) => distance(segment, x, y) <= reach)) near++;
    }
  }
  return near >= MADE_OF * all;
}

/** Whether ink lies all along a stroke. */
export function isInked(ink: Ink, { from, to }: Segment): boolean {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y));
  let inked = 0;
  for (let step = 0; step <= steps; step++) {
    const share = step / Math.max(1, steps);
    const x = Math.round(from.x + share * (to.x - from.x));
    const y = Math.round(from.y + share * (to.y - from.y));
    if (isInk(ink, x, y)) inked++;
  }
  return inked >= COVERED * (steps + 1);
}

export function isInk(
  { width, height, data }: Ink,
  x: number,
  y: number,
): boolean {
  return x >= 0 && y >= 0 && x < width && y < height &&
    data[y * width + x]! >= BODY;
}

function distance({ from, to }: Segment, x: number, y: number): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(1, dx * dx + dy * dy);
  const along = ((x - from.x) * dx + (y - from.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy);
}
