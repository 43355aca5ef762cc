import {
  DIGIT_COUNT,
  NOT_A_DIGIT,
  SEVERAL_DIGITS,
} from "../../src/inference/classes.ts";
import type { Random } from "../random.ts";
import { happens, pick, wholeBetween } from "../synthetic/chance.ts";
import { drawNonDigit } from "../synthetic/non_digits.ts";
import { HEIGHT } from "./composed.ts";
import { type ComposedLine, composeLine } from "./composed_line.ts";
import type { Made, Maker, Originals } from "./maker.ts";
import { pickOriginal } from "./original.ts";
import { strokes } from "./strokes.ts";

/**
 * Pieces of numbers, as the reader of a line tries them: digits cut out of what they touch are
 * digits; two digits, or one and a good part of its neighbour, are several.
 */

/** Share of the neighbours that stand clear of each other. */
const WIDE_SHARE = 0.4;

/** Share of the numbers written with MNIST's digits. */
const MNIST_SHARE = 0.7;

/** Share of the signs in a number that are no digits: currencies, letters, doodles. */
const STRANGER_SHARE = 0.15;

/** Share of the pieces that are digits. */
const DIGIT_SHARE = 0.55;

/** A piece is a digit when this much of its ink is of the digit, and has this much of the digit's. */
const PURE = 0.85;
const WHOLE = 0.9;

/** A piece is several when it has this much of two digits, and each has this much of its ink. */
const PART = 0.35;
const SHARED = 0.2;

/** A good part of what is no digit is none either, unless so narrow that it may be a 1. */
const FRAGMENT = 0.25;
const NARROWEST = 0.4;

/** Atoms of a piece at most, and its width in heights. */
const MOST_ATOMS = 12;
const WIDEST = 1.5;

export const cuts: Maker = (random, originals) => {
  const line = composeLine(random, signsOf(random, originals), WIDE_SHARE);
  if (!line) return null;
  const pieces = piecesOf(line);
  const wantsDigit = happens(random, DIGIT_SHARE);
  const wanted = pieces.filter(({ label }) =>
    wantsDigit === (label < DIGIT_COUNT)
  );
  if (wanted.length === 0) return null;
  const { label, from, to } = pick(random, wanted);
  return { label, ink: line.inkOf(from, to) };
};

/** Digits, and now and then what is none. */
function signsOf(random: Random, originals: Originals): Made[] {
  const source = happens(random, MNIST_SHARE) ? pickOriginal : strokes;
  const count = wholeBetween(random, 2, 3);
  return Array.from(
    { length: count },
    () =>
      happens(random, STRANGER_SHARE)
        ? stranger(random)
        : source(random, originals)!,
  );
}

function stranger(random: Random): Made {
  return { label: NOT_A_DIGIT, ink: drawNonDigit(random, HEIGHT) };
}

interface Piece {
  /** Atoms, the last one not included. */
  readonly from: number;
  readonly to: number;
  readonly label: number;
}

/** All pieces of which it is plain whether they are digits. */
function piecesOf(line: ComposedLine): Piece[] {
  const { labels, atoms } = line;
  const totals = line.shareOf(0, atoms);
  const pieces: Piece[] = [];
  for (let from = 0; from < atoms; from++) {
    for (let to = from + 1; to <= Math.min(atoms, from + MOST_ATOMS); to++) {
      const { width, height } = line.inkOf(from, to);
      if (width > WIDEST * HEIGHT) break;
      const own = line.shareOf(from, to);
      const label = labelOf(own, totals, labels, width / height);
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
  const parts = part.keys().toArray().filter((i) =>
    part[i]! >= PART && own[i]! >= SHARED * mass
  );
  const isAllDigits = parts.every((i) => labels[i] !== NOT_A_DIGIT);
  if (parts.length > 1) return isAllDigits ? SEVERAL_DIGITS : NOT_A_DIGIT;
  const owner = own.findIndex((value) => value >= PURE * mass);
  if (owner < 0) return null;
  const isDigit = labels[owner] !== NOT_A_DIGIT;
  if (isDigit) return part[owner]! >= WHOLE ? labels[owner]! : null;
  return part[owner]! >= FRAGMENT && aspect >= NARROWEST ? NOT_A_DIGIT : null;
}
