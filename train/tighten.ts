import type { Ink } from "../src/imaging/ink.ts";

/** Paler ink than this is an edge that MNIST's own images lack. */
const FAINTEST = 1 / 64;

/** Cuts ink to its bounding box, as `normalize` takes it; null without ink. */
export function tighten({ width, height, data }: Ink): Ink | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let i = 0; i < data.length; i++) {
    if (data[i]! < FAINTEST) continue;
    const x = i % width;
    const y = (i - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = y;
  }
  if (right < 0) return null;
  const cut = new Float32Array((right - left + 1) * (bottom - top + 1));
  for (let y = top, at = 0; y <= bottom; y++) {
    const row = data.subarray(y * width + left, y * width + right + 1);
    cut.set(row, at);
    at += row.length;
  }
  return { width: right - left + 1, height: bottom - top + 1, data: cut };
}
