import { gap, longOnes, sharedWidth, span } from "./boxes.ts";
import type { Component } from "./components.ts";
import type { Box } from "./picture.ts";
import { typicalHeight } from "./text_lines.ts";

/**
 * Strokes that somebody drew under writing, between lines of it, as above a sum, or
 * beside it, as on cheques, where nothing is to be added.
 */

/** A bar is longer than thick by this factor. */
const MIN_ASPECT = 5;

/**
 * Height of its box, in its thickness, and what else adds to that, in its length:
 * sagging, and of what goes on where a line of writing ends that line's slope.
 */
const LEVEL_HEIGHT = 1.6;
const SAGGING = 0.1;
const SLOPE = 0.25;

/** Digits that touch each other may be as long as a bar that slopes, but are as high as others. */
const LOW = 0.75;

/** Part of the longest piece's length from which others are writing as well. */
const WRITING_LENGTH = 0.3;

/** A rule is so long, in heights of a character and in the writing's width. */
const RULE_LENGTH = 1.5;
const RULE_SHARE = 0.6;

/** Characters above a rule reach below it, and those below above it, by this part of their height. */
const MOST_ACROSS = 0.2;

/**
 * A bar under a single character may be its own, as the foot of a 1 or of a broken
 * 2: an underline is longer than the character is wide and nearly as it is high,
 * and neither near to it nor far.
 */
const LONGER_THAN_WIDE = 1.3;
const LONGER_THAN_HIGH = 0.9;
const LEAST_BELOW = 0.12;
const MOST_BELOW = 1;

/** One of two that lie under each other need be less long; they share so much of their length. */
const OF_TWO_LONGER_THAN_HIGH = 0.6;
const STACKED = 0.7;

/**
 * A stroke that fills a line is so long, in heights of a character, at most this part
 * of it lies above or below one, and it is not as high or low as this part of the
 * writing's height: there are the sides of frames.
 */
const FILLER_LENGTH = 1;
const FILLER_ACROSS = 0.15;
const FILLER_MARGIN = 0.15;

/**
 * For each piece whether it is a rule, underlines a character, or fills a line.
 *
 * @param isCandidate For each piece whether it may be writing.
 */
export function findRules(
  list: readonly Component[],
  isCandidate: readonly boolean[],
): boolean[] {
  const all = list.filter((_, i) => isCandidate[i]).map(({ box }) => box);
  const low = LOW * typicalHeight(all);
  const isBar = list.map((piece, i) =>
    isCandidate[i]! &&
    (isLevel(piece, SAGGING) ||
      piece.box.height <= low && isLevel(piece, SLOPE))
  );
  if (!isBar.includes(true)) return isBar;
  const boxes = list.filter((_, i) => isCandidate[i] && !isBar[i])
    .map(({ box }) => box);
  if (boxes.length === 0) return list.map(() => false);
  const signs = longOnes(boxes, WRITING_LENGTH);
  const writing = span(signs);
  const height = typicalHeight(signs);
  const bars = list.filter((_, i) => isBar[i]).map(({ box }) => box);
  return list.map((piece, i) => {
    if (!isBar[i]) return false;
    const { box } = piece;
    if (isFiller(box, writing, height)) return true;
    const isOfTwo = bars.some((other) =>
      other !== box && areStacked(box, other, height)
    );
    return isLevel(piece, SAGGING) &&
      (isRule(box, signs, { writing, height }) ||
        isUnderOne(box, writing, { height, isOfTwo }));
  });
}

/** Whether two bars lie under each other, nearer than a character is high. */
function areStacked(bar: Box, other: Box, height: number): boolean {
  return sharedWidth(bar, other) >=
      STACKED * Math.max(bar.width, other.width) &&
    gap(bar, other) < height;
}

/** Whether a piece is a stroke from left to right. */
function isLevel(
  { box: { width, height }, mass }: Component,
  slope: number,
): boolean {
  const thickness = mass / width;
  return width >= MIN_ASPECT * thickness &&
    height <= LEVEL_HEIGHT * thickness + slope * width;
}

/** Whether a bar is as long as lines are, and all writing lies above or below it. */
function isRule(
  bar: Box,
  signs: readonly Box[],
  { writing, height }: { readonly writing: Box; readonly height: number },
): boolean {
  if (bar.width < RULE_LENGTH * height) return false;
  if (bar.width < RULE_SHARE * writing.width) return false;
  const [top, bottom] = [bar.y, bar.y + bar.height];
  return signs.every((sign) => {
    const across = MOST_ACROSS * sign.height;
    return sign.y + sign.height <= top + across || sign.y >= bottom - across;
  });
}

/** Whether a bar under a single character is no part of it. */
function isUnderOne(
  bar: Box,
  character: Box,
  { height, isOfTwo }: { readonly height: number; readonly isOfTwo: boolean },
): boolean {
  const { x, y, width, height: all } = character;
  const least = isOfTwo ? OF_TWO_LONGER_THAN_HIGH : LONGER_THAN_HIGH;
  const below = (bar.y - y - all) / height;
  const middle = x + width / 2;
  return below >= LEAST_BELOW && below <= MOST_BELOW &&
    bar.x < middle && middle < bar.x + bar.width &&
    bar.width >= LONGER_THAN_WIDE * width &&
    bar.width >= least * all;
}

/** Whether a bar goes on where all writing ends, or before it begins. */
function isFiller(bar: Box, writing: Box, height: number): boolean {
  if (bar.width < FILLER_LENGTH * height) return false;
  if (sharedWidth(bar, writing) > FILLER_ACROSS * bar.width) return false;
  const margin = FILLER_MARGIN * writing.height;
  return bar.y + bar.height > writing.y + margin &&
    bar.y < writing.y + writing.height - margin;
}
