import {
  CLASSES,
  DIGIT_COUNT,
  NOT_A_DIGIT,
  SEVERAL_DIGITS,
} from "./classes.ts";
import { softmax } from "./softmax.ts";

/**
 * Turns logits into confidences that mean what they say: one temperature for all classes
 * (Guo et al. 2017, "On Calibration of Modern Neural Networks") and two thresholds, all three fitted
 * on held-out images when the weights were exported. Whether there is one digit at all is told by
 * classes of their own, trained on what is none (letters, scribbles, pieces of digits) and on what is
 * several (digits that touch).
 */
export interface Calibration {
  /** Logits are divided by it before softmax; above 1 means the raw network was overconfident. */
  readonly temperature: number;
  /** From this confidence on an answer is `sure`. */
  readonly sure: number;
  /** Above this strangeness the glyph is taken for no digit at all. */
  readonly reject: number;
}

export type Verdict = "sure" | "unsure" | "rejected";

/** What was read from one glyph. */
export interface Judgement {
  /** null when rejected. */
  readonly digit: number | null;
  /** Probability of the likeliest digit, 0..1, if it is a digit. */
  readonly confidence: number;
  /** One per digit, sums to 1. */
  readonly probabilities: readonly number[];
  /** Probability that it is not one digit, 0..1. */
  readonly strangeness: number;
  /** The part of it that it is several digits, 0..1. */
  readonly several: number;
  readonly verdict: Verdict;
  /** Digits worth considering, likeliest first; empty unless unsure. */
  readonly alternatives: readonly number[];
}

/** A digit is worth naming as an alternative from this probability on: 1 in 20. */
const ALTERNATIVE_PROBABILITY = 0.05;

/**
 * Reads one glyph's logits.
 *
 * @param logits One a class.
 */
export function judge(
  logits: Float32Array,
  calibration: Calibration,
): Judgement {
  const all = new Float64Array(CLASSES);
  softmax(all, logits.subarray(0, CLASSES), calibration.temperature);
  const several = all[SEVERAL_DIGITS]!;
  const strangeness = all[NOT_A_DIGIT]! + several;
  const buffer = new Float64Array(DIGIT_COUNT);
  softmax(buffer, logits.subarray(0, DIGIT_COUNT), calibration.temperature);
  const probabilities = [...buffer];
  const confidence = Math.max(...probabilities);
  const best = probabilities.indexOf(confidence);
  const read = { confidence, probabilities, strangeness, several };
  // Written so that what is no number is rejected too.
  if (!(strangeness <= calibration.reject && confidence > 0)) {
    return { ...read, digit: null, verdict: "rejected", alternatives: [] };
  }
  if (confidence >= calibration.sure) {
    return { ...read, digit: best, verdict: "sure", alternatives: [] };
  }
  const alternatives = probabilities.keys().toArray()
    .filter((digit) =>
      digit !== best && probabilities[digit]! >= ALTERNATIVE_PROBABILITY
    )
    .sort((a, b) => probabilities[b]! - probabilities[a]!);
  return { ...read, digit: best, verdict: "unsure", alternatives };
}
