import type { Calibration } from "../src/inference/calibrate.ts";
import { softmax } from "../src/inference/softmax.ts";
import { CLASSES } from "./mnist.ts";
import { largest } from "./score.ts";

/** An answer is called sure where, on held-out images, at most 1 in 1,000 such answers is wrong. */
const WRONG_AMONG_SURE = 0.001;
/** Search grid: the optimum is flat, and 1% steps are finer than it can be told. */
const TEMPERATURES = Array.from({ length: 161 }, (_, i) => 0.2 * 1.02 ** i);

/**
 * Fits the temperature (least negative log-likelihood, Guo et al. 2017) and the two thresholds on
 * images that were not trained on.
 *
 * @param logits images x 10
 * @param labels one digit an image
 */
export function fitCalibration(
  logits: Float32Array,
  labels: Uint8Array,
): Calibration {
  const temperature = argMin(
    TEMPERATURES,
    (t) => negativeLogLikelihood(logits, labels, t),
  );
  const answers = judgeAll(logits, labels, temperature)
    .toSorted((a, b) => b.confidence - a.confidence);
  return {
    temperature,
    sure: sureThreshold(answers),
    // The largest probability tells an odd digit from a scribble badly: refuse only what no held-out
    // digit was as unclear as, and show everything else as unsure.
    reject: answers.at(-1)?.confidence ?? 0,
  };
}

interface Answer {
  readonly confidence: number;
  readonly right: boolean;
}

/** The lowest confidence above which few enough answers are wrong. */
function sureThreshold(answers: readonly Answer[]): number {
  let threshold = 1;
  let wrong = 0;
  answers.forEach(({ confidence, right }, index) => {
    if (!right) wrong++;
    // A threshold lets in all answers of its confidence, or none.
    if (answers[index + 1]?.confidence === confidence) return;
    if (wrong <= WRONG_AMONG_SURE * (index + 1)) threshold = confidence;
  });
  return threshold;
}

function judgeAll(
  logits: Float32Array,
  labels: Uint8Array,
  temperature: number,
): Answer[] {
  const probabilities = new Float64Array(CLASSES);
  return Array.from(labels, (label, i) => {
    softmax(
      probabilities,
      logits.subarray(i * CLASSES, (i + 1) * CLASSES),
      temperature,
    );
    const best = largest(probabilities);
    return { confidence: probabilities[best]!, right: best === label };
  });
}

function negativeLogLikelihood(
  logits: Float32Array,
  labels: Uint8Array,
  temperature: number,
): number {
  const probabilities = new Float64Array(CLASSES);
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    softmax(
      probabilities,
      logits.subarray(i * CLASSES, (i + 1) * CLASSES),
      temperature,
    );
    sum -= Math.log(Math.max(Number.MIN_VALUE, probabilities[labels[i]!]!));
  }
  return sum / labels.length;
}

function argMin(
  candidates: readonly number[],
  cost: (candidate: number) => number,
): number {
  const costs = candidates.map(cost);
  return candidates[costs.indexOf(Math.min(...costs))]!;
}
