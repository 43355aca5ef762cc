import { NOT_A_DIGIT } from "../../src/inference/classes.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import type { Random } from "../random.ts";
import {
  happens,
  pick,
  pickWeighted,
  wholeBetween,
} from "../synthetic/chance.ts";
import { CURRENCY_ALLOGRAPHS } from "../synthetic/letters.ts";
import { drawNonDigit } from "../synthetic/non_digits.ts";
import { NO_INK } from "../synthetic/photos/photo.ts";
import { CUT, MIRRORED, TURNED } from "../synthetic/spoilt.ts";
import { tighten } from "../tighten.ts";
import { compose, HEIGHT } from "./composed.ts";
import { drawingSide, type Maker, type Originals } from "./maker.ts";
import { pickOriginal } from "./original.ts";
import { findPictured } from "./pictured.ts";

type Source = (random: Random, originals: Originals) => Ink | null;

const drawn: Source = (random) => drawNonDigit(random, drawingSide(random));

const SOURCES: readonly (readonly [source: Source, weight: number])[] = [
  [drawn, 10],
  [(random, { glyphs }) => pick(random, glyphs.letters).ink, 3],
  [printedCurrency, 1],
  [(random, originals) => findPictured(drawn(random, originals)!, random), 2],
  // What imaging takes for ink where there is none.
  [(random) => findPictured(NO_INK, random), 1],
  [mirroredOriginal, 1],
  [turnedOriginal, 1],
  [cutOriginal, 1],
  [word, 2],
];

const CURRENCIES = new Set(CURRENCY_ALLOGRAPHS.map(({ style }) => style));

/** What is no digit: drawn, or MNIST's digits spoilt, so that the pen does not give it away. */
export const nonDigits: Maker = (random, originals) => {
  const [source] = pickWeighted(random, SOURCES, ([, weight]) => weight);
  const ink = source(random, originals);
  return ink && { label: NOT_A_DIGIT, ink };
};

/** null where no font has any. */
function printedCurrency(random: Random, { glyphs }: Originals): Ink | null {
  const printed = glyphs.letters
    .filter(({ character }) => CURRENCIES.has(character));
  return printed.length > 0 ? pick(random, printed).ink : null;
}

function originalOf(
  digits: readonly number[],
  random: Random,
  originals: Originals,
): Ink | null {
  const digit = pick(random, digits);
  return tighten(pickOriginal(random, originals, (d) => d === digit).ink);
}

function mirroredOriginal(random: Random, originals: Originals): Ink | null {
  const ink = originalOf(MIRRORED, random, originals);
  return ink &&
    remap(ink, ink.width, ink.height, (x, y) => [ink.width - 1 - x, y]);
}

function turnedOriginal(random: Random, originals: Originals): Ink | null {
  const ink = originalOf(TURNED, random, originals);
  if (!ink) return null;
  const { width, height } = ink;
  return random.uniform() < 0.5
    ? remap(ink, height, width, (x, y) => [y, height - 1 - x])
    : remap(ink, height, width, (x, y) => [width - 1 - y, x]);
}

/** Share of a digit that a cut leaves. */
const CUT_SHARE = 0.4;

function cutOriginal(random: Random, originals: Originals): Ink | null {
  const [digit, side] = pick(random, CUT);
  const ink = originalOf([digit], random, originals);
  if (!ink) return null;
  const width = side === "left" ? Math.ceil(CUT_SHARE * ink.width) : ink.width;
  const height = side === "left"
    ? ink.height
    : Math.ceil(CUT_SHARE * ink.height);
  const top = side === "bottom" ? ink.height - height : 0;
  return remap(ink, width, height, (x, y) => [x, y + top]);
}

/** Signs of a word. */
const SHORTEST_WORD = 2;
const LONGEST_WORD = 5;

/** Share of its signs that stand clear of each other. */
const WIDE_SHARE = 0.4;

/** Letters and other signs side by side, as digits are in a number. */
function word(random: Random, { glyphs }: Originals): Ink | null {
  const length = wholeBetween(random, SHORTEST_WORD, LONGEST_WORD);
  const signs = Array.from({ length }, () => ({
    label: NOT_A_DIGIT,
    ink: happens(random, 0.5)
      ? drawNonDigit(random, HEIGHT, "letter")
      : pick(random, glyphs.letters).ink,
  }));
  return compose(random, signs, WIDE_SHARE)?.ink ?? null;
}

/** A picture whose pixels come from where `source` says. */
function remap(
  ink: Ink,
  width: number,
  height: number,
  source: (x: number, y: number) => [x: number, y: number],
): Ink {
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = source(x, y);
      data[y * width + x] = ink.data[v * ink.width + u]!;
    }
  }
  return { width, height, data };
}
