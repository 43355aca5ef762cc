import {
  CLASSES,
  DIGIT_COUNT,
  FIRST_OF_TWO,
  OUTPUTS,
  SECOND_OF_TWO,
  SEVERAL_DIGITS,
} from "../src/inference/classes.ts";

/** What each of the network's three answers is to be: which class, which first digit, which second. */

/** Where the outputs of each answer begin and end. */
export const ANSWERS = [
  [0, CLASSES],
  [FIRST_OF_TWO, SECOND_OF_TWO],
  [SECOND_OF_TWO, OUTPUTS],
] as const;

/** The label of two digits, behind those of the classes. */
export function labelOfTwo(first: number, second: number): number {
  return CLASSES + DIGIT_COUNT * first + second;
}

/**
 * Fills the target of one image. Of what is not two digits nothing is asked about them: all 0.
 *
 * @param smoothing Probability given to all outputs of an answer alike.
 */
export function fillTarget(
  target: Float32Array,
  label: number,
  smoothing: number,
): void {
  target.fill(0);
  const two = label - CLASSES;
  const wanted = two < 0 ? [label] : [
    SEVERAL_DIGITS,
    FIRST_OF_TWO + Math.floor(two / DIGIT_COUNT),
    SECOND_OF_TWO + two % DIGIT_COUNT,
  ];
  wanted.forEach((output, i) => {
    const [from, to] = ANSWERS[i]!;
    target.fill(smoothing / (to - from), from, to);
    target[output]! += 1 - smoothing;
  });
}
