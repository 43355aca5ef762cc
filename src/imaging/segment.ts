import { type Components, findComponents } from "./components.ts";
import type { Ink } from "./ink.ts";
import type { Box } from "./picture.ts";

/** One written character, cut from the ink. */
export interface Glyph {
  /** Where it stands, in pixels of the ink it was cut from. */
  readonly box: Box;
  /** Its own ink, box.width x box.height. */
  readonly ink: Ink;
}

/** A piece of ink below this part of the largest piece is a speck. */
const SPECK_SHARE = 0.02;

/** Pixels a character is long at least; less cannot be told apart. */
const MIN_SIDE = 4;

/** Part of the picture's longer side a character is long at least. */
const MIN_SIDE_SHARE = 0.01;

/**
 * A row at the edge of a character belongs to it when its ink is still at least
 * this much after the character has been shrunk to the 20 pixels of MNIST.
 * MNIST's own images have edges as faint.
 */
const FAINTEST_EDGE = 1 / 64;
const MNIST_SIDE = 20;

/** Ink that belongs to a character whatever its size. */
const SURE_EDGE = 1 / 3;

/** Ink by which the size of what is drawn is told at first. */
const BODY = 1 / 2;

/**
 * Cuts ink into lines of characters, in reading order; no lines when there is
 * nothing to read. All ink that is no speck is one character.
 */
export function segment(ink: Ink): Glyph[][] {
  const body = boxAround(findComponents(ink, BODY).list.map((c) => c.box));
  if (!body) return [];
  const components = findComponents(ink, edgeThreshold(body));
  const largest = components.list.reduce(
    (most, { mass }) => Math.max(most, mass),
    0,
  );
  const isKept = components.list.map(({ mass }) =>
    mass >= SPECK_SHARE * largest
  );
  const kept = components.list.filter((_, i) => isKept[i]);
  const box = boxAround(kept.map((component) => component.box));
  const side = box ? Math.max(box.width, box.height) : 0;
  const smallest = MIN_SIDE_SHARE * Math.max(ink.width, ink.height);
  if (!box || side < Math.max(MIN_SIDE, smallest)) return [];
  return [[{ box, ink: crop(ink, box, components, isKept) }]];
}

/** Least ink of an edge, for a character as large as `box`. */
function edgeThreshold(box: Box): number {
  const shrinking = Math.max(box.width, box.height) / MNIST_SIDE;
  return Math.min(SURE_EDGE, FAINTEST_EDGE * Math.max(1, shrinking));
}

/** The smallest box around all boxes; null when there are none. */
function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The ink in `box` without the specks; faint ink around strokes stays. */
function crop(
  ink: Ink,
  { x, y, width, height }: Box,
  { labels }: Components,
  isKept: readonly boolean[],
): Ink {
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
