import { type Calibration, judge } from "../src/inference/calibrate.ts";
import { DIGIT_COUNT, OUTPUTS } from "../src/inference/classes.ts";
import { softmax } from "../src/inference/softmax.ts";

/** An answer is called sure where, on held-out images, at most 1 in 1,000 such answers is wrong. */
const WRONG_AMONG_SURE = 0.001;
/** Search grid: the optimum is flat, and 2% steps are finer than it can be told. */
const TEMPERATURES = Array.from({ length: 161 }, (_, i) => 0.2 * 1.02 ** i);
/** Share of held-out digits that may be taken for none: the price of refusing scribbles. */
const REFUSED_DIGITS = 0.0015;
/**
 * Above it nothing is a digit, however few of the held-out ones look that strange: those are seven
 * images of MNIST. On development sets 0.9 refuses 3% more of what is no digit than 0.95, and 0.2%
 * more digits.
 */
const HIGHEST_REJECT = 0.9;

/**
 * Fits the temperature (least negative log-likelihood, Guo et al. 2017) and the two thresholds on
 * digits that were not trained on.
 *
 * @param logits images x OUTPUTS
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
  const answers = judgeAll(logits, labels, temperature);
  const strangeness = answers.map((answer) => answer.strangeness)
    .sort((a, b) => a - b);
  const refused = Math.floor(REFUSED_DIGITS * labels.length);
  return {
    temperature,
    sure: sureThreshold(
      answers.toSorted((a, b) => b.confidence - a.confidence),
    ),
    reject: Math.min(
      HIGHEST_REJECT,
      strangeness[labels.length - 1 - refused] ?? 1,
    ),
  };
}

interface Answer {
  readonly confidence: number;
  readonly strangeness: number;
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
  const accepting = { temperature, sure: 0, reject: 1 };
  return Array.from(labels, (label, i) => {
    const row = logits.subarray(i * OUTPUTS, (i + 1) * OUTPUTS);
    const { digit, confidence, strangeness } = judge(row, accepting);
    return { confidence, strangeness, right: digit === label };
  });
}

/** Of the digits' probabilities; whether it is a digit at all is another question. */
function negativeLogLikelihood(
  logits: Float32Array,
  labels: Uint8Array,
  temperature: number,
): number {
  const probabilities = new Float64Array(DIGIT_COUNT);
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    softmax(
      probabilities,
      logits.subarray(i * OUTPUTS, i * OUTPUTS + DIGIT_COUNT),
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
