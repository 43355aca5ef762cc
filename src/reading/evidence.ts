import { type Part } from "./line.ts";
import { GLYPH_PRICE } from "./prices.ts";

/**
 * Whether what no single digit explains is a number, or something else of which
 * parts look like digits: a letter cut in two is often a 1 and a 7.
 *
 * The logarithm of the odds, as a sum of what speaks for and against. Fitted by
 * logistic regression to 3,153 pictures, most of `deno task sets`: numbers that were
 * read right and ones just being written; letters, doodles, texts and faces.
 */

/** What is drawn in nobody knows what picture is more often no number. */
const PRIOR = -1.8;

/** A digit that stands apart, and one that was cut out. */
const APART = 1.6;
const CUT_OUT = 0.6;

/** The same of a 1 and a 7, which any stroke may look like. */
const STROKE_APART = 0.3;
const STROKE_CUT_OUT = -1;
const STROKES: readonly (number | null)[] = [1, 7];

/** A unit of the price at which a digit is read. */
const PRICE = -1.3;

/** A digit of no height; in numbers all digits have most of the line's. */
const LOW = -0.6;
const FULL_HEIGHT = 0.85;

/** A glyph that is no digit, and a piece left out that is no dot. */
const STRANGER = -1.85;
const LEFT_OUT = -0.3;
const DOT = 0.4;

/** A height that the writing is wide, and how many of them count. */
const WIDTH = 2.3;
const WIDEST = 3;

/** @param aspect Width of all writing in its heights. */
export function evidence(parts: readonly Part[], aspect: number): number {
  const sum = parts.reduce((sum, part) => sum + evidenceOf(part), 0);
  return PRIOR + WIDTH * Math.min(WIDEST, aspect) + sum;
}

function evidenceOf({ glyph, price, isCut, height }: Part): number {
  if (!glyph) return height > DOT ? LEFT_OUT : 0;
  const { digit } = glyph.judgement;
  if (digit === null) return STRANGER;
  const isStroke = STROKES.includes(digit);
  const found = isCut
    ? (isStroke ? STROKE_CUT_OUT : CUT_OUT)
    : (isStroke ? STROKE_APART : APART);
  return found + PRICE * (price - GLYPH_PRICE) +
    LOW * Math.max(0, FULL_HEIGHT - height);
}
