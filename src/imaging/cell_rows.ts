import { sharedWidth } from "./boxes.ts";
import { type Rails, uprightsOf } from "./cell_uprights.ts";
import type { Cell } from "./find_cells.ts";
import type { Ink } from "./ink.ts";
import { median } from "./median.ts";
import { downColumn, findRun, STROKE_ON_LINE } from "./run_across.ts";
import { placeOn, type Straight, straightThrough } from "./straight.ts";

/** Boxes of one row are as high and stand as high, up to this part of their height, and slope so far. */
const UNEVEN = 0.2;
const MAX_SLOPE = 0.2;

/** Paper of boxes on either side of one line is that near, in their height, and lies below each other by that. */
const SHARED_SIDE = 0.15;
const SHARED_WIDTH = 0.7;

/** A box for one digit is so wide at most, in its height. */
const FOR_A_DIGIT = 1.3;

/** How much steeper or flatter a row may be than the boxes that were found tell, and the steps that are tried. */
const TURN = 0.03;
const TURN_STEP = 0.002;

/** Columns from one look at a line across to the next. */
const STRIDE = 3;

/** Boxes that stand in a row. */
export interface Row extends Rails {
  /** Sides down; those of boxes that strokes cut in two as well. */
  readonly uprights: readonly Straight[];
}

/** The rows in which something is written; none on squared paper. */
export function rowsOf(ink: Ink, cells: readonly Cell[]): Row[] {
  if (cells.some((cell) => cells.some((other) => isBelow(other, cell)))) {
    return [];
  }
  const rows: Cell[][] = [];
  for (const cell of cells) {
    const row = rows.find((row) => row.some((other) => isBeside(cell, other)));
    if (row) row.push(cell);
    else rows.push([cell]);
  }
  return rows.filter(isForm).map((row) => rowOf(ink, row));
}

/** Whether a box shares a side with one above it. */
function isBelow({ box, thickness }: Cell, { box: above }: Cell): boolean {
  const gap = box.y - above.y - above.height;
  return gap >= 0 && gap <= thickness + SHARED_SIDE * box.height &&
    sharedWidth(box, above) >= SHARED_WIDTH * box.width;
}

/**
 * Whether boxes are a form's that holds something: several, or one for a digit. Others are
 * told as frames, whole.
 */
function isForm(row: readonly Cell[]): boolean {
  if (!row.some(({ isWritten }) => isWritten)) return false;
  return row.length > 1 ||
    row.some(({ box }) => box.width <= FOR_A_DIGIT * box.height);
}

function isBeside({ box: a }: Cell, { box: b }: Cell): boolean {
  const most = UNEVEN * Math.max(a.height, b.height);
  return Math.abs(a.height - b.height) <= most &&
    Math.abs(a.y - b.y) <= most + MAX_SLOPE * Math.abs(a.x - b.x);
}

function rowOf(ink: Ink, cells: readonly Cell[]): Row {
  const middles = cells.map(({ box }) => box.x + box.width / 2);
  const thickness = median(cells.map(({ thickness }) => thickness))!;
  const thin = STROKE_ON_LINE * thickness + 1;
  const rail = (lines: readonly Straight[]) =>
    turned(ink, through(middles, lines), middles, thin);
  const row = {
    top: rail(cells.map(({ top }) => top)),
    bottom: rail(cells.map(({ bottom }) => bottom)),
    lean: median(
      cells.flatMap(({ left, right }) => [left.slope, right.slope]),
    )!,
    thickness,
  };
  return { ...row, uprights: uprightsOf(ink, cells, row) };
}

/** The line along sides of boxes: from one to the other, of a single one its own. */
function through(
  middles: readonly number[],
  lines: readonly Straight[],
): Straight {
  if (lines.length === 1) return lines[0]!;
  const heights = lines.map(({ at, slope }, i) => at + slope * middles[i]!);
  return straightThrough(middles, heights);
}

/** The line turned a little, so that it meets most thin ink all across the picture. */
function turned(
  ink: Ink,
  { at, slope }: Straight,
  middles: readonly number[],
  thin: number,
): Straight {
  const middle = median(middles)!;
  let [best, most] = [{ at, slope }, -1];
  for (let turn = -TURN; turn <= TURN; turn += TURN_STEP) {
    const line = { at: at - turn * middle, slope: slope + turn };
    let met = 0;
    for (let x = 0; x < ink.width; x += STRIDE) {
      const run = findRun(ink.data, downColumn(ink, x), placeOn(line, x), 1);
      if (run && run.length <= thin) met++;
    }
    if (met > most) [best, most] = [line, met];
  }
  return best;
}
