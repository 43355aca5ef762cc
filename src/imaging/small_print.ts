import { sharedHeight, span } from "./boxes.ts";
import type { Box } from "./picture.ts";

/**
 * Rows of print above and below large writing: what a form or a cheque says about the
 * number on it, and dotted lines under that.
 */

/** Height of such print, in heights of the writing, at most. */
const SMALL = 0.4;

/** Pieces of a row at least: fewer may be the remains of one stroke. */
const LEAST_PIECES = 5;

/** Width of a row at least, in heights of the writing: wider than the bar of a 5 or a 7. */
const LEAST_WIDTH = 1.2;

/** Widest gap between neighbours, in heights of the writing. */
const WIDEST_GAP = 0.5;

/** Part of the smaller one's height by which neighbours overlap. */
const OVERLAP = 0.3;

/**
 * Finds the pieces of print that stands above or below all writing near it.
 *
 * @param height Of the writing.
 */
export function findSmallPrint(
  boxes: readonly Box[],
  height: number,
): Set<number> {
  const isSmall = (i: number) => boxes[i]!.height <= SMALL * height;
  const places = boxes.keys().toArray();
  const large = places.filter((i) => !isSmall(i)).map((i) => boxes[i]!);
  const small = places.filter(isSmall).sort((a, b) =>
    boxes[a]!.x - boxes[b]!.x
  );
  return new Set(
    rowsOf(small, boxes, height).filter((row) => {
      const box = span(row.map((i) => boxes[i]!));
      return row.length >= LEAST_PIECES && box.width >= LEAST_WIDTH * height &&
        box.height <= SMALL * height && !large.some((other) =>
          isBeside(box, other)
        );
    }).flat(),
  );
}

/** @param small Pieces from left to right. */
function rowsOf(
  small: readonly number[],
  boxes: readonly Box[],
  height: number,
): number[][] {
  const rows: number[][] = [];
  for (const i of small) {
    const row = rows.find((row) =>
      isNext(boxes[row.at(-1)!]!, boxes[i]!, WIDEST_GAP * height)
    );
    if (row) row.push(i);
    else rows.push([i]);
  }
  return rows;
}

function isNext(left: Box, right: Box, widest: number): boolean {
  return right.x - left.x - left.width <= widest &&
    sharedHeight(left, right) >=
      OVERLAP * Math.min(left.height, right.height);
}

/** Whether the middle of a row stands as high as writing, near enough to be of its line. */
function isBeside(row: Box, writing: Box): boolean {
  const middle = row.y + row.height / 2;
  const isLevel = middle >= writing.y && middle <= writing.y + writing.height;
  const gap = Math.max(
    row.x - writing.x - writing.width,
    writing.x - row.x - row.width,
  );
  return isLevel && gap <= writing.height;
}
