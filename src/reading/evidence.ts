import { plausibility } from "./glyph.ts";
import { type Part } from "./line.ts";

/**
 * Whether what no single digit explains is a number, or something else of which
 * parts look like digits: a letter cut in two is often a 1 and a 7.
 *
 * The logarithm of the odds, as a sum of what speaks for and against: how much all
 * of it looks like several digits, and what each part looks like. Fitted by
 * logistic regression to 4,800 pictures of `deno task sets`: numbers that were
 * read right and ones just being written; letters, doodles, texts and faces.
 */

/** What looks entirely like several digits, before any part is looked at. */
const PRIOR = 1.73;

/** A unit of the logarithm of how much all of it looks like several digits. */
const SEVERAL = 0.85;

/** Less than this counts as much: a line of ten digits, shrunk, looks like nothing. */
const LEAST_SEVERAL = 1e-3;

/** A digit that stands apart, and one that was cut out. */
const APART = 1.68;
const CUT_OUT = 0.68;

/** The same of a 1 and a 7, which any stroke may look like. */
const STROKE_APART = 0.69;
const STROKE_CUT_OUT = -0.4;
const STROKES: readonly (number | null)[] = [1, 7];

/** A unit of the logarithm of a digit's plausibility, and how much of it counts. */
const DOUBT = -1.6;
const MOST_DOUBT = 1.5;

/** What is no digit, for each height of its width. */
const STRANGER = -1.22;

/** @param several How much all writing, as one glyph, looks like several digits, 0..1. */
export function evidence(parts: readonly Part[], several: number): number {
  const sum = parts.reduce((sum, part) => sum + evidenceOf(part), 0);
  return PRIOR + SEVERAL * Math.log(Math.max(LEAST_SEVERAL, several)) + sum;
}

/** Whether parts are a number whatever all of it looks like: six digits in a column look like a 1. */
export function isPlainNumber(parts: readonly Part[]): boolean {
  return evidence(parts, 0) > 0;
}

/**
 * Whether more speaks for a number than against it.
 *
 * @param several As above; asked for only where it decides: to read a long line
 * as one glyph takes as long as to read its digits.
 */
export function isLikelyNumber(
  parts: readonly Part[],
  several: () => number,
): boolean {
  if (isPlainNumber(parts)) return true;
  return evidence(parts, 1) > 0 && evidence(parts, several()) > 0;
}

function evidenceOf({ glyph, isCut, width }: Part): number {
  if (!glyph) return 0;
  const { judgement } = glyph;
  if (judgement.digit === null) return STRANGER * width;
  const isStroke = STROKES.includes(judgement.digit);
  const found = isCut
    ? (isStroke ? STROKE_CUT_OUT : CUT_OUT)
    : (isStroke ? STROKE_APART : APART);
  const doubt = Math.min(MOST_DOUBT, -Math.log(plausibility(judgement)));
  return found + DOUBT * doubt;
}
