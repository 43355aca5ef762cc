import type { Random } from "../random.ts";
import { pickWeighted } from "./chance.ts";
import type { Drawing } from "./drawing.ts";
import { write } from "./hand.ts";
import { drawLines, randomPen } from "./pen.ts";
import { type Allograph, DIGIT_ALLOGRAPHS } from "./strokes.ts";

/**
 * Draws a digit as some person somewhere would, in a style as common as its
 * weight says.
 *
 * @param digit 0..9
 * @throws {RangeError} When `digit` is none.
 */
export function drawDigit(digit: number, random: Random): Drawing {
  const allographs = DIGIT_ALLOGRAPHS[digit];
  if (!allographs) throw new RangeError(`Cannot draw ${digit}: no digit`);
  return drawAllograph(
    pickWeighted(random, allographs, ({ weight }) => weight),
    random,
  );
}

/** Draws a character in one style, by a random hand and pen. */
export function drawAllograph({ shape }: Allograph, random: Random): Drawing {
  return drawLines(write(shape, random), randomPen(random), random);
}
