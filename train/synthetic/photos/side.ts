import type { Random } from "../../random.ts";
import { happens, pick } from "../chance.ts";

/** Sides to which people reduce pictures for a network. */
const SIDES = [28, 28, 32, 48, 64] as const;

/** A reduced digit and its stroke have at least so many pixels to be readable. */
const SMALLEST_DIGIT = 14;
const THINNEST_STROKE = 0.8;

/**
 * The longer side a picture is reduced to, or null for none: only such that a
 * person could still read the digit.
 *
 * @param longer Pixels of the picture's longer side.
 * @param size Pixels of the digit.
 * @param thickness Of its stroke in parts of its size; null for a thick one.
 */
export function drawSide(
  random: Random,
  probability: number,
  longer: number,
  size: number,
  thickness: number | null,
): number | null {
  const side = pick(random, SIDES);
  if (!happens(random, probability)) return null;
  const reduced = size * side / longer;
  const isReadable = reduced >= SMALLEST_DIGIT &&
    (thickness === null || thickness * reduced >= THINNEST_STROKE);
  return isReadable ? side : null;
}
