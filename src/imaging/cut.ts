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
