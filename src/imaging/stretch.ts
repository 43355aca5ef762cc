import type { Ink } from "./ink.ts";
import { NORMALIZED_SIDE } from "./normalize.ts";
import { resample } from "./resample.ts";
import { thicken } from "./thicken.ts";

/** Pixels that two digits are high, and wide at most: they are stretched to all that the network sees. */
const SIDE = 24;

/** Width of two digits for their height from which they are squeezed. */
const SQUEEZED = 0.7;

/**
 * Makes of two digits what the network is asked about them: as high as can be, and
 * narrower than they are, so that each has as many pixels as possible.
 *
 * @returns 28 x 28, row-major, 0 = paper, 1 = full ink.
 */
export function stretch(pair: Ink): Float32Array {
  const ink = thicken(pair);
  const aspect = Math.min(1, ink.width / ink.height / SQUEEZED);
  const width = Math.max(1, Math.round(SIDE * aspect));
  const data = resample(ink.data, ink.width, ink.height, width, SIDE);
  const peak = data.reduce((most, value) => Math.max(most, value), 0);
  const stretched = new Float32Array(NORMALIZED_SIDE ** 2);
  const left = (NORMALIZED_SIDE - width) >> 1;
  const top = (NORMALIZED_SIDE - SIDE) >> 1;
  for (let i = 0; i < data.length && peak > 0; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    stretched[(top + y) * NORMALIZED_SIDE + left + x] = data[i]! / peak;
  }
  return stretched;
}
