import type { Ink } from "../../../src/imaging/ink.ts";
import type { Box } from "../../../src/imaging/picture.ts";
import type { Random } from "../../random.ts";
import { between, happens, spread } from "../chance.ts";
import type { Form, Hand } from "./hand.ts";
import { createLine, gapPlace, type Line, paint, touchPlace } from "./line.ts";
import { writeMark } from "./marks.ts";

/** How a number is written; lengths in pixels. */
export interface Layout {
  /** Of a digit. */
  readonly height: number;
  /** Of the pen's line. */
  readonly thickness: number;
  /** Clear paper between two neighbours that do not touch: least and mean. */
  readonly gap: readonly [least: number, mean: number];
  /** Probability that two digits beside each other touch. */
  readonly contact: number;
  /** Horizontal shift per height beyond the hand's own. */
  readonly slant: number;
  /** Deviation of a digit's size, in parts of itself. */
  readonly sizeJitter: number;
  /** Deviation of a digit's foot from the line it stands on. */
  readonly footJitter: number;
  /** The line it stands on: pixels down per pixel to the right. */
  readonly slope: number;
  /** Whether digits are turned with the line: the paper was, not the hand. */
  readonly turns: boolean;
  /** Waves of the line it stands on. */
  readonly wave: { readonly amplitude: number; readonly period: number };
}

/** A character of a number and where it stands in its ink. */
export interface PlacedSign {
  readonly character: string;
  readonly box: Box;
  /** Whether it is a digit that touches the digit before it. */
  readonly touches: boolean;
}

/** Ink of a number, cut tight. */
export interface ComposedNumber {
  readonly ink: Ink;
  /** From left to right. */
  readonly signs: readonly PlacedSign[];
}

/** Radians and parts of a height by which digits of one hand differ. */
const TURN_JITTER = 0.025;
const SLANT_JITTER = 0.035;

/** No digit is smaller or larger than this, in parts of the layout's height. */
const SIZE_RANGE = [0.8, 1.25] as const;

/**
 * Writes a number in a line: digits by the hand, marks between them.
 *
 * @param text Digits and the characters of `MARK_CHARACTERS`.
 */
export function composeNumber(
  text: string,
  hand: Hand,
  random: Random,
  layout: Layout,
): ComposedNumber {
  const line = createLine(text.length, layout.height, layout.gap[1]);
  const phase = between(random, 0, 2 * Math.PI);
  let previous: string | null = null;
  for (const character of text) {
    const form = drawForm(random, layout);
    const { ink, drop } = isDigit(character)
      ? {
        ink: hand.write(Number(character), random, form),
        drop: spread(random, layout.footJitter),
      }
      : writeMark(character, random, form);
    const gap = previous === null ? 0 : drawGap(random, layout);
    const foot = footAt(line.end + gap + ink.width / 2, phase, layout);
    const y = Math.round(line.base + foot + drop - ink.height);
    const mayTouch = previous !== null && isDigit(previous) &&
      isDigit(character) && happens(random, layout.contact);
    const touching = mayTouch
      ? touchPlace(line, { character, ink, y }, layout, random.uniform())
      : null;
    const x = touching ?? gapPlace(line, ink, y, gap, layout);
    paint(line, { character, ink, x, y, touches: touching !== null });
    previous = character;
  }
  return cutTight(line);
}

export function isDigit(character: string): boolean {
  return /^[0-9]$/.test(character);
}

function drawForm(random: Random, layout: Layout): Form {
  const [smallest, largest] = SIZE_RANGE;
  const size = 1 + spread(random, layout.sizeJitter);
  const turn = layout.turns ? Math.atan(layout.slope) : 0;
  return {
    height: layout.height * Math.min(largest, Math.max(smallest, size)),
    thickness: layout.thickness,
    slant: layout.slant + spread(random, SLANT_JITTER),
    angle: turn + spread(random, TURN_JITTER),
  };
}

function drawGap(random: Random, { gap: [least, mean] }: Layout): number {
  return Math.round(Math.max(least, mean * between(random, 0.5, 1.5)));
}

/** How far below its start the line runs at `x`. */
function footAt(x: number, phase: number, { slope, wave }: Layout): number {
  const turn = 2 * Math.PI * x / wave.period;
  return slope * x + wave.amplitude * Math.sin(phase + turn);
}

function cutTight({ ink, signs }: Line): ComposedNumber {
  const left = Math.min(...signs.map(({ box }) => box.x));
  const top = Math.min(...signs.map(({ box }) => box.y));
  const right = Math.max(...signs.map(({ box }) => box.x + box.width));
  const bottom = Math.max(...signs.map(({ box }) => box.y + box.height));
  const [width, height] = [right - left, bottom - top];
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (y + top) * ink.width + left;
    data.set(ink.data.subarray(from, from + width), y * width);
  }
  return {
    ink: { width, height, data },
    signs: signs.map(({ box, ...sign }) => ({
      ...sign,
      box: { ...box, x: box.x - left, y: box.y - top },
    })),
  };
}
