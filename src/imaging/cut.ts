import type { Ink } from "./ink.ts";
import type { Box } from "./picture.ts";
import { newFloats } from "./planes.ts";

/** The ink in a box. */
export function cut(ink: Ink, { x, y, width, height }: Box): Ink {
  const data = newFloats(width * height);
  for (let row = 0; row < height; row++) {
    const from = (y + row) * ink.width + x;
    data.set(ink.data.subarray(from, from + width), row * width);
  }
  return { width, height, data };
}

/**
 * The ink in the box of a piece that is its own.
 *
 * @param labels Of all pixels of the ink.
 */
export function cutPiece(
  { width, data }: Ink,
  labels: Int32Array,
  label: number,
  box: Box,
): Ink {
  const piece = new Float32Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const at = (box.y + y) * width + box.x + x;
      if (labels[at] === label) piece[y * box.width + x] = data[at]!;
    }
  }
  return { width: box.width, height: box.height, data: piece };
}
