import type { Ink } from "../imaging/ink.ts";
import { isPlainNumber } from "./evidence.ts";
import { STROKE } from "./glyph.ts";
import { isDigit, type LineReading, type Part } from "./line.ts";

/**
 * What the edge of the picture cuts off: lines, as a signature that reaches in from below or
 * print above, of which bows look like a 1, a 2 or a 7; and beside a digit the edge of its
 * sheet, which looks like a 1.
 */

/** Part of a line's characters that the edge cuts off. */
const MOST = 0.5;

/** So many of them are cut off at least where all may be digits: two may just end there. */
const LEAST_DIGITS = 3;

/** Pixels up to which a character comes to the edge. */
const NEAR = 1;

/** How high the edge of a sheet is at least, in heights of the digit beside it. */
const EDGE_HEIGHT = 1.4;

export interface WithoutCutOff {
  readonly lines: readonly LineReading[];
  readonly cutOff: readonly LineReading[];
}

/** Tells lines that are cut off from others; where those are no number, none is. */
export function withoutCutOff(
  lines: readonly LineReading[],
  ink: Ink,
): WithoutCutOff {
  const cutOff = lines.filter((line) => isCutOff(line, ink.height));
  const others = lines.filter((line) => !cutOff.includes(line));
  return areNumber(others.flatMap(({ parts }) => parts))
    ? { lines: others, cutOff }
    : { lines, cutOff: [] };
}

/** Whether what is left is a number beyond doubt, or digits and nothing strange. */
function areNumber(parts: readonly Part[]): boolean {
  const characters = parts.filter(({ glyph }) => glyph !== null);
  return characters.length > 1 && characters.every(isDigit) ||
    isPlainNumber(parts);
}

function isCutOff({ parts }: LineReading, height: number): boolean {
  const characters = parts.filter(({ glyph }) => glyph !== null);
  const cut = characters.filter((part) => reachesOver(part, height));
  const least = characters.every(isDigit) ? LEAST_DIGITS : 1;
  return cut.length >= least && cut.length >= MOST * characters.length;
}

/**
 * For each part of a line whether it is the edge of a sheet beside a digit. In longer numbers
 * a 1 that something printed runs into is as high, and met more often.
 */
export function findSheetEdges(parts: readonly Part[], ink: Ink): boolean[] {
  const digits = parts.filter(isDigit);
  return parts.map((part) => {
    const [other] = digits.filter((digit) => digit !== part);
    return digits.length === 2 && part.glyph?.judgement.digit === STROKE &&
      part.height >= EDGE_HEIGHT * other!.height &&
      reachesOver(part, ink.height);
  });
}

function reachesOver({ box }: Part, height: number): boolean {
  return box.y <= NEAR || box.y + box.height >= height - NEAR;
}
