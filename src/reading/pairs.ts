import { stretch } from "../imaging/stretch.ts";
import { inkOf, type TextLine } from "../imaging/text_line.ts";
import type { TwoDigits } from "../inference/two_digits.ts";

/**
 * A second opinion on digits that were cut apart: the network sees both as one image,
 * so that it does not matter where the cut went (after Hochuli et al., Handwritten
 * digit segmentation: is it still necessary?, Pattern Recognition 78, 2018).
 */

/** Tells which two digits an image of `stretch` shows. */
export type TellTwo = (stretched: Float32Array) => TwoDigits;

/** How much its opinion counts, where what is read in each digit counts 1. */
const PAIR = 0.3;

/** It is never surer than this that two digits are not what they seem. */
const FLOOR = 1e-3;

/** Most that two digits cost which it takes for others. */
export const MOST_PAIR_PRICE = -PAIR * Math.log(FLOOR);

/** What two digits cost that were cut apart, by the atoms of both. */
export type PairPrice = (
  from: number,
  to: number,
  digits: readonly [first: number, second: number],
) => number;

/** @param tellTwo Asked once for each pair of places. */
export function pairPricesOf(line: TextLine, tellTwo: TellTwo): PairPrice {
  const known = new Map<number, TwoDigits>();
  return (from, to, [a, b]) => {
    const key = from * (line.atoms.length + 1) + to;
    let two = known.get(key);
    if (!two) {
      two = tellTwo(stretch(inkOf(line, from, to).ink));
      known.set(key, two);
    }
    const likely = two.first[a]! * two.second[b]!;
    return -PAIR * Math.log(Math.max(FLOOR, likely));
  };
}
