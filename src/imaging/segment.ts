import type { Ink } from "./ink.ts";
import type { Box } from "./picture.ts";
import { findWriting, type Writing } from "./writing.ts";

/** One written character, cut from the ink. */
export interface Glyph {
  /** Where it stands, in pixels of the ink it was cut from. */
  readonly box: Box;
  /** Its own ink, box.width x box.height. */
  readonly ink: Ink;
}

/**
 * Cuts ink into lines of characters, in reading order; no lines when there is
 * nothing to read. All writing is one character.
 */
export function segment(ink: Ink): Glyph[][] {
  const writing = findWriting(ink);
  if (!writing) return [];
  return [[{ box: writing.box, ink: crop(writing) }]];
}

/** The ink of the writing; faint ink around strokes stays. */
function crop({ ink, box, labels, isKept }: Writing): Ink {
  const { x, y, width, height } = box;
  const data = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (y + row) * ink.width + x;
    for (let column = 0; column < width; column++) {
      const label = labels[from + column]!;
      if (label > 0 && !isKept[label - 1]) continue;
      data[row * width + column] = ink.data[from + column]!;
    }
  }
  return { width, height, data };
}
