import { type Sides, sidesOf } from "./cell_sides.ts";
import { type Components, findComponents, findPaper } from "./components.ts";
import { spread } from "./haze.ts";
import { type Ink, inkedBox } from "./ink.ts";
import { median } from "./median.ts";
import type { Box } from "./picture.ts";
import { newFloats } from "./planes.ts";
import { alongRow, downColumn, findRun } from "./run_across.ts";
import { placeOn, type Straight } from "./straight.ts";

/** Ink that closes a box. */
const CLOSING = 0.2;

/** Pixels by which ink reaches over gaps of worn sides, at either end. */
const REACH = 1;

/** Part of the picture's shorter side, and pixels, that a box is high at least. */
const LEAST_HEIGHT = 0.05;
const LEAST_PIXELS = 12;

/** Part of the picture's height up to which they are: sides of higher ones are traced as lines. */
const MOST_HEIGHT = 0.45;

/** How far from its top and bottom a box is how wide, of its height and width: an oval is 0.71. */
const CORNER = 0.15;
const WIDE_AT_CORNERS = 0.75;

/** A box is so wide and no wider, in its height. */
const NARROWEST = 0.35;
const WIDEST = 12;

/** Part of what lies between the sides of a box that is paper: strokes leave that much. */
const LEAST_PAPER = 0.6;

/** A side is so thin, in the box's height. */
const THICKEST = 0.14;

/** What is written in a box has this part of its height, away from its sides by this part of its width. */
const LEAST_WITHIN = 0.25;
const MIDDLE = 0.15;

/** How far the sides of a box may be from right angles, and from parallel, as slopes. */
const MAX_SKEW = 0.12;
const PARALLEL = 0.07;

/** Pixels from a side to the middle of it where it is a hairline, since paper ends before it. */
const BEYOND = REACH + 1;

/** A box of a form: where its sides lie, in pixels of the picture. */
export interface Cell {
  readonly box: Box;
  readonly top: Straight;
  readonly bottom: Straight;
  readonly left: Straight;
  readonly right: Straight;
  /** Of its sides, pixels. */
  readonly thickness: number;
  readonly isWritten: boolean;
}

/**
 * Boxes by the paper within them, where straight sides close it on all sides. Most pictures
 * have none, which is told sooner without closing gaps.
 */
export function findCells(ink: Ink): Cell[] {
  if (candidates(ink, findPaper(ink, CLOSING)).length === 0) return [];
  return candidates(ink, paperOf(ink)).flatMap(({ box, isPaper }) =>
    cellAt(ink, box, isPaper) ?? []
  );
}

interface Candidate {
  readonly box: Box;
  readonly isPaper: IsPaper;
}

/** Pieces of paper that are closed in, and as wide above and below as in their middle. */
function candidates(ink: Ink, { list, labels }: Components): Candidate[] {
  const lowest = Math.max(
    LEAST_PIXELS,
    LEAST_HEIGHT * Math.min(ink.width, ink.height),
  );
  const inked = inkedBox(ink);
  return list.flatMap(({ box }, i): Candidate[] => {
    const { x, y, width, height } = box;
    const isOpen = x <= inked.x || y <= inked.y ||
      x + width >= inked.x + inked.width ||
      y + height >= inked.y + inked.height;
    if (isOpen || height < lowest || height > MOST_HEIGHT * ink.height) {
      return [];
    }
    if (width < NARROWEST * height || width > WIDEST * height) return [];
    const isPaper = (column: number, row: number) =>
      labels()[(y + row) * ink.width + x + column] === i + 1;
    return hasCorners(isPaper, box) ? [{ box, isPaper }] : [];
  });
}

/** Whether paper is wide near its top and its bottom, as an oval is not. */
function hasCorners(isPaper: IsPaper, { width, height }: Box): boolean {
  return [CORNER, 1 - CORNER].every((share) => {
    const row = Math.floor(share * height);
    let [left, right] = [0, width - 1];
    while (left < width && !isPaper(left, row)) left++;
    while (right > left && !isPaper(right, row)) right--;
    return right + 1 - left >= WIDE_AT_CORNERS * width;
  });
}

/** Pieces of paper that no ink is near to. */
function paperOf(ink: Ink): Components {
  const { width, height } = ink;
  const near = spread(ink, CLOSING, REACH);
  const data = newFloats(near.length);
  for (let i = 0; i < data.length; i++) data[i] = 1 - near[i]!;
  return findComponents({ width, height, data }, 1);
}

type IsPaper = (x: number, y: number) => boolean;

/** The box around a piece of paper; null where it is none. */
function cellAt(ink: Ink, box: Box, isPaper: IsPaper): Cell | null {
  const sides = sidesOf(isPaper, box);
  if (!sides || !isSquare(sides)) return null;
  const { x, y } = box;
  const level = ({ at, slope }: Straight, beyond: number) => ({
    at: y + at + beyond - slope * x,
    slope,
  });
  const upright = ({ at, slope }: Straight, beyond: number) => ({
    at: x + at + beyond - slope * y,
    slope,
  });
  const lines = {
    top: level(sides.top, -BEYOND),
    bottom: level(sides.bottom, BEYOND),
    left: upright(sides.left, -BEYOND),
    right: upright(sides.right, BEYOND),
  };
  const thickness = thicknessOf(ink, box, lines);
  if (thickness === null || thickness > THICKEST * box.height) return null;
  const written = writtenHeight(isPaper, box, lines);
  if (written === null) return null;
  const isWritten = written >= LEAST_WITHIN * box.height;
  return { box, ...lines, thickness, isWritten };
}

/** Whether the sides stand upright on each other, in a view that may be tilted. */
function isSquare({ top, bottom, left, right }: Sides): boolean {
  return Math.abs(left.slope - right.slope) <= PARALLEL &&
    Math.abs(top.slope - bottom.slope) <= PARALLEL &&
    [left, right].every((upright) =>
      [top, bottom].every((level) =>
        Math.abs(upright.slope + level.slope) <= MAX_SKEW
      )
    );
}

type Lines = Pick<Cell, "top" | "bottom" | "left" | "right">;

/** Pixels across the thinnest side, by the median of each; null where a side has no ink. */
function thicknessOf(
  ink: Ink,
  { x, y, width, height }: Box,
  { top, bottom, left, right }: Lines,
): number | null {
  const level = (line: Straight) =>
    median(
      steps(x, width).flatMap((column) => {
        const across = downColumn(ink, column);
        return findRun(ink.data, across, placeOn(line, column), BEYOND)
          ?.length ?? [];
      }),
    );
  const upright = (line: Straight) =>
    median(
      steps(y, height).flatMap((row) => {
        const across = alongRow(ink, row);
        return findRun(ink.data, across, placeOn(line, row), BEYOND)?.length ??
          [];
      }),
    );
  const all = [level(top), level(bottom), upright(left), upright(right)];
  return all.some((thickness) => thickness === null)
    ? null
    : Math.min(...all.map(Number));
}

function steps(from: number, length: number): number[] {
  return Array.from({ length }, (_, i) => from + i);
}

/** Rows with writing between the sides, from the first to the last; null where too little is paper. */
function writtenHeight(
  isPaper: IsPaper,
  { x, y, width, height }: Box,
  { top, bottom, left, right }: Lines,
): number | null {
  let [first, last, inside, paper] = [height, -1, 0, 0];
  const clear = 2 * BEYOND;
  for (let row = 0; row < height; row++) {
    const from = Math.max(0, placeOn(left, y + row) + clear - x);
    const to = Math.min(width - 1, placeOn(right, y + row) - clear - x);
    const margin = MIDDLE * (to - from);
    for (let column = from; column <= to; column++) {
      if (y + row < placeOn(top, x + column) + clear) continue;
      if (y + row > placeOn(bottom, x + column) - clear) continue;
      inside++;
      if (isPaper(column, row)) paper++;
      else if (column >= from + margin && column <= to - margin) {
        [first, last] = [Math.min(first, row), row];
      }
    }
  }
  return paper < LEAST_PAPER * inside ? null : last - first + 1;
}
