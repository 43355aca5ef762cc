import type { Confusion } from "./model_report.ts";

/** How one digit fared. */
export interface DigitScore {
  readonly digit: number;
  /** Images of it. */
  readonly images: number;
  /** Share of what was read as this digit that is one; null when nothing was. */
  readonly precision: number | null;
  /** Share of its images that were read as it; null when there are none. */
  readonly recall: number | null;
}

/** One digit that was read as another. */
export interface Mistake {
  readonly truth: number;
  readonly read: number;
  readonly count: number;
}

/** Precision and recall of each digit. */
export function scoreDigits(confusion: Confusion): DigitScore[] {
  return confusion.map((row, digit) => {
    const right = row[digit]!;
    const images = sum(row);
    const read = sum(confusion.map((other) => other[digit]!));
    return {
      digit,
      images,
      precision: read === 0 ? null : right / read,
      recall: images === 0 ? null : right / images,
    };
  });
}

/** Every mistake that was made, most frequent first. */
export function rankMistakes(confusion: Confusion): Mistake[] {
  return confusion.flatMap((row, truth) =>
    row.map((count, read) => ({ truth, read, count }))
  )
    .filter(({ truth, read, count }) => truth !== read && count > 0)
    .sort((a, b) => b.count - a.count);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
