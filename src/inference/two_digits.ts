import {
  DIGIT_COUNT,
  FIRST_OF_TWO,
  OUTPUTS,
  SECOND_OF_TWO,
} from "./classes.ts";
import { softmax } from "./softmax.ts";

/** Which two digits an image shows: the probability of each as the first and as the second, 0..1. */
export interface TwoDigits {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** @param logits All outputs of the network. */
export function judgeTwo(logits: Float32Array): TwoDigits {
  const first = new Float64Array(DIGIT_COUNT);
  const second = new Float64Array(DIGIT_COUNT);
  softmax(first, logits.subarray(FIRST_OF_TWO, SECOND_OF_TWO));
  softmax(second, logits.subarray(SECOND_OF_TWO, OUTPUTS));
  return { first, second };
}
