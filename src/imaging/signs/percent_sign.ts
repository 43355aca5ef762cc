import { areaOf, reachesEdge } from "../boxes.ts";
import { findPaper } from "../components.ts";
import type { Point } from "../corners.ts";
import type { Ink } from "../ink.ts";
import { BODY } from "../pale_pieces.ts";
import type { Box } from "../picture.ts";
import { isInk, isInked } from "./segments.ts";

/** Width of a sign in its heights. */
const NARROWEST = 0.45;
const WIDEST = 1.5;

/** Part of the height, from its ends, where its stroke begins and ends. */
const END = 0.2;

/** Paper that a ring encloses, in parts of the sign, and its height and width in the sign's. */
const LEAST_HOLE = 0.004;
const MOST_HOLE = 0.5;

/** How far below the one ring the other one is, in the sign's height. */
const LEAST_APART = 0.3;

/** Strokes in a row in which a ring stands apart from the stroke. */
const APART = 3;

/** Where its ends stand alone, in parts of the height from them. */
const ALONE = 0.1;

/** So many times as wide as most of the stroke are its ends at most; so much of it has no ring beside it. */
const WIDEST_END = 1.7;
const THIN = 0.3;

/** Whether ink is a %: a stroke that leans to the right, a ring above it and one below. */
export function isPercentSign(ink: Ink): boolean {
  const { width, height } = ink;
  if (width < NARROWEST * height || width > WIDEST * height) return false;
  const stroke = strokeOf(ink);
  if (!stroke || !endsAlone(ink, stroke)) return false;
  const holes = findPaper(ink, BODY).list.map(({ box }) => box)
    .filter((box) =>
      !reachesEdge(box, ink, 0) && areaOf(box) >= LEAST_HOLE * width * height
    );
  const [above, below] = holes;
  return holes.length === 2 && holes.every((hole) => isSmall(hole, ink)) &&
    holes.some((hole) => isRingApart(ink, hole)) &&
    middleOf(below!).y - middleOf(above!).y >= LEAST_APART * height &&
    middleOf(above!).x < placeOf(stroke, middleOf(above!).y) &&
    middleOf(below!).x > placeOf(stroke, middleOf(below!).y);
}

/** Whether beside a hole there are three strokes: both sides of a ring, and one apart from it. */
function isRingApart(ink: Ink, { y, height }: Box): boolean {
  for (let row = y; row < y + height; row++) {
    let runs = 0;
    for (let x = 0; x < ink.width; x++) {
      if (isInk(ink, x, row) && !isInk(ink, x - 1, row)) runs++;
    }
    if (runs >= APART) return true;
  }
  return false;
}

/** The line between the ends of a stroke. */
interface Stroke {
  readonly top: Point;
  readonly foot: Point;
}

/** The stroke from the lower left to the upper right; null where there is none. */
function strokeOf(ink: Ink): Stroke | null {
  const { width, height } = ink;
  let top = { x: 0, y: height };
  let foot = { x: width, y: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isInk(ink, x, y)) continue;
      if (x - y > top.x - top.y) top = { x, y };
      if (x - y < foot.x - foot.y) foot = { x, y };
    }
  }
  if (top.y > END * height || foot.y < (1 - END) * height) return null;
  const isStraight = isInked(ink, { from: top, to: foot });
  return isStraight ? { top, foot } : null;
}

function placeOf({ top, foot }: Stroke, y: number): number {
  return top.x + (foot.x - top.x) * (y - top.y) / Math.max(1, foot.y - top.y);
}

/** Whether no ring hangs on the ends, as on those of an 8. */
function endsAlone(ink: Ink, stroke: Stroke): boolean {
  const { top, foot } = stroke;
  const rows = Array.from({ length: foot.y - top.y + 1 }, (_, i) => top.y + i);
  const widthAt = (row: number) =>
    runAt(ink, Math.round(placeOf(stroke, row)), row);
  const widths = rows.map(widthAt).sort((a, b) => a - b);
  const most = WIDEST_END * widths[Math.floor(THIN * widths.length)]!;
  const by = Math.ceil(ALONE * ink.height);
  return widthAt(top.y + by) <= most && widthAt(foot.y - by) <= most &&
    isOpen(ink, stroke, top.y + by, -1) && isOpen(ink, stroke, foot.y - by, 1);
}

/**
 * Whether the paper next to a stroke is open to where the stroke ends.
 *
 * @param to The direction of the paper: -1 to the left, and up; 1 to the right, and down.
 */
function isOpen(ink: Ink, stroke: Stroke, row: number, to: -1 | 1): boolean {
  let x = Math.round(placeOf(stroke, row));
  while (isInk(ink, x, row)) x += to;
  for (let y = row; y >= 0 && y < ink.height; y += to) {
    if (isInk(ink, x, y)) return false;
  }
  return true;
}

/** Pixels of ink side by side at some place of a row. */
function runAt(ink: Ink, x: number, row: number): number {
  let [from, to] = [x, x];
  while (isInk(ink, from - 1, row)) from--;
  while (isInk(ink, to + 1, row)) to++;
  return to - from + 1;
}

function isSmall({ width, height }: Box, sign: Ink): boolean {
  return width <= MOST_HOLE * sign.width && height <= MOST_HOLE * sign.height;
}

function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
