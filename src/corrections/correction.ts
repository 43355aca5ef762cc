import { NORMALIZED_SIDE } from "../imaging/normalize.ts";

/** Bytes of a stored picture: 28x28, one a pixel. */
export const PICTURE_BYTES = NORMALIZED_SIDE * NORMALIZED_SIDE;

/** What a picture shows: a digit 0..9, or null for none. */
export type Shown = number | null;

/** What somebody said of one reading. */
export interface NewCorrection {
  /** 28x28, row-major, 0 = paper, 255 = full ink: what the network saw. */
  readonly pixels: Uint8Array;
  /** The right answer. */
  readonly digit: Shown;
  /** What was read instead. */
  readonly read: Shown;
  /** Day it was said on, in UTC, as YYYY-MM-DD; no time, which could tell who. */
  readonly date: string;
}

/** The same, in the store. */
export interface Correction extends NewCorrection {
  /** Counts up; that of a deleted one is not given again. */
  readonly id: number;
}

/** Which corrections are meant: those that meet all that is set. */
export interface CorrectionFilter {
  readonly digit?: Shown;
  readonly read?: Shown;
  /** First day, YYYY-MM-DD. */
  readonly from?: string;
  /** Last day, YYYY-MM-DD. */
  readonly to?: string;
  /** Those up to this one: what was there when somebody looked. */
  readonly upTo?: number;
}
