import { SEVERAL_DIGITS } from "../../src/inference/classes.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import { SIDE } from "../mnist.ts";
import type { Random } from "../random.ts";
import { happens, pickWeighted, wholeBetween } from "../synthetic/chance.ts";
import { tighten } from "../tighten.ts";
import { compose } from "./composed.ts";
import type { Maker, Originals } from "./maker.ts";
import { pickOriginal } from "./original.ts";
import { strokes } from "./strokes.ts";

type Source = (random: Random, originals: Originals) => Ink | null;

const SOURCES: readonly (readonly [source: Source, weight: number])[] = [
  [row, 4],
  [column, 1],
];

/** Several digits seen as one glyph: what a picture of a number is before it is cut. */
export const numbers: Maker = (random, originals) => {
  const [source] = pickWeighted(random, SOURCES, ([, weight]) => weight);
  const ink = source(random, originals);
  return ink && { label: SEVERAL_DIGITS, ink };
};

/** Digits of a row; more are seldom read as one glyph. */
const LONGEST_ROW = 5;

/** Share of its digits that stand clear of each other. */
const WIDE_SHARE = 0.15;

/** Share of the rows written with MNIST's digits. */
const MNIST_SHARE = 0.6;

function row(random: Random, originals: Originals): Ink | null {
  const source = happens(random, MNIST_SHARE) ? pickOriginal : strokes;
  const length = wholeBetween(random, 2, LONGEST_ROW);
  const digits = Array.from({ length }, () => source(random, originals)!);
  return compose(random, digits, WIDE_SHARE)?.ink ?? null;
}

/** Lines of a column, and digits of a line, at most. */
const MOST_LINES = 4;
const MOST_DIGITS = 4;

/** Paper between lines and between digits, in pixels of MNIST, at most. */
const MOST_LEADING = 14;
const MOST_SPACING = 6;

/** Several lines of digits, as of a sum. */
function column(random: Random, originals: Originals): Ink | null {
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
