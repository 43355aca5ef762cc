import { sharedWidth } from "./boxes.ts";
import type { Box } from "./picture.ts";

/**
 * Strokes that a pen draws under some digits, as under the cents of an amount, which stand
 * higher and smaller than the rest: longer lines are taken out before pieces are looked at.
 */

/** Width of an underline at least, in its heights and in those of the writing. */
const LEAST_ASPECT = 3;
const LEAST_WIDTH = 0.3;

/** It stands under so many digits at least: under one it may be the foot of a 1 or a 2. */
const LEAST_DIGITS = 2;

/** A piece from this width on, in its heights, is digits that touch: no single one is so wide. */
const SEVERAL = 0.95;

/** Height of a digit at least, in heights of the writing. */
const LEAST_HEIGHT = 0.25;

/** How far above the foot of an underline digits end at most, in heights of the writing. */
const FARTHEST = 0.44;

/** How far below an underline another one is at most, in the same, and the part of the shorter that it shares. */
const NEXT = 0.3;
const SHARED = 0.5;

/**
 * Finds the pieces that are strokes under others.
 *
 * @param height Of the writing.
 */
export function findUnderlines(
  boxes: readonly Box[],
  height: number,
): Set<number> {
  const isFlat = boxes.map((box) =>
    box.width >= LEAST_ASPECT * box.height && box.width >= LEAST_WIDTH * height
  );
  const digits = boxes.filter((_, i) => !isFlat[i]);
  const strokes = boxes.keys().filter((i) => isFlat[i]!).toArray()
    .sort((a, b) => boxes[a]!.y - boxes[b]!.y);
  const found: number[] = [];
  for (const i of strokes) {
    const stroke = boxes[i]!;
    const isSecond = found.some((first) =>
      isNext(boxes[first]!, stroke, NEXT * height)
    );
    if (isUnderDigits(stroke, digits, height) || isSecond) found.push(i);
  }
  return new Set(found);
}

/**
 * Whether a stroke stands under several digits.
 *
 * @param pieces Any number of them may be digits.
 * @param height Of the writing.
 */
export function isUnderDigits(
  stroke: Box,
  pieces: readonly Box[],
  height: number,
): boolean {
  const above = pieces.filter((piece) =>
    piece.height >= LEAST_HEIGHT * height &&
    isUnder(stroke, piece, FARTHEST * height)
  );
  return countDigits(above) >= LEAST_DIGITS;
}

function countDigits(pieces: readonly Box[]): number {
  return pieces.reduce(
    (sum, { width, height }) => sum + (width >= SEVERAL * height ? 2 : 1),
    0,
  );
}

/** Whether a stroke, level or sloping, stands under the middle of a piece, near it. */
function isUnder(stroke: Box, piece: Box, farthest: number): boolean {
  const middle = piece.x + piece.width / 2;
  const down = stroke.y + stroke.height - piece.y - piece.height;
  return middle >= stroke.x && middle <= stroke.x + stroke.width &&
    down >= 0 && down <= farthest;
}

/** Whether a stroke runs along another one, below it. */
function isNext(first: Box, stroke: Box, farthest: number): boolean {
  const down = stroke.y - first.y - first.height;
  return down >= 0 && down <= farthest &&
    sharedWidth(first, stroke) >=
      SHARED * Math.min(first.width, stroke.width);
}
