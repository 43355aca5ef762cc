import type { Ink } from "./ink.ts";

/** A cut through a piece of ink, from its top to its bottom. */
export interface Seam {
  /** One per row: the first column to the right of the cut. */
  readonly columns: Int16Array;
  /** Ink it crosses, in pixels. */
  readonly crossed: number;
}

/** Ink that a step aside costs: enough to keep cuts straight on paper. */
export const LEAN = 0.02;

/** @param columns As of a seam. */
export function seamAlong({ width, data }: Ink, columns: Int16Array): Seam {
  const crossed = columns.reduce(
    (sum, x, y) => sum + data[y * width + x]!,
    0,
  );
  return { columns, crossed };
}

export function meanColumn({ columns }: Seam): number {
  return columns.reduce((sum, column) => sum + column, 0) / columns.length;
}
