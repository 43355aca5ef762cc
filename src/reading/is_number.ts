import { span } from "../imaging/boxes.ts";
import { isLikelyNumber, isPlainNumber } from "./evidence.ts";
import { PLAIN, plausibility } from "./glyph.ts";
import {
  isDigit,
  isStranger,
  isStroke,
  type LineReading,
  type Part,
  priceOf,
} from "./line.ts";
import { GLYPH_PRICE } from "./prices.ts";

/** Digits of a number at most that are all strokes. */
const MOST_STROKES = 6;

/** Clear paper between lines that no broken digit has, in heights of the lower one. */
const LINE_GAP = 0.3;

/**
 * Whether lines that were read are a number, rather than all of it one digit or none.
 *
 * @param likely How plausible it is that all writing is one digit.
 * @param several How much all writing, as one glyph, looks like several digits.
 */
export function isNumber(
  lines: readonly LineReading[],
  likely: number,
  several: () => number,
): boolean {
  const parts = lines.flatMap((line) => line.parts);
  const digits = parts.filter(isDigit);
  if (digits.length === 0 || isPattern(digits) || isWord(lines, digits)) {
    return false;
  }
  if (areClearLines(lines)) return true;
  if (likely < PLAIN) return isLikelyNumber(parts, several);
  if (isPlainNumber(parts)) return true;
  return priceOf(lines) < GLYPH_PRICE - Math.log(likely);
}

/** Whether all are strokes, and more than a number has: the bars of a code, gaps between keys. */
function isPattern(digits: readonly Part[]): boolean {
  return digits.length > MOST_STROKES && digits.every(isStroke);
}

/** Whether it is strokes and, between them, as much that is no digit: a word in brackets. */
function isWord(
  lines: readonly LineReading[],
  digits: readonly Part[],
): boolean {
  const strangers =
    lines.flatMap(({ parts }) =>
      parts.slice(parts.findIndex(isDigit), parts.findLastIndex(isDigit))
        .filter(isStranger)
    ).length;
  return digits.every(isStroke) && strangers > 1 && strangers >= digits.length;
}

/** Whether lines stand clear of each other, and all in them are plain digits. */
function areClearLines(lines: readonly LineReading[]): boolean {
  const parts = lines.flatMap((line) => line.parts);
  const isClear = parts.every((part) =>
    isDigit(part) && plausibility(part.glyph!.judgement) >= PLAIN
  );
  const boxes = lines.map((line) => span(line.parts.map(({ box }) => box)));
  return lines.length > 1 && isClear && boxes.slice(1).every((box, i) => {
    const above = boxes[i]!;
    const lower = Math.min(above.height, box.height);
    return box.y - above.y - above.height >= LINE_GAP * lower;
  });
}
