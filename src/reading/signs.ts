import { type PlainStroke, plainStroke } from "../imaging/plain_stroke.ts";
import { slantOf } from "../imaging/slant.ts";
import { STROKE } from "./glyph.ts";
import type { Part } from "./line.ts";

/**
 * Strokes that were read as digits, most of them as a 1, and are none beside the others
 * of their line: brackets around digits, and slashes between them.
 */

/** Heights of a character that a sign has at least. */
const LOWEST = 0.8;

/** How much a bracket is bent at least: of twenty written 1s one is, to its side. */
const BRACKET_BEND = 0.09;

/** How straight a slash is, and how far it leans to the right. */
const SLASH_BEND = 0.08;
const SLASH_SLANT = 0.12;

/**
 * How odd a slash is beside other digits: by how much it leans further and, weighed by
 * this, is higher, in their heights. Two of a date need be little so, since its numbers
 * must be valid; of 525 written 1s one is as odd as any other slash.
 */
const HIGHER = 2;
const ODD_IN_DATE = 0.1;
const ODD = 0.85;

/** By how much the slants of two slashes differ. */
const ALIKE = 0.3;

/** For each part of a line whether it is a sign that looks like a digit. */
export function findSigns(parts: readonly Part[]): boolean[] {
  const strokes = parts.map(strokeOf);
  const isSign = parts.map(() => false);
  for (const sign of bracketsOf(parts, strokes)) isSign[sign] = true;
  for (const sign of slashesOf(parts, strokes, isSign)) isSign[sign] = true;
  return isSign;
}

/** A part that stands apart and may be a sign or a 1. */
function strokeOf({ glyph, isCut, height }: Part): PlainStroke | null {
  const mayBeSign = glyph && !isCut && height >= LOWEST;
  return mayBeSign ? plainStroke(glyph.ink) : null;
}

function isStroke({ glyph }: Part): boolean {
  return glyph?.judgement.digit === STROKE;
}

/** Places of brackets that open, and close again as they opened. */
function bracketsOf(
  parts: readonly Part[],
  strokes: readonly (PlainStroke | null)[],
): number[] {
  const bendOf = (place: number) => strokes[place]?.bend ?? 0;
  const isBent = (place: number, to: number) =>
    to * bendOf(place) >= BRACKET_BEND;
  const unlike = (opening: number, closing: number) =>
    Math.abs(bendOf(opening) + bendOf(closing)) +
    Math.abs(parts[opening]!.height - parts[closing]!.height);
  const brackets: number[] = [];
  for (let opening = 0; opening < parts.length; opening++) {
    if (!isStroke(parts[opening]!) || !isBent(opening, 1)) continue;
    const [closing] = parts.keys().toArray()
      .filter((place) => place > opening + 1 && isBent(place, -1))
      .sort((a, b) => unlike(opening, a) - unlike(opening, b));
    if (closing === undefined) continue;
    brackets.push(opening, closing);
    opening = closing;
  }
  return brackets;
}

/** A straight stroke beside digits. */
interface Slash {
  readonly place: number;
  readonly slant: number;
  readonly oddity: number;
}

/** Places of slashes: of a date, or such as are like no digit beside them. */
function slashesOf(
  parts: readonly Part[],
  strokes: readonly (PlainStroke | null)[],
  isBracket: readonly boolean[],
): number[] {
  const digits = parts.map(({ glyph }, i) =>
    isBracket[i] ? null : glyph?.judgement.digit ?? null
  );
  const slashes = findSlashes(parts, strokes, digits);
  const dates = slashes.flatMap((first, i) =>
    slashes.slice(i + 1).map((second) => [first, second] as const)
  ).filter(([first, second]) => isDate(digits, first, second));
  const [date] = dates.sort((a, b) => oddityOf(b) - oddityOf(a));
  if (date) return date.map(({ place }) => place);
  const isDigit = digits.map((digit) => digit !== null);
  return slashes.filter(({ oddity, place }) =>
    oddity >= ODD && place > isDigit.indexOf(true) &&
    place < isDigit.lastIndexOf(true)
  ).map(({ place }) => place);
}

function findSlashes(
  parts: readonly Part[],
  strokes: readonly (PlainStroke | null)[],
  digits: readonly (number | null)[],
): Slash[] {
  const others = parts.filter((_, i) => digits[i] !== null && !strokes[i]);
  const slant = mean(others.map(({ glyph }) => slantOf(glyph!.ink)));
  const height = mean(others.map(({ height }) => height));
  return strokes.flatMap((stroke, place) => {
    const isStraight = stroke && digits[place] === STROKE &&
      Math.abs(stroke.bend) <= SLASH_BEND && stroke.slant >= SLASH_SLANT;
    if (!isStraight || others.length === 0) return [];
    const higher = parts[place]!.height / height - 1;
    const oddity = stroke.slant - slant + HIGHER * higher;
    return [{ place, slant: stroke.slant, oddity }];
  });
}

function oddityOf(slashes: readonly Slash[]): number {
  return slashes.reduce((sum, { oddity }) => sum + oddity, 0);
}

/** Whether two strokes are the slashes of a date. */
function isDate(
  digits: readonly (number | null)[],
  first: Slash,
  second: Slash,
): boolean {
  if (Math.min(first.oddity, second.oddity) < ODD_IN_DATE) return false;
  if (Math.abs(first.slant - second.slant) > ALIKE) return false;
  const textOf = (from: number, to: number) => digits.slice(from, to).join("");
  const a = textOf(0, first.place);
  const b = textOf(first.place + 1, second.place);
  const c = textOf(second.place + 1, digits.length);
  return isDay(a) && isMonth(b) && isYear(c) ||
    isMonth(a) && isDay(b) && isYear(c) ||
    isYear(a) && isMonth(b) && isDay(c);
}

function isDay(text: string): boolean {
  return /^(0?[1-9]|[12][0-9]|3[01])$/.test(text);
}

function isMonth(text: string): boolean {
  return /^(0?[1-9]|1[0-2])$/.test(text);
}

function isYear(text: string): boolean {
  return /^([0-9]{2}|(1[5-9]|20)[0-9]{2})$/.test(text);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
