import { softmax } from "./softmax.ts";

/**
 * Turns logits into confidences that mean what they say: one temperature for all classes
 * (Guo et al. 2017, "On Calibration of Modern Neural Networks") and two thresholds on the largest
 * probability, all three fitted on the validation split when the weights were exported.
 */
export interface Calibration {
  /** Logits are divided by it before softmax; above 1 means the raw network was overconfident. */
  readonly temperature: number;
  /** From this confidence on an answer is `sure`. */
  readonly sure: number;
  /** Below this confidence the glyph is taken for no digit at all. */
  readonly reject: number;
}

export type Verdict = "sure" | "unsure" | "rejected";

/** What was read from one glyph. */
export interface Judgement {
  /** null when rejected. */
  readonly digit: number | null;
  /** Probability of the likeliest digit, 0..1. */
  readonly confidence: number;
  /** One per digit, sums to 1. */
  readonly probabilities: readonly number[];
  readonly verdict: Verdict;
  /** Digits worth considering, likeliest first; empty unless unsure. */
  readonly alternatives: readonly number[];
}

/** A digit is worth naming as an alternative from this probability on: 1 in 20. */
const ALTERNATIVE_PROBABILITY = 0.05;

/** Reads one glyph's logits. */
export function judge(
  logits: Float32Array,
  calibration: Calibration,
): Judgement {
  const buffer = new Float64Array(logits.length);
  softmax(buffer, logits, calibration.temperature);
  const probabilities = [...buffer];
  const confidence = Math.max(...probabilities);
  const best = probabilities.indexOf(confidence);
  if (!(confidence >= calibration.reject)) {
    return {
      digit: null,
      confidence,
      probabilities,
      verdict: "rejected",
      alternatives: [],
    };
  }
  if (confidence >= calibration.sure) {
    return {
      digit: best,
      confidence,
      probabilities,
      verdict: "sure",
      alternatives: [],
    };
  }
  const alternatives = probabilities.keys().toArray()
    .filter((digit) =>
      digit !== best && probabilities[digit]! >= ALTERNATIVE_PROBABILITY
    )
    .sort((a, b) => probabilities[b]! - probabilities[a]!);
  return {
    digit: best,
    confidence,
    probabilities,
    verdict: "unsure",
    alternatives,
  };
}
