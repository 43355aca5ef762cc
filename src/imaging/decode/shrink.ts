import { type AxisWeights, axisWeights } from "../resample.ts";
import type { Pixels } from "./pixels.ts";

/**
 * Reduces pixels to at most `side` on the longer side by area averaging, aspect
 * kept. Colours count by their alpha, so that what is transparent lends none.
 */
export function shrink(pixels: Pixels, side: number): Pixels {
  const longer = Math.max(pixels.width, pixels.height);
  if (longer <= side) return pixels;
  const width = Math.max(1, Math.round(pixels.width * side / longer));
  const height = Math.max(1, Math.round(pixels.height * side / longer));
  const columns = axisWeights(pixels.width, width);
  const rows = axisWeights(pixels.height, height);
  const rgba = new Uint8Array(4 * width * height);
  const sums = new Float32Array(4 * width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let k = 0; k < rows.counts[y]!; k++) {
      const row = 4 * pixels.width * (rows.starts[y]! + k);
      const weight = rows.weights[y * rows.taps + k]!;
      addRow(sums, pixels.rgba, row, weight, columns);
    }
    writeRow(rgba, 4 * y * width, sums);
  }
  return { width, height, rgba };
}

/** Adds one row to `sums`: per output pixel R, G, B times alpha, and alpha. */
function addRow(
  sums: Float32Array,
  rgba: Uint8Array,
  row: number,
  rowWeight: number,
  columns: AxisWeights,
): void {
  const { taps, starts, counts, weights } = columns;
  for (let x = 0; x < starts.length; x++) {
    let red = 0;
    let green = 0;
    let blue = 0;
    let opaque = 0;
    for (let k = 0, at = row + 4 * starts[x]!; k < counts[x]!; k++, at += 4) {
      const alpha = weights[x * taps + k]! * rgba[at + 3]!;
      red += alpha * rgba[at]!;
      green += alpha * rgba[at + 1]!;
      blue += alpha * rgba[at + 2]!;
      opaque += alpha;
    }
    sums[4 * x]! += rowWeight * red;
    sums[4 * x + 1]! += rowWeight * green;
    sums[4 * x + 2]! += rowWeight * blue;
    sums[4 * x + 3]! += rowWeight * opaque;
  }
}

function writeRow(rgba: Uint8Array, row: number, sums: Float32Array): void {
  for (let at = 0; at < sums.length; at += 4) {
    const alpha = sums[at + 3]!;
    if (alpha === 0) continue;
    rgba[row + at] = Math.round(sums[at]! / alpha);
    rgba[row + at + 1] = Math.round(sums[at + 1]! / alpha);
    rgba[row + at + 2] = Math.round(sums[at + 2]! / alpha);
    rgba[row + at + 3] = Math.round(alpha);
  }
}
