import { reachesEdge } from "./imaging/boxes.ts";
import type { Box } from "./imaging/picture.ts";
import type { Judgement } from "./inference/calibrate.ts";
import {
  BEYOND_DOUBT,
  HARDLY_PLAUSIBLE,
  looksLikeStroke,
  plausibility,
  STROKE,
} from "./reading/glyph.ts";

/**
 * Looks at a picture: one may see what others do not, as where a shadow, a table or
 * a pattern is in the way.
 */

/** Pieces up to which there is a second look: a page would take twice as long. */
const FEW_PIECES = 12;

/** The same for the looks that soften or see one colour: amounts and the print around them have up to 31. */
const SOME_PIECES = 40;

/** So many digits, each of which may be one, are hardly seen where there are none. */
const MANY_DIGITS = 3;

/** Digits beyond doubt, and their share, of what is surely writing though some of it is doubtful. */
const MANY_CLEAR = 8;
const CLEAR_SHARE = 0.85;

/** Below this plausibility what was read gives way to what is beyond doubt on a sheet alone. */
const DOUBTFUL = 0.6;

/** From this plausibility on looks that agree are believed. */
const LIKELY = 0.5;

/** By this factor digits on a sheet are lower than its edges. */
const LOWER = 3;

/** How near to the edge of the picture that of a sheet comes, in its shorter side. */
const EDGE_SHARE = 0.02;

/** What a reading tells of how good it is. */
interface Seen {
  readonly blank: boolean;
  readonly digits: readonly (Judgement & { readonly box: Box | null })[];
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
  /** Whether something beside the digits may be one as well. */
  readonly mayOmit: boolean;
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

/** Whether little was read, or a digit may be missed, and a shadow or the edge of a sheet may be why. */
export function isWorthAnother(
  { reading, pieces, plausibility, mayOmit }: Look,
): boolean {
  return reading.paper !== null && pieces <= FEW_PIECES &&
    (reading.blank ? pieces > 0 : plausibility < HARDLY_PLAUSIBLE || mayOmit);
}

/** Whether nothing was read, or what is doubtful or the edges of a sheet: a table may be why. */
export function mayShowTable({ reading, plausibility }: Look): boolean {
  return reading.blank || reading.paper !== null &&
      (plausibility < DOUBTFUL || areStrokes(reading));
}

function areRejected({ digits }: Seen): boolean {
  return digits.every(({ digit }) => digit === null);
}

/** Whether little was read, or nothing stands out from the paper as its pattern or grain may. */
export function mayBePatterned(
  { reading, pieces, plausibility }: Look,
): boolean {
  if (reading.blank) return pieces === 0;
  return pieces <= SOME_PIECES && plausibility < HARDLY_PLAUSIBLE;
}

function areStrokes({ digits }: Seen): boolean {
  return digits.every(({ digit }) => looksLikeStroke(digit));
}

function areOnes({ digits }: Seen): boolean {
  return digits.every(({ digit }) => digit === STROKE);
}

/** Whether another look sees what is there, and not what any picture may look like. */
function isBetter(another: Look, first: Look): boolean {
  const { reading, plausibility } = another;
  const { blank, digits } = reading;
  const { reading: before } = first;
  if (digits.length < countOthers(before.digits.filter(isClear))) return false;
  if (blank || before.blank && areOnes(reading)) return false;
  if (plausibility >= BEYOND_DOUBT || areMostlyClear(digits)) return true;
  return areRejected(before) && digits.length >= MANY_DIGITS &&
    plausibility >= HARDLY_PLAUSIBLE;
}

/** Digits that are no strokes, which any edge may look like. */
function countOthers(digits: readonly Judgement[]): number {
  return digits.filter(({ digit }) => digit !== null && !looksLikeStroke(digit))
    .length;
}

function isClear(digit: Judgement): boolean {
  return plausibility(digit) >= BEYOND_DOUBT;
}

function areMostlyClear(digits: readonly Judgement[]): boolean {
  const clear = digits.filter(isClear);
  return clear.length >= Math.max(MANY_CLEAR, CLEAR_SHARE * digits.length);
}

/**
 * The same of a second look, which must find more where the first may have omitted a digit,
 * and more than strokes where that are several: a tick may fall into two.
 */
export function isBetterSecond(second: Look, first: Look): boolean {
  const [digits, before] = [second.reading.digits, first.reading.digits];
  const isMore = digits.length === before.length + 1 ||
    digits.length > before.length && countOthers(digits) > countOthers(before);
  return (isMore || first.plausibility < HARDLY_PLAUSIBLE) &&
    isBetter(second, first);
}

/** The same of a softened look, in which grain may run together to strokes. */
export function isBetterSoftened(soft: Look, first: Look): boolean {
  return !areStrokes(soft.reading) && isBetter(soft, first);
}

/**
 * The same of a look at a sheet alone, of which the edges may still be seen: no 1 counts, and
 * a 7 only where nothing was read before, or what is so much higher that it was those edges.
 */
export function isBetterOfSheet(sheet: Look, first: Look): boolean {
  const isLower = first.reading.blank ||
    LOWER * heightOf(sheet.reading) <= heightOf(first.reading);
  const mayBeEdges = areOnes(sheet.reading) ||
    areStrokes(sheet.reading) && !isLower;
  if (mayBeEdges || !isBetter(sheet, first)) return false;
  const wasRead = !first.reading.blank &&
    first.plausibility >= HARDLY_PLAUSIBLE;
  return !wasRead || sheet.plausibility >= BEYOND_DOUBT &&
      (first.plausibility < DOUBTFUL || areStrokes(first.reading) && isLower ||
        sheet.reading.digits.length > first.reading.digits.length + 1);
}

/** Of the highest digit, in pixels as sent. */
function heightOf({ digits }: Seen): number {
  return Math.max(0, ...digits.map(({ box }) => box?.height ?? 0));
}

/**
 * Whether a sheet alone is blank, of which the edges were read.
 *
 * @param picture Its sides, in pixels as sent.
 */
export function isBlankSheet(
  sheet: Look,
  { reading }: Look,
  picture: Pick<Box, "width" | "height">,
): boolean {
  const within = EDGE_SHARE * Math.min(picture.width, picture.height);
  return sheet.reading.blank && !reading.blank && areStrokes(reading) &&
    reading.digits.every(({ box }) => reachesEdge(box!, picture, within));
}

/**
 * Whether what was read is not beyond doubt, or strokes, which edges look like: in one of its
 * colours alone the picture may show more.
 */
export function isWorthChannels(
  { reading, pieces, plausibility }: Look,
): boolean {
  const most = areRejected(reading) ? FEW_PIECES : SOME_PIECES;
  return reading.paper !== null && pieces <= most &&
    (plausibility < BEYOND_DOUBT || areStrokes(reading));
}

/**
 * The first of some looks, unless two others see the same number, of more than strokes, before
 * one sees what the first does.
 *
 * @param others Are looked at one by one, until two looks agree.
 */
export function agreedLook<Reading extends Seen & { readonly text: string }>(
  first: Look<Reading>,
  others: Iterable<Look<Reading>>,
): Look<Reading> {
  const seen = [first];
  for (const look of others) {
    const same = seen.find(({ reading }) => reading.text === look.reading.text);
    if (same === first) return first;
    if (same) {
      const best = look.plausibility > same.plausibility ? look : same;
      const isNumber = best.plausibility >= LIKELY &&
        !areStrokes(best.reading);
      return isNumber ? best : first;
    }
    seen.push(look);
  }
  return first;
}
