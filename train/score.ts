import type { Engine } from "../src/inference/engine.ts";
import { CLASSES, type DataSet, PIXELS, readImage } from "./mnist.ts";

/** What an engine said of a set of images. */
export interface Score {
  readonly images: number;
  readonly correct: number;
  /** images x 10. */
  readonly logits: Float32Array;
  /** [truth][read], counts. */
  readonly confusion: readonly (readonly number[])[];
}

/** Runs the engine on the images named, or on all. */
export function score(
  engine: Engine,
  data: DataSet,
  indices?: Uint32Array,
): Score {
  const images = indices?.length ?? data.count;
  const logits = new Float32Array(images * CLASSES);
  const confusion = Array.from(
    { length: CLASSES },
    () => new Array<number>(CLASSES).fill(0),
  );
  const pixels = new Float32Array(PIXELS);
  let correct = 0;
  for (let i = 0; i < images; i++) {
    const index = indices ? indices[i]! : i;
    readImage(pixels, data, index);
    const row = logits.subarray(i * CLASSES, (i + 1) * CLASSES);
    engine.forward(pixels, row);
    const truth = data.labels[index]!;
    const read = largest(row);
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
