import type { Ink } from "../../src/imaging/ink.ts";
import { resample } from "../../src/imaging/resample.ts";
import type { Random } from "../random.ts";
import { between, happens } from "../synthetic/chance.ts";
import { tighten } from "../tighten.ts";
import type { Made } from "./maker.ts";

/** Signs side by side as a hand puts them, many of them touching. */

/** Pixels of a sign. */
export const HEIGHT = 40;

/** Sizes of signs in one number, in heights. */
const SIZES = [0.8, 1.1] as const;

/** Paper between neighbours, in heights; below 0 they touch. */
const GAPS = [-0.09, 0.1] as const;
const WIDE_GAPS = [0.05, 0.5] as const;

/** How far a sign stands above or below its neighbour, in heights. */
const DROP = 0.12;

export interface Composed {
  readonly ink: Ink;
  /** Like the ink: the index of the sign whose ink is strongest. */
  readonly owners: Int8Array;
  /** One per sign. */
  readonly labels: readonly number[];
}

/** Paper around all, in pixels. */
const MARGIN = 4;

/**
 * Puts signs side by side.
 *
 * @param wideShare Share of the neighbours that stand clear of each other, 0..1.
 * @returns null where a sign has no ink.
 */
export function compose(
  random: Random,
  signs: readonly Made[],
  wideShare: number,
): Composed | null {
  const digits: Ink[] = [];
  for (const sign of signs) {
    const tight = tighten(sign.ink);
    if (!tight) return null;
    digits.push(toHeight(tight, random));
  }
  const width = digits.reduce((sum, { width }) => sum + width + HEIGHT, 0);
  const ink: Ink = {
    width: width + 2 * MARGIN,
    height: 2 * HEIGHT,
    data: new Float32Array((width + 2 * MARGIN) * 2 * HEIGHT),
  };
  const owners = new Int8Array(ink.data.length).fill(-1);
  const ends = new Int32Array(ink.height);
  digits.forEach((digit, i) => {
    const drop = Math.round(HEIGHT * between(random, -DROP, DROP));
    const top = Math.round((ink.height - digit.height) / 2) + drop;
    const [least, most] = happens(random, wideShare) ? WIDE_GAPS : GAPS;
    const gap = Math.round(HEIGHT * between(random, least, most));
    const left = i === 0 ? MARGIN : placeBeside(ends, digit, top) + gap;
    paint(ink, owners, ends, digit, i, Math.max(0, left), top);
  });
  return { ink, owners, labels: signs.map(({ label }) => label) };
}

function toHeight(ink: Ink, random: Random): Ink {
  const longer = Math.max(ink.height, ink.width);
  const ratio = HEIGHT * between(random, ...SIZES) / longer;
  const width = Math.max(1, Math.round(ink.width * ratio));
  const height = Math.max(1, Math.round(ink.height * ratio));
  const data = resample(ink.data, ink.width, ink.height, width, height);
  return { width, height, data };
}

/** Ink that makes two signs touch. */
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
