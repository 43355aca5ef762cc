import type { Ink } from "./ink.ts";

/** Ink below which a line or a stroke ends. */
const END_OF_INK = 0.04;

/** A run of this many times the thickness of a line holds a stroke as well. */
export const STROKE_ON_LINE = 1.6;

/** Ink across a line, at one step along it. */
export interface Run {
  /** Index of the first and of the last value. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Where values lie across a line. */
export interface Across {
  /** Index of the value at position 0. */
  readonly start: number;
  /** Values from one position to the next. */
  readonly stride: number;
  readonly positions: number;
}

/** Across a level line at some column. */
export function downColumn({ width, height }: Ink, x: number): Across {
  return { start: x, stride: width, positions: height };
}

/** Across an upright line at some row. */
export function alongRow({ width }: Ink, y: number): Across {
  return { start: y * width, stride: 1, positions: width };
}

/** The run of ink across a line nearest to where it should be; null where there is none as near as that. */
export function findRun(
  data: Float32Array,
  { start, stride, positions }: Across,
  centre: number,
  reach: number,
): Run | null {
  const isInk = (p: number) =>
    p >= 0 && p < positions && data[start + p * stride]! >= END_OF_INK;
  for (let distance = 0; distance <= reach; distance++) {
    for (const p of [centre - distance, centre + distance]) {
      if (!isInk(p)) continue;
      let [from, to] = [p, p];
      while (isInk(from - 1)) from--;
      while (isInk(to + 1)) to++;
      return {
        from: start + from * stride,
        to: start + to * stride,
        length: to - from + 1,
      };
    }
  }
  return null;
}
