import type { Components } from "./components.ts";
import {
  type Corners,
  cornersOf,
  type Drawn,
  isRectangular,
  type Point,
} from "./corners.ts";
import type { Ink } from "./ink.ts";
import { median } from "./median.ts";
import type { Box } from "./picture.ts";
import { findRun, type Run, STROKE_ON_LINE } from "./run_across.ts";

/**
 * Frames that writing touches, as where somebody writes over the sides of a field: one
 * piece with it, from which the sides are taken.
 */

/** Parts of the picture's sides that a frame is wide and high at least. */
const LEAST_WIDTH = 0.25;
const LEAST_HEIGHT = 0.12;

/** A frame is wider than high: a high one may be an 8. */
const LEAST_ASPECT = 1.2;

/** Part of its box that its ink covers at most. */
const MOST_FILLED = 0.5;

/** Pixels, and parts of its length, by which a side leaves the line from corner to corner. */
const BENT = 2;
const BENT_SHARE = 0.02;

/** Part of a side with ink. */
const COVERED = 0.9;

/** A side is so thin, in the frame's height. */
const THICKEST = 0.12;

/** Ink beside the sides, for that of the sides, of a frame that something touches. */
const TOUCHED = 0.08;

/**
 * Ink without the frames that writing touches; the same object where there are none.
 *
 * @param pieces Of the ink.
 */
export function openFrames(ink: Ink, { list, labels }: Components): Ink {
  let data: Float32Array | null = null;
  list.forEach(({ box, mass }, i) => {
    if (!mayBeFrame(ink, box, mass)) return;
    const piece = { labels: labels(), width: ink.width, label: i + 1, box };
    const sides = sidesOf(ink, box, cornersOf(piece));
    if (!sides || mass < (1 + TOUCHED) * massOf(sides, ink, piece)) return;
    data ??= ink.data.slice();
    for (const at of pixelsOf(sides)) data[at] = 0;
  });
  return data ? { ...ink, data } : ink;
}

function mayBeFrame(ink: Ink, { width, height }: Box, mass: number): boolean {
  return width >= LEAST_WIDTH * ink.width &&
    height >= LEAST_HEIGHT * ink.height &&
    width >= LEAST_ASPECT * height && mass <= MOST_FILLED * width * height;
}

/** A run across a side; its values lie `stride` apart. */
interface SideRun extends Run {
  readonly stride: number;
}

function* pixelsOf(runs: readonly SideRun[]): Generator<number> {
  for (const { from, to, stride } of runs) {
    for (let at = from; at <= to; at += stride) yield at;
  }
}

/** The ink of a piece that lies in some runs. */
function massOf(
  runs: readonly SideRun[],
  { data }: Ink,
  { labels, label }: Drawn,
): number {
  const own = new Set(pixelsOf(runs));
  return own.values().reduce(
    (sum, at) => labels[at] === label ? sum + data[at]! : sum,
    0,
  );
}

/**
 * The runs across a frame's sides, without those that hold a stroke as well; null where
 * a piece has no four straight, thin sides.
 */
function sidesOf(
  ink: Ink,
  box: Box,
  corners: Corners,
): SideRun[] | null {
  if (!isRectangular(corners)) return null;
  const [a, b, c, d] = corners.points;
  const sides = [
    sideRuns(ink, box, a, b, false),
    sideRuns(ink, box, d, c, false),
    sideRuns(ink, box, a, d, true),
    sideRuns(ink, box, b, c, true),
  ];
  const lengths = sides.flat().map((run) => run?.length ?? Infinity);
  const thickness = median(lengths) ?? Infinity;
  const most = STROKE_ON_LINE * thickness + 1;
  if (thickness > THICKEST * box.height) return null;
  const isSide = sides.every((side) =>
    side.filter((run) => run !== null).length >= COVERED * side.length
  );
  if (!isSide) return null;
  return sides.flat().filter((run): run is SideRun =>
    run !== null && run.length <= most
  );
}

/** Of each step along a side its run of ink; null where there is none. */
function sideRuns(
  { width, height, data }: Ink,
  { x, y }: Box,
  from: Point,
  to: Point,
  isDown: boolean,
): (SideRun | null)[] {
  const [first, last] = isDown
    ? [y + from.y, y + to.y]
    : [x + from.x, x + to.x];
  const [start, end] = isDown ? [x + from.x, x + to.x] : [y + from.y, y + to.y];
  const length = last - first;
  const reach = Math.ceil(BENT + BENT_SHARE * length);
  const stride = isDown ? 1 : width;
  return Array.from({ length: Math.max(0, length) }, (_, i) => {
    const centre = Math.round(start + (end - start) * (i + 0.5) / length - 0.5);
    const across = {
      start: (first + i) * (isDown ? width : 1),
      stride,
      positions: isDown ? width : height,
    };
    const run = findRun(data, across, centre, reach);
    return run && { ...run, stride };
  });
}
