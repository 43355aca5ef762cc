import { plausibility } from "./glyph.ts";
import { type Part } from "./line.ts";

/**
 * Whether what no single digit explains is a number, or something else of which
 * parts look like digits: a letter cut in two is often a 1 and a 7.
 *
 * The logarithm of the odds, as a sum of what speaks for and against. Fitted by
 * logistic regression to 4,000 pictures, most of `deno task sets`: numbers that were
 * read right and ones just being written; letters, doodles, texts and faces. What
 * the cuts cost is no part of it: it adds up in long numbers, which letters are not.
 */

/** What is drawn in nobody knows what picture is more often no number. */
const PRIOR = -1.25;

/** A digit that stands apart, and one that was cut out. */
const APART = 1.83;
const CUT_OUT = 0.17;

/** The same of a 1 and a 7, which any stroke may look like. */
const STROKE_APART = 0.13;
const STROKE_CUT_OUT = -1.08;
const STROKES: readonly (number | null)[] = [1, 7];

/** A unit of the logarithm of a digit's plausibility, and how much of it counts. */
const DOUBT = -1.76;
const MOST_DOUBT = 1.5;

/** A digit of no height; in numbers all digits have most of the line's. */
const LOW = -0.62;
const FULL_HEIGHT = 0.85;

/** What is no digit, for each height of its width. */
const STRANGER = -0.97;

/** A height that the writing is wide, and how many of them count. */
const WIDTH = 1.32;
const WIDEST = 3;

/** @param aspect Width of all writing in its heights. */
export function evidence(parts: readonly Part[], aspect: number): number {
  const sum = parts.reduce((sum, part) => sum + evidenceOf(part), 0);
  return PRIOR + WIDTH * Math.min(WIDEST, aspect) + sum;
}

function evidenceOf({ glyph, isCut, width, height }: Part): number {
  if (!glyph) return 0;
  const { judgement } = glyph;
  if (judgement.digit === null) return STRANGER * width;
  const isStroke = STROKES.includes(judgement.digit);
  const found = isCut
    ? (isStroke ? STROKE_CUT_OUT : CUT_OUT)
    : (isStroke ? STROKE_APART : APART);
  const doubt = Math.min(MOST_DOUBT, -Math.log(plausibility(judgement)));
  return found + DOUBT * doubt + LOW * Math.max(0, FULL_HEIGHT - height);
}
