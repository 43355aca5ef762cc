import type { DataSet } from "../mnist.ts";

/** A family of models that reads digits from MNIST's 28x28 pixels. */
export interface Family {
  /** What the command line calls it. */
  readonly id: string;
  readonly name: string;
  /** What it is and why it loses, in plain words. */
  readonly explanation: string;
  /** Accuracy of the model of this family in the notebook that is followed, 0..1. */
  readonly reference: number;
  /** Passes over the training images; null where one pass is all there is. */
  readonly epochs: number | null;
  fit(training: DataSet, options: FitOptions): Reader;
}

export interface FitOptions {
  /** Decides starting weights, the order of the images and what is dropped. */
  readonly seed: number;
  readonly epochs: number;
  /** Called after each step of many. */
  readonly onProgress: (progress: FitProgress) => void;
}

export interface FitProgress {
  readonly step: number;
  readonly steps: number;
  /** Mean loss of the step's batch. */
  readonly loss: number;
}

/** A model after training. */
export interface Reader extends Disposable {
  /** Numbers that it keeps from training. */
  readonly parameters: number;
  /**
   * @param images count x 28 x 28, 0 = paper, 255 = full ink
   * @returns count digits
   */
  read(images: Uint8Array): Uint8Array;
}
