import type { Ink } from "../../../src/imaging/ink.ts";
import { slantOf } from "../../../src/imaging/slant.ts";
import { type DataSet, PIXELS, SIDE } from "../../mnist.ts";
import { Random } from "../../random.ts";
import { between, happens, pick, pickWeighted, spread } from "../chance.ts";
import type { FontGlyph } from "../fonts.ts";
import { write } from "../hand.ts";
import {
  type Hand,
  type Hands,
  inkLines,
  inkShape,
  ofHeightOne,
} from "./hand.ts";
import { type Pen, randomPen } from "../pen.ts";
import { cropToInk } from "../photos/plate.ts";
import { centreLines } from "../photos/skeleton.ts";
import { type Lines, mapLines } from "../place.ts";
import { type Allograph, DIGIT_ALLOGRAPHS } from "../strokes.ts";

/** Images of a digit among which a hand takes the one most like its own. */
const CANDIDATES = 12;

/** Slant of MNIST's digits: mean and deviation, in shifts per height. */
const MNIST_SLANT = { mean: 0.14, deviation: 0.16 };

/** Widths of the lines of most of MNIST's digits, by `widthOf`, pixels. */
const MNIST_WIDTHS = [1.5, 3.2] as const;

/** Lines thicker than this, in pixels, fill bends that a thinner pen would lose. */
const THIN = 1.8;

/** Share of hands whose digits keep the line they were written with. */
const KEPT_LINES = 0.35;

/**
 * Hands that write with MNIST's digits, by one pen and in one slant.
 *
 * @param indices Of the images that may be shown.
 * @throws {RangeError} When a digit is asked for of which there is no image.
 */
export function mnistHands(data: DataSet, indices: Uint32Array): Hands {
  const images = Map.groupBy(indices, (image) => data.labels[image]!);
  const drawImage = (random: Random, digit: number) =>
    imageOf(data, pick(random, images.get(digit) ?? []));
  return (random) => {
    const own: Habit = {
      slant: MNIST_SLANT.mean + spread(random, MNIST_SLANT.deviation),
      width: between(random, ...MNIST_WIDTHS),
    };
    const keepsLine = happens(random, KEPT_LINES);
    const pen = evenPen(randomPen(random));
    return {
      write(digit, random, form) {
        const candidates = Array.from(
          { length: CANDIDATES },
          () => drawImage(random, digit),
        );
        const { ink, lines } = mostLike(candidates, digit, own, keepsLine);
        return keepsLine || lines === null
          ? inkShape(ink, random, form)
          : inkLines(ofHeightOne(lines), pen, random, form);
      },
    };
  };
}

/** What the digits of one person have in common. */
interface Habit {
  /** Shift to the right per height. */
  readonly slant: number;
  /** Of the line, pixels of MNIST. */
  readonly width: number;
}

/**
 * The image most like the others of its writer. Images whose gaps and loops are
 * in doubt come last: enlarged they would be torn.
 */
function mostLike(
  inks: readonly Ink[],
  digit: number,
  own: Habit,
  keepsLine: boolean,
): { ink: Ink; lines: Lines | null } {
  const distance = (ink: Ink) =>
    Math.abs(slantOf(ink) - own.slant) +
    (keepsLine
      ? Math.abs(Math.log(widthOf(ink) / own.width))
      : Math.max(0, Math.log(widthOf(ink) / THIN)));
  const ordered = inks.map((ink) => ({ ink, distance: distance(ink) }))
    .sort((a, b) => a.distance - b.distance);
  for (const { ink } of ordered) {
    const lines = linesOf(ink);
    const isWhole = lines && (keepsLine || loopsOf(lines) >= LOOPS[digit]!);
    if (isWhole) return { ink, lines };
  }
  return { ink: ordered[0]!.ink, lines: null };
}

/** Pieces of centre lines are drawn one by one, and must not differ. */
function evenPen(pen: Pen): Pen {
  return { ...pen, pressure: 0, tapers: false };
}

function imageOf({ images }: DataSet, image: number): Ink {
  const pixels = images.subarray(image * PIXELS, (image + 1) * PIXELS);
  const data = Float32Array.from(pixels, (value) => value / 255);
  const ink = { width: SIDE, height: SIDE, data };
  return cropToInk(ink) ?? ink;
}

/** Width of the line, pixels: area by half the outline. */
function widthOf({ width, data }: Ink): number {
  let [area, outline] = [0, 0];
  data.forEach((value, i) => {
    const isLast = (i + 1) % width === 0;
    const right = isLast ? 0 : data[i + 1]!;
    const below = data[i + width] ?? 0;
    area += value;
    outline += Math.hypot(right - value, below - value);
  });
  return 2 * area / outline;
}

/**
 * Loops of each digit. One that has run full of ink is a stick when it is
 * written again with a thinner pen.
 */
const LOOPS = [1, 0, 0, 0, 0, 0, 1, 0, 2, 1] as const;

/** Loops of pieces of line, by Euler's formula; too few where they are apart. */
function loopsOf(lines: Lines): number {
  const points = new Set(lines.flat().map(({ x, y }) => `${x} ${y}`));
  return lines.length - points.size + 1;
}

function linesOf(ink: Ink): Lines | null {
  return centreLines(ink)?.map(({ x0, y0, x1, y1 }) => [
    { x: x0, y: y0 },
    { x: x1, y: y1 },
  ]) ?? null;
}

/** Who writes 1 with a long upstroke crosses the 7. */
const UPSTROKE = /upstroke/;
const CROSSED = /crossed/;

/** Hands that write with the strokes of one style a digit. */
export const strokeHands: Hands = (random) => {
  const seed = random.uint32();
  const pen = randomPen(random);
  const styles = DIGIT_ALLOGRAPHS.map((allographs) =>
    drawStyle(random, allographs)
  );
  const sevens = DIGIT_ALLOGRAPHS[7]!.filter(({ style }) =>
    CROSSED.test(style)
  );
  const seven = drawStyle(random, sevens);
  if (UPSTROKE.test(styles[1]!.style)) styles[7] = seven;
  return {
    write(digit, own, form) {
      // The same seed is the same hand; what differs is bent in afterwards.
      const lines = write(styles[digit]!.shape, new Random(seed));
      return inkLines(ofHeightOne(bent(lines, own)), pen, own, form);
    },
  };
};

function drawStyle(random: Random, styles: readonly Allograph[]): Allograph {
  return pickWeighted(random, styles, ({ weight }) => weight);
}

/** Amplitude, in heights, and radians a height by which two like digits differ. */
const BEND = 0.018;
const BEND_NUMBER = [3, 7] as const;

function bent(lines: Lines, random: Random): Lines {
  const waves = Array.from({ length: 4 }, () => ({
    number: between(random, ...BEND_NUMBER),
    phase: between(random, 0, 2 * Math.PI),
    depth: spread(random, BEND),
  }));
  const wave = (i: number, along: number) =>
    waves[i]!.depth * Math.sin(waves[i]!.phase + waves[i]!.number * along);
  return mapLines(lines, ({ x, y }) => ({
    x: x + wave(0, x) + wave(1, y),
    y: y + wave(2, x) + wave(3, y),
  }));
}

/**
 * Hands that write with the digits of one font each.
 *
 * @param glyphs Other characters than digits and families that lack a digit are
 *   left out.
 * @throws {RangeError} When no family has all digits.
 */
export function fontHands(glyphs: readonly FontGlyph[]): Hands {
  const digits = glyphs.filter(({ character }) => /^[0-9]$/.test(character));
  const families = [...Map.groupBy(digits, ({ family }) => family).values()]
    .map((family) =>
      new Map(family.map(({ character, ink }) => [Number(character), ink]))
    )
    .filter(({ size }) => size === DIGIT_ALLOGRAPHS.length);
  return (random) => {
    const inks = pick(random, families);
    return {
      write: (digit, own, form) => inkShape(inks.get(digit)!, own, form),
    };
  };
}

/** One of several, each as likely as its weight. */
export function mixedHands(
  ...hands: readonly { hands: Hands; weight: number }[]
): Hands {
  return (random): Hand =>
    pickWeighted(random, hands, ({ weight }) => weight).hands(random);
}
