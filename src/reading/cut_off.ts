import type { Ink } from "../imaging/ink.ts";
import { STROKE } from "./glyph.ts";
import { leaveOut, type LeftOut } from "./left_out.ts";
import { isDigit, type LineReading, type Part } from "./line.ts";

/**
 * What the edge of the picture cuts off: lines, as a signature that reaches in from below or
 * print above, of which bows look like a 1, a 2 or a 7; and beside digits the edge of their
 * sheet, which looks like a 1.
 */

/** Part of a line's characters that the edge cuts off. */
const MOST = 0.5;

/** So many of them are cut off at least where all may be digits: two may just end there. */
const LEAST_DIGITS = 3;

/** Pixels up to which a character comes to the edge. */
const NEAR = 1;

/**
 * How high the edge of a sheet is at least, in heights of the highest digit beside it, and
 * where it reaches the edge of the picture and stands beside a single digit: in longer numbers
 * a 1 that something printed runs into is as high, and met more often.
 */
const FAR_HIGHER = 1.75;
const EDGE_HEIGHT = 1.4;

/** Leaves lines that are cut off out beside a number. */
export function withoutCutOff(
  all: readonly LineReading[],
  { height }: Ink,
): LeftOut {
  return leaveOut(all, (line) => isCutOff(line, height));
}

function isCutOff({ parts }: LineReading, height: number): boolean {
  const characters = parts.filter(({ glyph }) => glyph !== null);
  const cut = characters.filter((part) => reachesOver(part, height));
  const least = characters.every(isDigit) ? LEAST_DIGITS : 1;
  return cut.length >= least && cut.length >= MOST * characters.length;
}

/** For each part of a line whether it is the edge of a sheet beside digits. */
export function findSheetEdges(parts: readonly Part[], ink: Ink): boolean[] {
  const digits = parts.filter(isDigit);
  return parts.map((part) => {
    if (part.glyph?.judgement.digit !== STROKE) return false;
    const others = digits.filter((digit) => digit !== part);
    const highest = Math.max(...others.map(({ height }) => height));
    const least = others.length === 1 && reachesOver(part, ink.height)
      ? EDGE_HEIGHT
      : FAR_HIGHER;
    return others.length > 0 && part.height >= least * highest;
  });
}

function reachesOver({ box }: Part, height: number): boolean {
  return box.y <= NEAR || box.y + box.height >= height - NEAR;
}
