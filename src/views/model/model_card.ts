import type { DigitScore, Mistake } from "../../confusion.ts";
import type { Layer } from "../../inference/network.ts";
import type { ModelComparison } from "../../model_comparison.ts";
import type { ModelReport } from "../../model_report.ts";
import type { StagePicture } from "../reading/stage_picture.ts";

/** What the model page shows: the report, and what is worked out from it. */
export interface ModelCard {
  readonly report: ModelReport;
  readonly steps: readonly NetworkStep[];
  readonly digits: readonly DigitScore[];
  /** Most frequent first. */
  readonly mistakes: readonly Mistake[];
  readonly misread: readonly MisreadPicture[];
  readonly comparison: ModelComparison | null;
  /** Whether the weights that answer are the ones that the report is about. */
  readonly current: boolean;
}

/** A layer with weights and what follows it at once, or the input. */
export interface NetworkStep {
  /** null for the input. */
  readonly layer: Layer | null;
  readonly then: readonly Layer[];
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly parameters: number;
}

/** A test image that was misread, to be looked at. */
export interface MisreadPicture {
  readonly index: number;
  readonly truth: number;
  /** null when it was refused. */
  readonly read: number | null;
  readonly confidence: number;
  readonly picture: StagePicture;
}
