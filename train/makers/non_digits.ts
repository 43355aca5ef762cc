import { NOT_A_DIGIT } from "../../src/inference/classes.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import type { Random } from "../random.ts";
import { pick, pickWeighted, wholeBetween } from "../synthetic/chance.ts";
import { drawNonDigit } from "../synthetic/non_digits.ts";
import { NO_INK } from "../synthetic/photo.ts";
import { CUT, MIRRORED, TURNED } from "../synthetic/spoilt.ts";
import { SIDE } from "../mnist.ts";
import { tighten } from "../tighten.ts";
import { drawingSide, type Maker, type Originals } from "./maker.ts";
import { pickOriginal } from "./original.ts";
import { findPictured } from "./pictured.ts";

type Source = (random: Random, originals: Originals) => Ink | null;

const drawn: Source = (random) => drawNonDigit(random, drawingSide(random));

const SOURCES: readonly (readonly [source: Source, weight: number])[] = [
  [drawn, 10],
  [(random, { glyphs }) => pick(random, glyphs.letters).ink, 3],
  [(random, originals) => findPictured(drawn(random, originals)!, random), 2],
  // What imaging takes for ink where there is none.
  [(random) => findPictured(NO_INK, random), 1],
  [mirroredOriginal, 1],
  [turnedOriginal, 1],
  [cutOriginal, 1],
  [pairOfOriginals, 1],
  [columnOfOriginals, 1],
];

/** What is no digit: drawn, or MNIST's digits spoilt, so that the pen does not give it away. */
export const nonDigits: Maker = (random, originals) => {
  const [source] = pickWeighted(random, SOURCES, ([, weight]) => weight);
  const ink = source(random, originals);
  return ink && { label: NOT_A_DIGIT, ink };
};

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

/** Digits of which two side by side are none; with a 1, a 4 or a 7 they may be. */
const PAIRED = [0, 2, 3, 5, 6, 8, 9] as const;
/** Columns that a pair shares at most. */
const SHARED_COLUMNS = 4;

function pairOfOriginals(random: Random, originals: Originals): Ink | null {
  const left = originalOf(PAIRED, random, originals);
  const right = originalOf(PAIRED, random, originals);
  if (!left || !right) return null;
  const shared = Math.floor(SHARED_COLUMNS * random.uniform());
  const start = Math.max(0, left.width - shared);
  const width = start + right.width;
  const height = Math.max(left.height, right.height);
  const data = new Float32Array(width * height);
  paint(data, width, left, 0, 0);
  paint(data, width, right, start, 0);
  return { width, height, data };
}

/** Lines of a column, and digits of a line, at most. */
const MOST_LINES = 4;
const MOST_DIGITS = 4;

/** Paper between lines and between digits, in pixels of MNIST, at most. */
const MOST_LEADING = 14;
const MOST_SPACING = 6;

/** Several lines of digits, as of a sum: what a picture is when it is read as one glyph. */
function columnOfOriginals(
  random: Random,
  originals: Originals,
): Ink | null {
  const leading = MOST_LEADING * random.uniform();
  const spacing = MOST_SPACING * random.uniform();
  const width = MOST_DIGITS * (SIDE + MOST_SPACING);
  const height = MOST_LINES * (SIDE + MOST_LEADING);
  const data = new Float32Array(width * height);
  let top = 0;
  for (let left = wholeBetween(random, 2, MOST_LINES); left > 0; left--) {
    let x = 0;
    for (let more = wholeBetween(random, 1, MOST_DIGITS); more > 0; more--) {
      const ink = tighten(pickOriginal(random, originals).ink);
      if (!ink) return null;
      paint(data, width, ink, x, top);
      x += Math.round(ink.width + spacing);
    }
    top += Math.round(DIGIT_SIDE + leading);
  }
  return tighten({ width, height, data });
}

/** Pixels of the longer side of MNIST's digits. */
const DIGIT_SIDE = 20;

function paint(
  data: Float32Array,
  width: number,
  ink: Ink,
  left: number,
  top: number,
): void {
  ink.data.forEach((value, i) => {
    const at = (top + Math.floor(i / ink.width)) * width + left + i % ink.width;
    data[at] = Math.max(data[at]!, value);
  });
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
