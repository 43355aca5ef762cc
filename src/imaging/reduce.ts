import type { Plane } from "./morphology.ts";

/**
 * Averages blocks of `block` x `block` pixels; those at the right and the bottom
 * edge may be smaller.
 */
export function reduce(plane: Plane, block: number): Plane {
  const width = Math.ceil(plane.width / block);
  const height = Math.ceil(plane.height / block);
  const data = new Uint8Array(width * height);
  const sums = new Int32Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    const top = y * block;
    const bottom = Math.min(plane.height, top + block);
    for (let row = top; row < bottom; row++) {
      addBlocks(sums, plane.data, row * plane.width, plane.width, block);
    }
    for (let x = 0; x < width; x++) {
      const columns = Math.min(block, plane.width - x * block);
      const pixels = columns * (bottom - top);
      data[y * width + x] = Math.round(sums[x]! / pixels);
    }
  }
  return { width, height, data };
}

function addBlocks(
  sums: Int32Array,
  data: Uint8Array,
  row: number,
  width: number,
  block: number,
): void {
  for (let x = 0, left = 0; left < width; x++, left += block) {
    const end = row + Math.min(width, left + block);
    let sum = 0;
    for (let at = row + left; at < end; at++) sum += data[at]!;
    sums[x]! += sum;
  }
}
