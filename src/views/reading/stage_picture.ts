/** A picture of what one stage saw. */
export interface StagePicture {
  /** URL, as a rule a data URL. */
  readonly source: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}
