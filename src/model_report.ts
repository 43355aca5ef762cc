import type { Network } from "./inference/network.ts";

/**
 * What `weights/report.json` says of the weights: how they were made and what they score. It is
 * written when weights are exported and evaluated, and `GET /model` shows it. Sections that are
 * optional came later than the first reports; what a report lacks, the page leaves out.
 *
 * All shares, accuracies and confidences are in 0..1.
 */
export interface ModelReport {
  /** The version in the metadata of the weights that the report belongs to. */
  readonly version: string;
  /** Day of the export, as YYYY-MM-DD. */
  readonly date: string;
  /** The layer table of the exported network. */
  readonly network: Network;
  readonly parameters: number;
  /** Multiplications of one forward pass, counted as a direct convolution does them. */
  readonly multiplyAdds: number;
  /** Settings of the training by name; the page shows numbers, texts and yes or no. */
  readonly recipe?: Readonly<Record<string, unknown>>;
  /** Seconds, all sessions of an interrupted run together. */
  readonly trainingSeconds?: number;
  /** In the order of the epochs. */
  readonly curve?: readonly CurvePoint[];
  /** MNIST test, each image given to the network as it is, read as the likeliest digit. */
  readonly test: Accuracy & { readonly confusion: Confusion };
  readonly evaluation?: Evaluation;
  /** The same recipe from several random starts, each trained in full. */
  readonly seeds?: readonly SeedResult[];
}

/** One epoch of training. */
export interface CurvePoint {
  /** 1 is the first. */
  readonly epoch: number;
  /** Mean training loss over the epoch. */
  readonly loss: number;
  /** Share of the validation images misread after it. */
  readonly validationError: number;
}

/** How many of how many were read right. */
export interface Accuracy {
  readonly images: number;
  readonly correct: number;
  readonly accuracy: number;
  /** 95%, Wilson. */
  readonly interval: readonly [low: number, high: number];
}

/** [truth][read], counts; 10 x 10. */
export type Confusion = readonly (readonly number[])[];

/** What the weights score behind the whole pipeline, from picture to verdict. */
export interface Evaluation {
  /** Day of the evaluation, as YYYY-MM-DD. */
  readonly date: string;
  readonly sets: readonly SetResult[];
  /**
   * Of the answers to the set the calibration is judged by: bins of equal width over the
   * confidence, ascending, those without an answer left out.
   */
  readonly reliability?: readonly ReliabilityBin[];
  /** Mean difference of confidence and accuracy over the bins, weighted by their counts. */
  readonly expectedCalibrationError?: number;
  /**
   * When only the answers with the highest confidence are given: the share of images answered, and
   * the share misread among those. Ascending, up to a coverage of 1.
   */
  readonly riskCoverage?: readonly (readonly [
    coverage: number,
    risk: number,
  ])[];
  readonly refusal?: Refusal;
  /** The images of the MNIST test set that are misread, most confident first or in their order. */
  readonly misread?: readonly Misread[];
}

/** A set of pictures, and how the pipeline read it. */
export interface SetResult extends Accuracy {
  /** As people call it: "Photos of paper", "Pen strokes". */
  readonly name: string;
  /** `development` sets were steered by, `unseen` ones were looked at only to report. */
  readonly kind: "mnist" | "development" | "unseen";
  /** Pictures with a glyph that was taken for no digit. */
  readonly rejected: number;
  /** Pictures with a glyph read with doubt. */
  readonly unsure: number;
}

/** Answers whose confidence lies between two bounds. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  /** Answers in it, at least one. */
  readonly count: number;
  /** Mean confidence. */
  readonly confidence: number;
  /** Share that was right. */
  readonly accuracy: number;
}

/** How well digits and pictures of anything else are told apart. */
export interface Refusal {
  /** Share of digits that the shipped threshold refuses. */
  readonly digitsRefused: number;
  /** Share of non-digits that it refuses. */
  readonly nonDigitsRefused: number;
  /** Both for every threshold, ascending from refusing nothing to refusing all. */
  readonly curve: readonly (readonly [
    digitsRefused: number,
    nonDigitsRefused: number,
  ])[];
}

/** A test image that was not read as what it is. */
export interface Misread {
  /** Its place in the test set, from 0 on. */
  readonly index: number;
  readonly truth: number;
  /** null when it was refused as no digit. */
  readonly read: number | null;
  /** Of what it was read as. */
  readonly confidence: number;
  /** 28 x 28 bytes in base64, row by row, 0 = paper, 255 = full ink. */
  readonly pixels: string;
}

/** One training of the recipe, judged by the MNIST test set. */
export interface SeedResult {
  readonly seed: number;
  readonly accuracy: number;
  /** Test images misread. */
  readonly errors: number;
  readonly trainingSeconds: number;
}
