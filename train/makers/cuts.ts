import { NOT_A_DIGIT } from "../../src/inference/classes.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import { resample } from "../../src/imaging/resample.ts";
import { findLines } from "../../src/imaging/text.ts";
import { inkOf, type TextLine } from "../../src/imaging/text_line.ts";
import { findStrokes } from "../../src/imaging/strokes.ts";
import type { Random } from "../random.ts";
import { between, happens, pick, wholeBetween } from "../synthetic/chance.ts";
import { tighten } from "../tighten.ts";
import { drawNonDigit } from "../synthetic/non_digits.ts";
import type { Made, Maker, Originals } from "./maker.ts";
import { pickOriginal } from "./original.ts";
import { strokes } from "./strokes.ts";

/**
 * Pieces of numbers, as the reader of a line tries them: digits cut out of what they touch are
 * digits; two digits, or one and a good part of its neighbour, are none.
 */

/** Pixels of a digit. */
const HEIGHT = 40;

/** Sizes of digits in one number, in heights. */
const SIZES = [0.8, 1.1] as const;

/** Paper between neighbours, in heights; below 0 they touch. */
const GAPS = [-0.09, 0.1] as const;
const WIDE_GAPS = [0.05, 0.5] as const;

/** Share of the neighbours that stand clear of each other. */
const WIDE_SHARE = 0.4;

/** How far a digit stands above or below its neighbour, in heights. */
const DROP = 0.12;

/** Share of the numbers written with MNIST's digits. */
const MNIST_SHARE = 0.7;

/** Share of the signs in a number that are no digits: currencies, letters, doodles. */
const STRANGER_SHARE = 0.15;

/** Share of the pieces that are digits. */
const DIGIT_SHARE = 0.55;

/** A piece is a digit when this much of its ink is of the digit, and has this much of the digit's. */
const PURE = 0.85;
const WHOLE = 0.9;

/** A piece is none when it has this much of two digits, and each has this much of its ink. */
const PART = 0.35;
const SHARED = 0.2;

/** A good part of what is no digit is none either, unless so narrow that it may be a 1. */
const FRAGMENT = 0.25;
const NARROWEST = 0.4;

/** Atoms of a piece at most, and its width in heights. */
const MOST_ATOMS = 12;
const WIDEST = 1.5;

export const cuts: Maker = (random, originals) => {
  const number = compose(random, originals);
  const strokes = number && findStrokes(number.ink);
  if (!strokes) return null;
  const [line, more] = findLines(number.ink, strokes);
  if (!line || more) return null;
  const pieces = piecesOf(line, number);
  const wantsDigit = happens(random, DIGIT_SHARE);
  const wanted = pieces.filter(({ label }) =>
    wantsDigit === (label !== NOT_A_DIGIT)
  );
  if (wanted.length === 0) return null;
  const { label, from, to } = pick(random, wanted);
  return { label, ink: inkOf(line, from, to).ink };
};

/** Digits side by side. */
interface Composed {
  readonly ink: Ink;
  /** Like the ink: the index of the digit whose ink is strongest. */
  readonly owners: Int8Array;
  /** One per digit. */
  readonly labels: readonly number[];
}

/** Paper around a number, in pixels. */
const MARGIN = 4;

function compose(random: Random, originals: Originals): Composed | null {
  const source = happens(random, MNIST_SHARE) ? pickOriginal : strokes;
  const digits = [];
  for (let left = wholeBetween(random, 2, 3); left > 0; left--) {
    const made = happens(random, STRANGER_SHARE)
      ? stranger(random)
      : source(random, originals);
    const tight = made && tighten(made.ink);
    if (!tight) return null;
    digits.push({ label: made.label, ink: toHeight(tight, random) });
  }
  const width = digits.reduce((sum, { ink }) => sum + ink.width + HEIGHT, 0);
  const ink: Ink = {
    width: Math.ceil(width) + 2 * MARGIN,
    height: 2 * HEIGHT,
    data: new Float32Array((Math.ceil(width) + 2 * MARGIN) * 2 * HEIGHT),
  };
  const owners = new Int8Array(ink.data.length).fill(-1);
  const ends = new Int32Array(ink.height);
  digits.forEach(({ ink: digit }, i) => {
    const drop = Math.round(HEIGHT * between(random, -DROP, DROP));
    const top = Math.round((ink.height - digit.height) / 2) + drop;
    const [least, most] = happens(random, WIDE_SHARE) ? WIDE_GAPS : GAPS;
    const gap = Math.round(HEIGHT * between(random, least, most));
    const left = i === 0 ? MARGIN : placeBeside(ends, digit, top) + gap;
    paint(ink, owners, ends, digit, i, Math.max(0, left), top);
  });
  return { ink, owners, labels: digits.map(({ label }) => label) };
}

function stranger(random: Random): Made {
  return { label: NOT_A_DIGIT, ink: drawNonDigit(random, HEIGHT) };
}

function toHeight(ink: Ink, random: Random): Ink {
  const longer = Math.max(ink.height, ink.width);
  const ratio = HEIGHT * between(random, ...SIZES) / longer;
  const width = Math.max(1, Math.round(ink.width * ratio));
  const height = Math.max(1, Math.round(ink.height * ratio));
  const data = resample(ink.data, ink.width, ink.height, width, height);
  return { width, height, data };
}

/** Ink that makes two digits touch. */
const BODY = 0.5;

/** The leftmost column at which no row of a digit meets what is there. */
function placeBeside(
  ends: Int32Array,
  { width, height, data }: Ink,
  top: number,
): number {
  let place = 0;
  for (let y = 0; y < height; y++) {
    const start = data.subarray(y * width, (y + 1) * width)
      .findIndex((value) => value >= BODY);
    if (start >= 0) place = Math.max(place, ends[top + y]! - start);
  }
  return place;
}

function paint(
  ink: Ink,
  owners: Int8Array,
  ends: Int32Array,
  digit: Ink,
  index: number,
  left: number,
  top: number,
): void {
  for (let y = 0; y < digit.height; y++) {
    for (let x = 0; x < digit.width; x++) {
      const value = digit.data[y * digit.width + x]!;
      const at = (top + y) * ink.width + left + x;
      if (value <= ink.data[at]!) continue;
      ink.data[at] = value;
      owners[at] = index;
      if (value < BODY) continue;
      ends[top + y] = Math.max(ends[top + y]!, left + x + 1);
    }
  }
}

interface Piece {
  /** Atoms, the last one not included. */
  readonly from: number;
  readonly to: number;
  readonly label: number;
}

/** All pieces of which it is plain whether they are digits. */
function piecesOf(line: TextLine, { ink, owners, labels }: Composed): Piece[] {
  const shares = sharesOf(line, ink, owners, labels.length);
  const totals = labels.map((_, digit) =>
    shares.reduce((sum, share) => sum + share[digit]!, 0)
  );
  const pieces: Piece[] = [];
  for (let from = 0; from < shares.length; from++) {
    for (
      let to = from + 1;
      to <= Math.min(shares.length, from + MOST_ATOMS);
      to++
    ) {
      const { box } = inkOf(line, from, to);
      if (box.width > WIDEST * HEIGHT) break;
      const own = labels.map((_, digit) =>
        shares.slice(from, to).reduce((sum, share) => sum + share[digit]!, 0)
      );
      const label = labelOf(own, totals, labels, box.width / box.height);
      if (label !== null) pieces.push({ from, to, label });
    }
  }
  return pieces;
}

/** null where it is not plain. */
function labelOf(
  own: readonly number[],
  totals: readonly number[],
  labels: readonly number[],
  aspect: number,
): number | null {
  const mass = own.reduce((sum, value) => sum + value, 0);
  const part = own.map((value, digit) => value / totals[digit]!);
  const parts = part.filter((share, i) =>
    share >= PART && own[i]! >= SHARED * mass
  );
  if (parts.length > 1) return NOT_A_DIGIT;
  const owner = own.findIndex((value) => value >= PURE * mass);
  if (owner < 0) return null;
  const isDigit = labels[owner] !== NOT_A_DIGIT;
  if (isDigit) return part[owner]! >= WHOLE ? labels[owner]! : null;
  return part[owner]! >= FRAGMENT && aspect >= NARROWEST ? NOT_A_DIGIT : null;
}

/** Of each atom the ink of each digit. */
function sharesOf(
  line: TextLine,
  { width, data }: Ink,
  owners: Int8Array,
  count: number,
): number[][] {
  const shares = line.atoms.map(() => new Array<number>(count).fill(0));
  line.labels.forEach((label, i) => {
    if (label === 0) return;
    const x = line.box.x + i % line.ink.width;
    const y = line.box.y + Math.floor(i / line.ink.width);
    const owner = owners[y * width + x]!;
    if (owner >= 0) shares[label - 1]![owner]! += data[y * width + x]!;
  });
  return shares;
}
