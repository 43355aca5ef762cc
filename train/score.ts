import type { Engine } from "../src/inference/engine.ts";
import { DIGIT_COUNT } from "../src/inference/classes.ts";
import { type DataSet, PIXELS, readImage } from "./mnist.ts";

/** What an engine said of a set of images. */
export interface Score {
  readonly images: number;
  readonly correct: number;
  /** images x the engine's outputs. */
  readonly logits: Float32Array;
  /** [truth][read], counts of digits. */
  readonly confusion: readonly (readonly number[])[];
}

/**
 * Runs the engine on the images named, or on all.
 *
 * @returns images x the engine's outputs
 */
export function computeLogits(
  engine: Engine,
  data: DataSet,
  indices?: Uint32Array,
): Float32Array {
  const images = indices?.length ?? data.count;
  const outputs = engine.outputLength;
  const logits = new Float32Array(images * outputs);
  const pixels = new Float32Array(PIXELS);
  for (let i = 0; i < images; i++) {
    readImage(pixels, data, indices ? indices[i]! : i);
    engine.forward(pixels, logits.subarray(i * outputs, (i + 1) * outputs));
  }
  return logits;
}

/** Scores digits; each is read as the digit that is likeliest. */
export function score(
  engine: Engine,
  data: DataSet,
  indices?: Uint32Array,
): Score {
  const images = indices?.length ?? data.count;
  const outputs = engine.outputLength;
  const logits = computeLogits(engine, data, indices);
  const confusion = Array.from(
    { length: DIGIT_COUNT },
    () => new Array<number>(DIGIT_COUNT).fill(0),
  );
  let correct = 0;
  for (let i = 0; i < images; i++) {
    const truth = data.labels[indices ? indices[i]! : i]!;
    const read = largest(
      logits.subarray(i * outputs, i * outputs + DIGIT_COUNT),
    );
    confusion[truth]![read]!++;
    if (read === truth) correct++;
  }
  return { images, correct, logits, confusion };
}

/** Index of the largest value; the first of equals. */
export function largest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    if (values[i]! > values[best]!) best = i;
  }
  return best;
}

/** The quantile of the normal distribution that leaves 2.5% on either side. */
const Z95 = 1.959964;

/** 95% interval of a proportion (Wilson 1927): honest also near 0 and 1. */
export function wilsonInterval(
  correct: number,
  total: number,
): [low: number, high: number] {
  if (total === 0) return [0, 1];
  const p = correct / total;
  const denominator = 1 + Z95 ** 2 / total;
  const centre = p + Z95 ** 2 / (2 * total);
  const reach = Z95 *
    Math.sqrt(p * (1 - p) / total + Z95 ** 2 / (4 * total ** 2));
  return [
    Math.max(0, (centre - reach) / denominator),
    Math.min(1, (centre + reach) / denominator),
  ];
}
