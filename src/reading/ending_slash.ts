import type { Part } from "./line.ts";

/** A straight stroke beside digits. */
export interface Slash {
  readonly place: number;
  readonly slant: number;
  /** How much more it leans and, weighed, how much higher it is than the digits. */
  readonly oddity: number;
}

/** How far a slash leans behind all digits, and how odd it is beside them. */
const SLANT = 0.25;
const ODD = 0.3;

/** By how much it leans more than any 1 of the number. */
const ALIKE = 0.15;

/** How odd it is where neither a dash nor cents tell it. */
const ODD_ALONE = 0.9;

/** A dash is so flat, and lies in so much of the slash, from its top on. */
const FLAT = 0.35;
const DASH_FROM = 0.3;
const DASH_TO = 0.9;

/** Cents are so high beside the slash behind them, and end so far above its foot. */
const CENTS_HEIGHT = 0.8;
const CENTS_RAISED = 0.15;

/**
 * The place of the slash with which an amount ends, as in "5/-" and behind raised cents.
 *
 * @param digits What each part was read as; null where it is no digit.
 */
export function endingSlash(
  parts: readonly Part[],
  digits: readonly (number | null)[],
  slashes: readonly Slash[],
): number[] {
  const [before, last] = digits.keys().toArray()
    .filter((i) => digits[i] !== null).slice(-2);
  const slash = slashes.find(({ place }) => place === last);
  if (last === undefined || !slash || slash.slant < SLANT) return [];
  const isLikeAnother = slashes.some((other) =>
    other !== slash && Math.abs(other.slant - slash.slant) <= ALIKE
  );
  if (isLikeAnother) return [];
  const isTold = isBeforeDash(parts, last) ||
    isAfterCents(parts, before!, last);
  return slash.oddity >= (isTold ? ODD : ODD_ALONE) ? [last] : [];
}

function isBeforeDash(parts: readonly Part[], place: number): boolean {
  const slash = parts[place]!.box;
  const next = parts[place + 1];
  if (!next || next.glyph !== null) return false;
  const { x, y, width, height } = next.box;
  const middle = (y + height / 2 - slash.y) / slash.height;
  return width >= height && height <= FLAT * slash.height &&
    middle >= DASH_FROM && middle <= DASH_TO &&
    x <= slash.x + slash.width + FLAT * slash.height;
}

function isAfterCents(
  parts: readonly Part[],
  before: number,
  place: number,
): boolean {
  const [cents, slash] = [parts[before]!.box, parts[place]!.box];
  return cents.height <= CENTS_HEIGHT * slash.height &&
    cents.y + cents.height <= slash.y + (1 - CENTS_RAISED) * slash.height;
}
