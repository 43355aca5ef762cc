import type { Ink } from "./ink.ts";

/**
 * Ink of at least this much is a stroke, or the paler part of one. On sets of pictures from 0 to
 * 0.25, 0.35 and 0.45: ruled and graph paper 73, 84, 88, 92% read, photos 88, 92, 92, 92%.
 */
export const FIRM = 0.45;

/**
 * Clears faint ink that is not the edge of a stroke: the grain of paper, what compression leaves
 * around writing, remains of printed lines. It would otherwise make the box of what it touches
 * larger than the writing is. (Two thresholds as in Canny, 1986, with the reach of an edge.)
 *
 * @param reach Pixels from a stroke up to which its soft edge goes.
 * @param firmness Ink of a stroke, at least.
 */
export function clearHaze(ink: Ink, reach: number, firmness = FIRM): Ink {
  const { width, height, data } = ink;
  const firm = new Uint8Array(data.length);
  for (let i = 0; i < firm.length; i++) firm[i] = data[i]! >= firmness ? 1 : 0;
  const near = spread(firm, width, height, reach);
  const cleared = data.slice();
  for (let i = 0; i < cleared.length; i++) {
    if (near[i] === 0) cleared[i] = 0;
  }
  return { width, height, data: cleared };
}

/** 1 within `reach` of a 1 along both axes; for 0 and 1 this is three times as fast as `dilate`. */
export function spread(
  marks: Uint8Array,
  width: number,
  height: number,
  reach: number,
): Uint8Array {
  const along = new Uint8Array(marks.length);
  for (let start = 0; start < marks.length; start += width) {
    let filled = start;
    for (let i = start; i < start + width; i++) {
      if (marks[i] === 0) continue;
      const end = Math.min(start + width, i + reach + 1);
      along.fill(1, Math.max(filled, i - reach), end);
      filled = end;
    }
  }
  const near = new Uint8Array(marks.length);
  const last = new Int32Array(width);
  for (const down of [true, false]) {
    last.fill(-height - reach);
    for (let n = 0; n < height; n++) {
      const start = (down ? n : height - 1 - n) * width;
      for (let x = 0; x < width; x++) {
        if (along[start + x] === 1) last[x] = n;
        if (n - last[x]! <= reach) near[start + x] = 1;
      }
    }
  }
  return near;
}
