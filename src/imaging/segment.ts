import {
  type Component,
  type Components,
  findComponents,
} from "./components.ts";
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
 * A piece along this part of a side of the picture lies beside the sheet: the
 * table in a photo. No stroke that ends at the edge runs along it so far.
 */
const BESIDE_SHARE = 3 / 4;

/**
 * Cuts ink into lines of characters, in reading order; no lines when there is
 * nothing to read. All ink that is no speck and not beside the sheet is one
 * character.
 */
export function segment(ink: Ink): Glyph[][] {
  const smallest = Math.max(
    MIN_SIDE,
    MIN_SIDE_SHARE * Math.max(ink.width, ink.height),
  );
  const body = boxOf(findWriting(ink, BODY, smallest));
  if (!body) return [];
  const writing = findWriting(ink, edgeThreshold(body), smallest);
  const box = boxOf(writing);
  if (!box || longerSide(box) < smallest) return [];
  return [[{ box, ink: crop(ink, box, writing) }]];
}

/** The pieces of a picture, and which of them are writing. */
interface Writing extends Components {
  /** One per piece. */
  readonly isKept: readonly boolean[];
}

/**
 * Finds the pieces, without those beside the sheet and without specks. Where
 * nothing as large as `smallest` is left, what lies at the edge is the writing.
 */
function findWriting(ink: Ink, threshold: number, smallest: number): Writing {
  const components = findComponents(ink, threshold);
  const inside = dropSpecks(components.list, isInside(ink, components));
  const box = boxOf({ ...components, isKept: inside });
  if (box && longerSide(box) >= smallest) {
    return { ...components, isKept: inside };
  }
  const all = components.list.map(() => true);
  return { ...components, isKept: dropSpecks(components.list, all) };
}

/** Of the pieces in `isKept`, those that are no speck beside the largest. */
function dropSpecks(
  list: readonly Component[],
  isKept: readonly boolean[],
): boolean[] {
  const largest = list.reduce(
    (most, { mass }, i) => isKept[i] ? Math.max(most, mass) : most,
    0,
  );
  return list.map(({ mass }, i) => isKept[i]! && mass >= SPECK_SHARE * largest);
}

/** For each piece whether it runs along no side of the picture. */
function isInside(
  { width, height }: Ink,
  { list, labels }: Components,
): boolean[] {
  const inside = list.map(() => true);
  const lastRow = (height - 1) * width;
  const sides = [
    { start: 0, step: 1, length: width },
    { start: lastRow, step: 1, length: width },
    { start: 0, step: width, length: height },
    { start: width - 1, step: width, length: height },
  ];
  for (const { start, step, length } of sides) {
    const touching = new Map<number, number>();
    for (let i = 0, at = start; i < length; i++, at += step) {
      const label = labels[at]!;
      if (label > 0) touching.set(label, (touching.get(label) ?? 0) + 1);
    }
    for (const [label, count] of touching) {
      if (count >= BESIDE_SHARE * length) inside[label - 1] = false;
    }
  }
  return inside;
}

/** Least ink of an edge, for a character as large as `box`. */
function edgeThreshold(box: Box): number {
  const shrinking = longerSide(box) / MNIST_SIDE;
  return Math.min(SURE_EDGE, FAINTEST_EDGE * Math.max(1, shrinking));
}

function longerSide({ width, height }: Box): number {
  return Math.max(width, height);
}

/** The smallest box around all pieces kept; null when there are none. */
function boxOf({ list, isKept }: Writing): Box | null {
  const kept = list.filter((_, i) => isKept[i]);
  if (kept.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
  for (const { box: { x, y, width, height } } of kept) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The ink in `box` of the pieces kept; faint ink around strokes stays. */
function crop(
  ink: Ink,
  { x, y, width, height }: Box,
  { labels, isKept }: Writing,
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
