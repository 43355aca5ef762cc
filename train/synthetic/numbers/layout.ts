import type { Random } from "../../random.ts";
import { between, happens, spread } from "../chance.ts";
import type { Layout } from "./compose.ts";

/** Pixels that stay clear between digits that do not touch. */
const LEAST_GAP = 3;

/** The same in heights of a digit. */
const LEAST_GAP_SHARE = 0.05;

/** Mean gaps of the widest and the narrowest writing, in heights. */
const WIDEST_GAP = 0.7;
const NARROWEST_GAP = 0.05;

/** Mean gap of writing whose digits touch, in heights. */
const TIGHT_GAP = 0.12;

/**
 * Draws a way to write a line.
 *
 * @param height Pixels of a digit.
 * @param thickness Pixels of the pen's line.
 * @param contact Probability that two digits beside each other touch.
 */
export function drawLayout(
  random: Random,
  height: number,
  thickness: number,
  contact = 0,
): Layout {
  const least = Math.ceil(Math.max(LEAST_GAP, LEAST_GAP_SHARE * height));
  const widest = Math.log(contact > 0 ? TIGHT_GAP : WIDEST_GAP);
  const share = Math.exp(between(random, Math.log(NARROWEST_GAP), widest));
  const slope = happens(random, 0.5)
    ? spread(random, 0.02)
    : spread(random, 0.06);
  return {
    height,
    thickness,
    gap: [least, Math.max(least, share * height)],
    contact,
    slant: spread(random, 0.06),
    sizeJitter: between(random, 0, 0.09),
    footJitter: height * between(random, 0, 0.05),
    slope,
    turns: happens(random, 0.5),
    wave: {
      amplitude: happens(random, 0.5) ? height * between(random, 0, 0.08) : 0,
      period: height * between(random, 3, 8),
    },
  };
}

/** Pixels and heights of a digit: lines of a pen on a canvas. */
const THINNEST_LINE = 1.6;
const LINES = { from: 0.03, to: 0.15 } as const;

/** Thin lines are as common as thick ones. */
export function drawThickness(random: Random, height: number): number {
  const share = between(random, Math.log(LINES.from), Math.log(LINES.to));
  return Math.max(THINNEST_LINE, height * Math.exp(share));
}
