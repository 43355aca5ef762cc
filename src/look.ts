import type { Judgement } from "./inference/calibrate.ts";
import {
  BEYOND_DOUBT,
  HARDLY_PLAUSIBLE,
  looksLikeStroke,
  plausibility,
  STROKE,
} from "./reading/glyph.ts";

/**
 * Looks at a picture: one may see what others do not, as where a shadow or a table is in
 * the way.
 */

/** Pieces up to which there is a second look: a page would take twice as long. */
const FEW_PIECES = 12;

/** So many digits, each of which may be one, are hardly seen where there are none. */
const MANY_DIGITS = 3;

/** What a reading tells of how good it is. */
interface Seen {
  readonly blank: boolean;
  readonly digits: readonly Judgement[];
  /** null where the paper has one level. */
  readonly paper: object | null;
}

/** What was read from one way to see the ink of a picture. */
export interface Look<Reading extends Seen = Seen> {
  readonly reading: Reading;
  /** Pieces of writing, or of any firm ink where there is none. */
  readonly pieces: number;
  /** Of the least plausible digit, 0..1. */
  readonly plausibility: number;
}

export function plausibilityOf(digits: readonly Judgement[]): number {
  return digits.reduce(
    (least, digit) => Math.min(least, plausibility(digit)),
    1,
  );
}

/** The most plausible look of those that see anything; the earlier where they are equal. */
export function mostPlausible<Reading extends Seen>(
  looks: readonly Look<Reading>[],
): Look<Reading> {
  return looks.filter(({ reading }) => !reading.blank).reduce(
    (best, look) => look.plausibility > best.plausibility ? look : best,
    looks.find(({ reading }) => !reading.blank) ?? looks[0]!,
  );
}

/** Whether little was read, and a shadow or the edge of a sheet may be why. */
export function isWorthAnother(
  { reading, pieces, plausibility }: Look,
): boolean {
  return reading.paper !== null && pieces <= FEW_PIECES &&
    (reading.blank ? pieces > 0 : plausibility < HARDLY_PLAUSIBLE);
}

/** Whether nothing was read, or what the edges of a sheet look like: a table may be why. */
export function mayShowTable({ reading, plausibility }: Look): boolean {
  return reading.blank || reading.paper !== null &&
      (plausibility < HARDLY_PLAUSIBLE || areStrokes(reading));
}

function areStrokes({ digits }: Seen): boolean {
  return digits.every(({ digit }) => looksLikeStroke(digit));
}

/** Whether another look sees what is there, and not what any picture may look like. */
export function isBetter(another: Look, first: Look): boolean {
  const { reading: { blank, digits }, plausibility } = another;
  const { reading: before } = first;
  if (blank || before.blank && digits.every(({ digit }) => digit === STROKE)) {
    return false;
  }
  if (plausibility >= BEYOND_DOUBT) return true;
  const isFirstNone = before.digits.every(({ digit }) => digit === null);
  return isFirstNone && digits.length >= MANY_DIGITS &&
    plausibility >= HARDLY_PLAUSIBLE;
}

/** The same of a look at a sheet alone, of which the edges may still be seen. */
export function isBetterOfSheet(sheet: Look, first: Look): boolean {
  if (areStrokes(sheet.reading) || !isBetter(sheet, first)) return false;
  const wasRead = !first.reading.blank &&
    first.plausibility >= HARDLY_PLAUSIBLE;
  return !wasRead || sheet.plausibility >= BEYOND_DOUBT &&
      sheet.reading.digits.length > first.reading.digits.length + 1;
}
