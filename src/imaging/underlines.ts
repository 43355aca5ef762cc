import { longerSide, span } from "./boxes.ts";
import type { Component } from "./components.ts";
import type { Box } from "./picture.ts";
import { typicalHeight } from "./text_lines.ts";

/** Strokes that somebody drew under writing. */

/** An underline is longer than thick by this factor. */
const MIN_ASPECT = 5;

/** Height of its box, in its thickness, and what sagging adds, in its length. */
const LEVEL_HEIGHT = 1.6;
const SAGGING = 0.1;

/** Part of the longest piece's length from which others are writing as well. */
const WRITING_LENGTH = 0.3;

/** Part of the writing's width that is underlined at least, and of an underline that lies below it. */
const UNDERLINED = 0.6;

/** What is wider than that, in heights of a character, is several. */
const SEVERAL_WIDTH = 1.6;

/** Of several characters some reach below the line, in their heights. */
const MOST_ABOVE = 0.2;

/**
 * A bar under a single character may be its own, as the foot of a 1 or of a broken
 * 2: an underline is longer than the character is wide and nearly as it is high,
 * and neither near to it nor far.
 */
const LONGER_THAN_WIDE = 1.3;
const LONGER_THAN_HIGH = 0.9;
const LEAST_BELOW = 0.12;
const MOST_BELOW = 1;

/**
 * For each piece whether it underlines the writing above it.
 *
 * @param isCandidate For each piece whether it may be writing.
 */
export function findUnderlines(
  list: readonly Component[],
  isCandidate: readonly boolean[],
): boolean[] {
  const isBar = list.map((piece, i) => isCandidate[i]! && isLevel(piece));
  if (!isBar.includes(true)) return isBar;
  const boxes = list.filter((_, i) => isCandidate[i] && !isBar[i])
    .map(({ box }) => box);
  if (boxes.length === 0) return list.map(() => false);
  const longest = boxes.reduce(
    (most, box) => Math.max(most, longerSide(box)),
    0,
  );
  const signs = boxes.filter((box) =>
    longerSide(box) >= WRITING_LENGTH * longest
  );
  const writing = span(signs);
  const height = typicalHeight(signs);
  return list.map(({ box }, i) =>
    isBar[i]! && isUnder(box, writing) && isApart(box, writing, height)
  );
}

/** Whether a piece is a stroke from left to right. */
function isLevel({ box: { width, height }, mass }: Component): boolean {
  const thickness = mass / width;
  return width >= MIN_ASPECT * thickness &&
    height <= LEVEL_HEIGHT * thickness + SAGGING * width;
}

/** Whether most of a bar lies below most of the writing. */
function isUnder(bar: Box, { x, width }: Box): boolean {
  const shared = Math.min(bar.x + bar.width, x + width) - Math.max(bar.x, x);
  return shared >= UNDERLINED * Math.min(width, bar.width) &&
    bar.width >= UNDERLINED * width;
}

/** Whether a bar is low enough, and long enough, to be no part of a character. */
function isApart(
  bar: Box,
  { y, width, height: all }: Box,
  height: number,
): boolean {
  const below = (bar.y - y - all) / height;
  if (width >= SEVERAL_WIDTH * height) return below >= -MOST_ABOVE;
  return below >= LEAST_BELOW && below <= MOST_BELOW &&
    bar.width >= LONGER_THAN_WIDE * width &&
    bar.width >= LONGER_THAN_HIGH * all;
}
