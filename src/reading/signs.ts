import { type PlainStroke, plainStroke } from "../imaging/plain_stroke.ts";
import { slantOf } from "../imaging/slant.ts";
import { endingSlash, type Slash } from "./ending_slash.ts";
import { STROKE } from "./glyph.ts";
import { isDigit, type Part } from "./line.ts";
import { countPrintBefore } from "./print_before.ts";

/**
 * Strokes that were read as digits, most of them as a 1, and are none beside the others
 * of their line: brackets around digits and behind the number of an item, slashes between
 * digits, two before or behind them, and the one an amount ends with; and the ring of degrees.
 */

/** The digit that a ring looks like. */
const RING = 0;

/** Heights of a character that a sign has at least. */
const LOWEST = 0.8;

/** How much a bracket is bent at least: of twenty written 1s one is, to its side. */
const BRACKET_BEND = 0.09;

/** The same of one that closes behind the number of an item, and digits of that at most. */
const ITEM_BEND = 0.12;
const ITEM_DIGITS = 2;

/** Clear paper behind it at least, in its heights. */
const ITEM_GAP = 0.3;

/** How straight a slash is, and how far it leans to the right. */
const SLASH_BEND = 0.08;
const SLASH_SLANT = 0.12;

/**
 * How odd a slash is beside other digits: by how much it leans further and, weighed by
 * this, is higher, in their heights. Two of a date need be little so, since its numbers
 * must be valid.
 */
const HIGHER = 2;
const ODD_IN_DATE = 0.1;

/** By how much the slants of two slashes differ. */
const ALIKE = 0.3;

/**
 * Two slashes before all digits or behind them, as on cheques, where nothing is to be
 * added, are as odd each, and as steep and high as the other; where they stand on both
 * sides they need be less so.
 */
const ODD_IN_PAIR = 0.5;
const ODD_ON_BOTH_SIDES = 0.2;
const PARALLEL = 0.2;
const AS_HIGH = 0.25;

/**
 * A ring behind digits that is so high at most, in the digit's height, and ends so far
 * above its foot, is the sign of degrees.
 */
const LOW_RING = 0.55;
const RAISED_RING = 0.4;

/** For each part of a line whether it is a sign that looks like a digit. */
export function findSigns(parts: readonly Part[]): boolean[] {
  const strokes = parts.map(strokeOf);
  const print = countPrintBefore(parts);
  const isSign = parts.map((_, i) => i < print);
  for (const sign of bracketsOf(parts, strokes)) isSign[sign] = true;
  for (const sign of itemsOf(parts, strokes)) isSign[sign] = true;
  for (const sign of degreesOf(parts)) isSign[sign] = true;
  for (const sign of fillersOf(parts, strokes, isSign)) isSign[sign] = true;
  for (const sign of endingOf(parts, isSign)) isSign[sign] = true;
  for (const sign of slashesOf(parts, strokes, isSign)) isSign[sign] = true;
  return isSign;
}

/** A part that stands apart and may be a sign or a 1. */
function strokeOf({ glyph, isCut, height }: Part): PlainStroke | null {
  const mayBeSign = glyph && !isCut && height >= LOWEST;
  return mayBeSign ? plainStroke(glyph.ink) : null;
}

function isOne({ glyph }: Part): boolean {
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
    if (!isOne(parts[opening]!) || !isBent(opening, 1)) continue;
    const [closing] = parts.keys().toArray()
      .filter((place) => place > opening + 1 && isBent(place, -1))
      .sort((a, b) => unlike(opening, a) - unlike(opening, b));
    if (closing === undefined) continue;
    brackets.push(opening, closing);
    opening = closing;
  }
  return brackets;
}

/** The place of the bracket of an item's number, as in "1) 172". */
function itemsOf(
  parts: readonly Part[],
  strokes: readonly (PlainStroke | null)[],
): number[] {
  const characters = parts.keys().toArray()
    .filter((i) => parts[i]!.glyph !== null);
  return characters.slice(1, ITEM_DIGITS + 1).filter((place, before) => {
    const next = parts[characters[before + 2] ?? -1];
    if (!next || !isOne(parts[place]!)) return false;
    if (-(strokes[place]?.bend ?? 0) < ITEM_BEND) return false;
    const { x, width, height } = parts[place]!.box;
    return next.box.x - x - width >= ITEM_GAP * height &&
      characters.slice(0, before + 1).every((i) => isDigit(parts[i]!));
  }).slice(0, 1);
}

/** The place of a raised ring that is the last digit, where the one before it is not raised. */
function degreesOf(parts: readonly Part[]): number[] {
  const [before, last] = parts.keys().toArray()
    .filter((i) => isDigit(parts[i]!)).slice(-2);
  if (last === undefined) return [];
  const [digit, ring] = [parts[before!]!.box, parts[last]!.box];
  const isRing = parts[last]!.glyph!.judgement.digit === RING &&
    ring.height <= LOW_RING * digit.height &&
    ring.y + ring.height <=
      digit.y + (1 - RAISED_RING) * digit.height;
  return isRing ? [last] : [];
}

/** Places of two slashes before all digits, and of two behind them. */
function fillersOf(
  parts: readonly Part[],
  strokes: readonly (PlainStroke | null)[],
  isBracket: readonly boolean[],
): number[] {
  const digits = digitsOf(parts, isBracket);
  const slashes = findSlashes(parts, strokes, digits);
  const places = digits.keys().toArray().filter((i) => digits[i] !== null);
  const pairs = [places.slice(0, 2), places.slice(-2)].flatMap((pair) => {
    const both = pair.flatMap((place) =>
      slashes.find((slash) => slash.place === place) ?? []
    );
    return both.length === 2 && isAlike(parts, both) ? [both] : [];
  });
  const onBothSides = pairs.flat();
  if (
    places.length > 4 && pairs.length === 2 && isAlike(parts, onBothSides) &&
    isOdd(onBothSides, ODD_ON_BOTH_SIDES)
  ) return onBothSides.map(({ place }) => place);
  return pairs.filter((pair) => places.length > 2 && isOdd(pair, ODD_IN_PAIR))
    .flat().map(({ place }) => place);
}

/** Whether strokes are about as steep and as high as each other. */
function isAlike(parts: readonly Part[], slashes: readonly Slash[]): boolean {
  const spread = (values: readonly number[]) =>
    Math.max(...values) - Math.min(...values);
  return spread(slashes.map(({ slant }) => slant)) <= PARALLEL &&
    spread(slashes.map(({ place }) => parts[place]!.height)) <= AS_HIGH;
}

function isOdd(slashes: readonly Slash[], least: number): boolean {
  return slashes.every(({ oddity }) => oddity >= least);
}

/** Of each part the digit that it was read as; null where it is none, or a sign. */
function digitsOf(
  parts: readonly Part[],
  isSign: readonly boolean[],
): (number | null)[] {
  return parts.map(({ glyph }, i) =>
    isSign[i] ? null : glyph?.judgement.digit ?? null
  );
}

/**
 * Places of the slashes of a date. One that stands alone between digits, however odd, is a 1:
 * it was one in 9 of 800 numbers of MNIST's digits, and a slash in none of 500 lines
 * with signs.
 */
function slashesOf(
  parts: readonly Part[],
  strokes: readonly (PlainStroke | null)[],
  isSign: readonly boolean[],
): number[] {
  const digits = digitsOf(parts, isSign);
  const slashes = findSlashes(parts, strokes, digits);
  const dates = slashes.flatMap((first, i) =>
    slashes.slice(i + 1).map((second) => [first, second] as const)
  ).filter(([first, second]) => isDate(digits, first, second));
  const [date] = dates.sort((a, b) => oddityOf(b) - oddityOf(a));
  return date?.map(({ place }) => place) ?? [];
}

/** The place of the slash behind all digits, which a dash may touch. */
function endingOf(
  parts: readonly Part[],
  isSign: readonly boolean[],
): number[] {
  const digits = digitsOf(parts, isSign);
  const strokes = parts.map(({ glyph }, i) =>
    glyph && digits[i] === STROKE ? plainStroke(glyph.ink) : null
  );
  return endingSlash(parts, digits, findSlashes(parts, strokes, digits));
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
