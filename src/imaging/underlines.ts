import type { Box } from "./picture.ts";

/**
 * Strokes that a pen draws under some digits, as under the cents of an amount, which stand
 * higher and smaller than the rest: longer lines are taken out before pieces are looked at.
 */

/** Width of an underline at least, in its heights and in those of the writing. */
const LEAST_ASPECT = 3;
const LEAST_WIDTH = 0.3;

/** It stands under so many pieces at least: under one it may be the foot of a 1 or a 2. */
const LEAST_PIECES = 2;

/** Height of those at least, in heights of the writing. */
const LEAST_HEIGHT = 0.25;

/** How far above it they end at most, in heights of the writing. */
const FARTHEST = 0.4;

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
  const digits = boxes.filter((box, i) =>
    !isFlat[i] && box.height >= LEAST_HEIGHT * height
  );
  return new Set(
    boxes.keys().filter((i) =>
      isFlat[i]! &&
      digits.filter((digit) => isUnder(boxes[i]!, digit, FARTHEST * height))
          .length >= LEAST_PIECES
    ),
  );
}

/** Whether a stroke stands under the middle of a piece, near it. */
function isUnder(stroke: Box, piece: Box, farthest: number): boolean {
  const middle = piece.x + piece.width / 2;
  const down = stroke.y + stroke.height / 2 - piece.y - piece.height;
  return middle >= stroke.x && middle <= stroke.x + stroke.width &&
    down >= 0 && down <= farthest;
}
