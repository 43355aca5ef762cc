import type { Ink } from "../../src/imaging/ink.ts";
import { type DataSet, PIXELS, SIDE } from "../mnist.ts";
import type { Random } from "../random.ts";
import { pick, pickWeighted, wholeBetween } from "./chance.ts";
import { drawAllograph, drawDigit } from "./digits.ts";
import { inkOf } from "./drawing.ts";
import type { FontGlyph } from "./fonts.ts";
import { drawNonDigit } from "./non_digits.ts";
import { type Allograph, DIGIT_ALLOGRAPHS } from "./strokes.ts";

/** What is put on a sheet, and what a person reads there. */
export interface Written {
  readonly ink: Ink;
  /** A digit, or empty for what is none. */
  readonly label: string;
}

/** Someone who writes: the `index`-th thing of a set. */
export type Source = (random: Random, index: number) => Written;

/** Pixels of the longer side at which strokes and outlines are drawn. */
export const DRAWN_SIDE = 160;

/**
 * Digits of MNIST, one after the other.
 *
 * @param indices Of the images that may be shown.
 */
export function fromMnist(data: DataSet, indices: Uint32Array): Source {
  return (_random, index) => {
    const image = indices[index % indices.length]!;
    const pixels = data.images.subarray(image * PIXELS, (image + 1) * PIXELS);
    return {
      ink: {
        width: SIDE,
        height: SIDE,
        data: Float32Array.from(pixels, (value) => value / 255),
      },
      label: String(data.labels[image]),
    };
  };
}

/** Digits drawn from the strokes of the world's styles, all alike often. */
export const fromStrokes: Source = (random) => {
  const digit = wholeBetween(random, 0, 9);
  const ink = inkOf(drawDigit(digit, random), DRAWN_SIDE);
  return { ink, label: String(digit) };
};

/**
 * Characters of fonts.
 *
 * @param glyphs Digits are labelled, other characters are not.
 */
export function fromFonts(glyphs: readonly FontGlyph[]): Source {
  return (random) => {
    const { ink, character } = pick(random, glyphs);
    return { ink, label: /^[0-9]$/.test(character) ? character : "" };
  };
}

/** Letters, signs, doodles, scribbles, words and spoilt digits. */
export const fromNonDigits: Source = (random) => ({
  ink: drawNonDigit(random, DRAWN_SIDE),
  label: "",
});

/** Styles that half the world writes and MNIST hardly has. */
const CONTINENTAL = /slash|upstroke|foot|crossed/;

/** Slashed zeros, ones with a long upstroke or a foot, crossed sevens. */
export const fromContinentalStrokes: Source = (random) => {
  const styles = DIGIT_ALLOGRAPHS.flatMap((allographs, digit) =>
    allographs.filter(({ style }) => CONTINENTAL.test(style))
      .map((allograph): [number, Allograph] => [digit, allograph])
  );
  const digits = [...new Set(styles.map(([digit]) => digit))];
  const digit = digits[wholeBetween(random, 0, digits.length - 1)]!;
  const [, allograph] = pickWeighted(
    random,
    styles.filter(([own]) => own === digit),
    ([, { weight }]) => weight,
  );
  const ink = inkOf(drawAllograph(allograph, random), DRAWN_SIDE);
  return { ink, label: String(digit) };
};

/** One of several, each as likely as its weight. */
export function mixed(
  ...sources: readonly { source: Source; weight: number }[]
): Source {
  return (random, index) =>
    pickWeighted(random, sources, ({ weight }) => weight)
      .source(random, index);
}
