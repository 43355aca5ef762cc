import type { Ink } from "./ink.ts";

/** How much ink stands to the left of any column of any row. */
export interface RowSums {
  /** Columns and one more. */
  readonly stride: number;
  /** height x stride, row-major. */
  readonly data: Float32Array;
}

export function rowSums({ width, height, data }: Ink): RowSums {
  const stride = width + 1;
  const sums = new Float32Array(stride * height);
  for (let y = 0; y < height; y++) {
    let sum = 0;
    for (let x = 0; x < width; x++) {
      sum += data[y * width + x]!;
      sums[y * stride + x + 1] = sum;
    }
  }
  return { stride, data: sums };
}

/** All ink of the rows. */
export function inkOfRows({ stride, data }: RowSums): number {
  let all = 0;
  for (let end = stride - 1; end < data.length; end += stride) {
    all += data[end]!;
  }
  return all;
}

/** Ink to the left of a cut. @param columns One per row. */
export function inkLeftOf(
  { stride, data }: RowSums,
  columns: Int16Array,
): number {
  let left = 0;
  for (let y = 0; y < columns.length; y++) {
    left += data[y * stride + columns[y]!]!;
  }
  return left;
}

/** Ink between two cuts, whichever is left of the other. */
export function inkBetween(
  { stride, data }: RowSums,
  a: Int16Array,
  b: Int16Array,
): number {
  let ink = 0;
  for (let y = 0; y < a.length; y++) {
    const row = y * stride;
    ink += Math.abs(data[row + a[y]!]! - data[row + b[y]!]!);
  }
  return ink;
}
