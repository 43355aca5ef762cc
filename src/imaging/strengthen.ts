import { type Component, findComponents } from "./components.ts";
import { quantile } from "./gray_levels.ts";
import type { Ink } from "./ink.ts";

/** Ink of the palest strokes that are still told from what lines leave behind. */
const PALEST = 0.15;

/** Part of the picture's longer side that such strokes are long at least. */
const MIN_SIDE_SHARE = 0.1;

/** Ink that such strokes have at least, as a part of that of the largest piece. */
const MIN_MASS_SHARE = 0.25;

/** Where in the ink of the strokes, from its palest, full ink is read. */
const FULL_QUANTILE = 0.9;

/** Levels of ink that are told apart. */
const LEVELS = 255;

/**
 * Ink stretched to what the fullest of its large pieces has: what was full ink
 * before the lines of a form were taken out was that of print, often blacker than
 * a pen.
 */
export function strengthen(ink: Ink): Ink {
  const { width, height, data } = ink;
  const { list, labels } = findComponents(ink, PALEST);
  const longest = MIN_SIDE_SHARE * Math.max(width, height);
  const long = list.filter(({ box }) =>
    Math.max(box.width, box.height) >= longest
  );
  const least = MIN_MASS_SHARE *
    long.reduce((most, { mass }) => Math.max(most, mass), 0);
  const full = long.filter(({ mass }) => mass >= least).reduce(
    (most, piece) =>
      Math.max(most, fullInk(ink, labels(), list.indexOf(piece) + 1, piece)),
    0,
  );
  if (full === 0 || full === 1) return ink;
  return { ...ink, data: data.map((value) => Math.min(1, value / full)) };
}

/** The ink of the fuller parts of the piece of some label. */
export function fullInk(
  { width, data }: Ink,
  labels: Int32Array,
  label: number,
  { box }: Component,
): number {
  const counts = new Float64Array(LEVELS + 1);
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let i = y * width + box.x; i < y * width + box.x + box.width; i++) {
      if (labels[i] === label) counts[Math.round(LEVELS * data[i]!)]!++;
    }
  }
  return quantile(counts, FULL_QUANTILE) / LEVELS;
}
