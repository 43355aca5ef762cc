import { judge } from "../../src/inference/calibrate.ts";
import { NOT_A_DIGIT, OUTPUTS } from "../../src/inference/classes.ts";
import { createLoopsEngine } from "../../src/inference/loops/engine.ts";
import type { Model } from "../../src/inference/model.ts";
import { type Accuracy, accuracy } from "../accuracy.ts";
import type { DataSet } from "../mnist.ts";
import { computeLogits } from "../score.ts";

/** What training with corrections has changed. */
export interface CorrectionsEffect {
  /** Corrections that were trained on, repetitions not counted. */
  readonly trained: number;
  /** The weights that were there before. */
  readonly beforeVersion: string;
  /** How they read the corrections held out. */
  readonly before: Accuracy;
  /** How the new weights read the same. */
  readonly after: Accuracy;
}

/** How a model reads images: right are the digit named, and what is none refused. */
export function readCorrections(
  { network, tensors, calibration }: Model,
  data: DataSet,
  indices: Uint32Array,
): Accuracy {
  const engine = createLoopsEngine({ network, tensors });
  const logits = computeLogits(engine, data, indices);
  const right = indices.filter((index, i) => {
    const row = logits.subarray(i * OUTPUTS, (i + 1) * OUTPUTS);
    const { digit } = judge(row, calibration);
    return (digit ?? NOT_A_DIGIT) === data.labels[index];
  });
  return accuracy(right.length, indices.length);
}
