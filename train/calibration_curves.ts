/**
 * Curves that show whether confidences can be trusted, and what is gained by refusing. All are
 * independent of the order of their input.
 */

import type { Refusal, ReliabilityBin } from "../src/model_report.ts";

/** One answer to a picture with a digit. */
export interface Answer {
  /** 0..1. */
  readonly confidence: number;
  readonly right: boolean;
}

/** Bins as in most papers (Guo et al. 2017 use 15, DeGroot and Fienberg 10). */
const BINS = 10;

/** Points of a curve that are kept: more than a picture of it has pixels to show. */
const POINTS = 200;

/**
 * Answers in bins of equal width over 0..1, those without an answer left out. A confidence on a
 * bound belongs to the upper bin, 1 to the last.
 */
export function reliabilityBins(
  answers: readonly Answer[],
  bins = BINS,
): ReliabilityBin[] {
  const groups = Map.groupBy(
    answers,
    ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)),
  );
  return [...groups].sort(([a], [b]) => a - b).map(([bin, group]) => ({
    from: bin / bins,
    to: (bin + 1) / bins,
    count: group.length,
    confidence: mean(group.map(({ confidence }) => confidence)),
    accuracy: mean(group.map(({ right }) => Number(right))),
  }));
}

/** Mean difference of confidence and accuracy, weighted by counts (Naeini et al. 2015); 0..1. */
export function expectedCalibrationError(
  bins: readonly ReliabilityBin[],
): number {
  const total = sum(bins.map(({ count }) => count));
  if (total === 0) return 0;
  return sum(
    bins.map(({ count, confidence, accuracy }) =>
      count * Math.abs(confidence - accuracy)
    ),
  ) / total;
}

/**
 * Share of the pictures answered and share misread among those, for every confidence from which on
 * answers may be given (El-Yaniv and Wiener 2010); coverage ascends up to 1.
 */
export function riskCoverage(
  answers: readonly Answer[],
): [coverage: number, risk: number][] {
  const sorted = answers.toSorted((a, b) => b.confidence - a.confidence);
  const curve: [number, number][] = [];
  let wrong = 0;
  sorted.forEach(({ confidence, right }, i) => {
    if (!right) wrong++;
    // Equal confidences cannot be told apart: all are answered, or none.
    if (confidence === sorted[i + 1]?.confidence) return;
    curve.push([(i + 1) / sorted.length, wrong / (i + 1)]);
  });
  return thin(curve);
}

/**
 * Share of digits and of non-digits refused, for every threshold on the score, from refusing
 * nothing to refusing all.
 *
 * @param digits One score a picture; the higher, the more it looks like a digit.
 * @param nonDigits The same for pictures of anything else.
 */
export function refusalCurve(
  digits: readonly number[],
  nonDigits: readonly number[],
): [digitsRefused: number, nonDigitsRefused: number][] {
  return thin(
    refusals(digits, nonDigits).map((
      { digitsRefused, nonDigitsRefused },
    ) => [digitsRefused, nonDigitsRefused]),
  );
}

/** Refuses every picture with a lower score than `threshold`. */
export interface RefusalPoint extends Omit<Refusal, "curve"> {
  readonly threshold: number;
}

/** The threshold that refuses most while it refuses at most `share` (0..1) of the digits. */
export function refusalAt(
  digits: readonly number[],
  nonDigits: readonly number[],
  share: number,
): RefusalPoint {
  return refusals(digits, nonDigits)
    .findLast(({ digitsRefused }) => digitsRefused <= share)!;
}

/** One point for each score at which the next picture is refused, thresholds ascending. */
function refusals(
  digits: readonly number[],
  nonDigits: readonly number[],
): RefusalPoint[] {
  const inside = digits.toSorted((a, b) => a - b);
  const outside = nonDigits.toSorted((a, b) => a - b);
  const thresholds = [
    ...new Set([...inside, ...outside].sort((a, b) => a - b)),
    Infinity,
  ];
  let digit = 0;
  let nonDigit = 0;
  return thresholds.map((threshold) => {
    while (inside[digit]! < threshold) digit++;
    while (outside[nonDigit]! < threshold) nonDigit++;
    return {
      threshold,
      digitsRefused: shareOf(digit, inside.length),
      nonDigitsRefused: shareOf(nonDigit, outside.length),
    };
  });
}

/** Keeps the first and the last point, and others at equal steps. */
function thin<Point>(curve: readonly Point[]): Point[] {
  if (curve.length <= POINTS) return [...curve];
  return Array.from(
    { length: POINTS },
    (_, i) => curve[Math.round(i * (curve.length - 1) / (POINTS - 1))]!,
  );
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
