import type { Ink } from "../ink.ts";
import { median } from "../median.ts";
import { isInk, isMadeOf } from "./segments.ts";

/** Width of a sign in its heights. */
const NARROWEST = 0.55;
const WIDEST = 1.8;

/** Part of each side that holds the end of one stroke, and nothing else. */
const END = 0.22;

/** How far from the middle, in parts of the side, strokes end at most. */
const OFF_CENTRE = 0.22;

/** Thickness of a stroke at most, in parts of the longer side. */
const THICKEST = 0.3;

/** Whether a piece is a +: two straight strokes across each other, one upright, one level. */
export function isPlusSign(ink: Ink): boolean {
  const { width, height } = ink;
  if (width < NARROWEST * height || width > WIDEST * height) return false;
  const upright = strokeBetween(height, width, (y, x) => isInk(ink, x, y));
  const level = upright &&
    strokeBetween(width, height, (x, y) => isInk(ink, x, y));
  if (!level) return false;
  const segments = [
    {
      from: { x: upright.from, y: 0 },
      to: { x: upright.to, y: height - 1 },
    },
    { from: { x: 0, y: level.from }, to: { x: width - 1, y: level.to } },
  ];
  const thickness = Math.max(upright.thickness, level.thickness);
  return thickness <= THICKEST * Math.max(width, height) &&
    isMadeOf(ink, segments, thickness);
}

/** A stroke from one side of a piece to the other. */
interface Stroke {
  /** Where it begins and ends, across its direction. */
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** null where the two sides do not hold one stroke's end each, near the middle. */
function strokeBetween(
  length: number,
  breadth: number,
  isInk: (along: number, across: number) => boolean,
): Stroke | null {
  const count = Math.max(1, Math.round(END * length));
  const runs = Array.from({ length: 2 * count }, (_, i) => {
    const along = i < count ? i : length - 1 - (i - count);
    return onlyRun(breadth, (across) => isInk(along, across));
  }).filter((run) => run !== null);
  if (runs.length < 2 * count) return null;
  const middleOf = (some: readonly Run[]) =>
    median(some.map(({ from, to }) => (from + to) / 2))!;
  const start = middleOf(runs.slice(0, count));
  const end = middleOf(runs.slice(count));
  const isCentral = [start, end].every((at) =>
    Math.abs((at + 0.5) / breadth - 0.5) <= OFF_CENTRE
  );
  if (!isCentral) return null;
  // The ends were measured in the middle of their parts of the sides.
  const beyond = (end - start) / Math.max(1, length - count) * (count - 1) / 2;
  return {
    from: start - beyond,
    to: end + beyond,
    thickness: median(runs.map(({ from, to }) => to - from + 1))!,
  };
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** null where there is no ink, or more than one run of it. */
function onlyRun(
  length: number,
  isInk: (at: number) => boolean,
): Run | null {
  let [from, to] = [-1, -1];
  for (let at = 0; at < length; at++) {
    if (!isInk(at)) continue;
    if (from >= 0 && to < at - 1) return null;
    [from, to] = [from < 0 ? at : from, at];
  }
  return from < 0 ? null : { from, to };
}
