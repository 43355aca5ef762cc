import type { Random } from "../random.ts";
import { between, happens, pick, pickWeighted } from "./chance.ts";
import { write } from "./hand.ts";
import {
  clipped,
  type Extent,
  extentOf,
  type Lines,
  mirrored,
  moved,
  turned,
} from "./place.ts";
import type { Point } from "./smooth.ts";
import { DIGIT_ALLOGRAPHS } from "./strokes.ts";

/**
 * Digits that are none any more: what a wrong cut between characters leaves, a
 * page upside down, characters that were not told apart.
 */

/** Digits whose mirror image is none: a mirrored 2 is a 5 to some, and 0, 1, 4, 8 stay. */
export const MIRRORED = [3, 6, 7, 9] as const;

/** Digits that lying down are none: 0, 2, 4, 5 stay, a 6 or 9 may be a 0 with a tail. */
export const TURNED = [3, 7, 8] as const;

/** The part that is left of a digit, where no digit is left: half a 7 or 0 is a 1, half an 8 a 0, 3 or 6. */
export const CUT: readonly (readonly [digit: number, left: Side])[] = [
  [0, "top"],
  [0, "bottom"],
  [2, "bottom"],
  [3, "left"],
  [5, "top"],
];

type Side = "left" | "top" | "bottom";

/** Digits of which two on top of each other are neither: a 1 across a 0 slashes it. */
const OVERLAID = [2, 3, 4, 5, 6, 8, 9] as const;

/** Share of a digit that a cut leaves. */
const CUT_FROM = 0.32;
const CUT_TO = 0.44;

export function cutDigit(random: Random): Lines {
  const [digit, side] = pick(random, CUT);
  const lines = writeDigit(digit, random);
  const extent = extentOf(lines);
  const share = between(random, CUT_FROM, CUT_TO);
  const left = clipped(lines, (point) => position(point, extent, side) < share);
  return left.length > 0 ? left : lines.slice(0, 1);
}

function position({ x, y }: Point, extent: Extent, side: Side): number {
  const { left, right, top, bottom } = extent;
  if (side === "left") return (x - left) / (right - left);
  const down = (y - top) / (bottom - top);
  return side === "top" ? down : 1 - down;
}

export function mirroredDigit(random: Random): Lines {
  return mirrored(writeDigit(pick(random, MIRRORED), random));
}

export function turnedDigit(random: Random): Lines {
  const lines = writeDigit(pick(random, TURNED), random);
  return turned(lines, happens(random, 0.5) ? 1 : -1);
}

export function overlaidDigits(random: Random): Lines {
  const below = pick(random, OVERLAID);
  const above = pick(random, OVERLAID.filter((digit) => digit !== below));
  const right = between(random, 0.25, 0.5);
  const down = between(random, -0.3, 0.3);
  return [
    ...writeDigit(below, random),
    ...moved(writeDigit(above, random), right, down),
  ];
}

function writeDigit(digit: number, random: Random): Lines {
  const allographs = DIGIT_ALLOGRAPHS[digit]!;
  const { shape } = pickWeighted(random, allographs, ({ weight }) => weight);
  return write(shape, random);
}
