import type { Ink } from "./ink.ts";
import { resample } from "./resample.ts";
import { thicken } from "./thicken.ts";

/**
 * Makes of a character what MNIST made of its digits, so that the network is
 * asked what it was trained on.
 *
 * "The original black and white (bilevel) images from NIST were size normalized
 * to fit in a 20x20 pixel box while preserving their aspect ratio. The resulting
 * images contain grey levels as a result of the anti-aliasing technique used by
 * the normalization algorithm. The images were centered in a 28x28 image by
 * computing the center of mass of the pixels, and translating the image so as to
 * position this point at the center of the 28x28 field." (LeCun, Cortes, Burges:
 * The MNIST database; LeCun et al., Gradient-based learning applied to document
 * recognition, Proc. IEEE 86(11), 1998, III.A.)
 *
 *   glyph 90 x 150          12 x 20               28 x 28
 *   +---------+   area    +------+   shift by   +----------+
 *   |  ###    |  average  | ##   |  14 - centre |          |
 *   |    ##   | --------> |   #  | -----------> |   ##     |
 *   |  ###    |           | ##   |   of mass,   |     #    |
 *   +---------+           +------+    rounded   |   ##     |
 *                                               +----------+
 *
 * Worked example: 90 x 150 ink becomes 12 x 20; its centre of mass there is at
 * column 5.3, row 9.8 (the first pixel is 0), so it moves by round(14 - 5.3) = 9
 * columns and round(14 - 9.8) = 4 rows, and the centre of mass comes to lie at
 * (14.3, 13.8).
 *
 * Measured on the 10,000 test images: which middle MNIST used. Moving the centre
 * of mass to pixel 14, ties down, leaves every image where it is; ties up moves
 * 1, and 13.5, the geometric middle, moves 7,545. Cut out by `findCharacter` and
 * normalised again, 1,988 of the first 2,000 come out bit-identical (mean
 * absolute difference 1e-7) and 9,761 of all (2e-4); the others lose a row or
 * column fainter than 1/64 or a speck, the price for ignoring both in photos.
 */

/** Pixels a side of what the network sees. */
export const NORMALIZED_SIDE = 28;

/** Pixels of the longer side of a digit in it. */
const DIGIT_SIDE = 20;

/** Where the centre of mass goes, in pixels from the first one's centre. */
const CENTRE = 14;

/** MNIST's test images all reach 254 / 255; below this, ink is faint. */
const FAINT_PEAK = 0.98;

/**
 * Normalises the ink of one character, cut to its bounding box.
 *
 * @returns 28 x 28, row-major, 0 = paper, 1 = full ink; all 0 without ink.
 */
export function normalize(glyph: Ink): Float32Array {
  return shrinkAndCenter(thicken(glyph));
}

/** The same of ink whose strokes are no hairlines. */
export function shrinkAndCenter(ink: Ink): Float32Array {
  const longer = Math.max(ink.width, ink.height);
  const width = fit(ink.width, longer);
  const height = fit(ink.height, longer);
  const data = resample(ink.data, ink.width, ink.height, width, height);
  strengthen(data);
  return center({ width, height, data });
}

function fit(side: number, longer: number): number {
  return Math.max(1, Math.round(side * DIGIT_SIDE / longer));
}

/** A hairline fades when it shrinks: brings the strongest ink back to 1. */
function strengthen(data: Float32Array): void {
  const peak = data.reduce((most, value) => Math.max(most, value), 0);
  if (peak === 0 || peak >= FAINT_PEAK) return;
  for (let i = 0; i < data.length; i++) data[i] = data[i]! / peak;
}

/** Moves ink by whole pixels so that its centre of mass is in the middle. */
function center({ width, height, data }: Ink): Float32Array {
  let [mass, momentX, momentY] = [0, 0, 0];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      mass += data[i]!;
      momentX += data[i]! * x;
      momentY += data[i]! * y;
    }
  }
  const normalized = new Float32Array(NORMALIZED_SIDE * NORMALIZED_SIDE);
  if (mass === 0) return normalized;
  const left = shift(momentX / mass, width);
  const top = shift(momentY / mass, height);
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    normalized.set(row, (top + y) * NORMALIZED_SIDE + left);
  }
  return normalized;
}

/** Pixels to move by: the nearest, ties down, but never over the edge. */
function shift(centre: number, length: number): number {
  const nearest = Math.ceil(CENTRE - centre - 0.5);
  return Math.min(NORMALIZED_SIDE - length, Math.max(0, nearest));
}
