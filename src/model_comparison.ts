import type { Accuracy } from "./model_report.ts";

/**
 * What `weights/comparison.json` says: the families of models that a well-known notebook compared,
 * run anew on the MNIST split, and beside them the network that Inkling ships.
 */
export interface ModelComparison {
  /** Day of the last result, as YYYY-MM-DD. */
  readonly date: string;
  /** One for each family run so far, our own network last. */
  readonly families: readonly FamilyResult[];
}

/** How one family did. */
export interface FamilyResult extends Accuracy {
  /** What the command line calls it, as `small-dense`; `inkling` is ours. */
  readonly id: string;
  readonly name: string;
  /** What it is and why it loses, in plain words. */
  readonly explanation: string;
  /** Accuracy of the notebook's model of this family; null where it had none. */
  readonly reference: number | null;
  /** Numbers that it keeps from training. */
  readonly parameters: number;
  /** Passes over the training images; null where there are none to choose. */
  readonly epochs: number | null;
  /** Images it learned from; null for ours, which makes its own beside MNIST's. */
  readonly trainingImages: number | null;
  readonly seed: number;
  readonly trainingSeconds: number;
  /** Milliseconds to read one image by itself, the median. */
  readonly predictionMs: number;
  /** The digit that is most often read as a certain other; null without an error. */
  readonly confused: ConfusedPair | null;
}

export interface ConfusedPair {
  readonly truth: number;
  readonly read: number;
  readonly count: number;
}
