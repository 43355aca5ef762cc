import { fitSurface } from "./surface.ts";

/** The border of a picture, as a part of its shorter side. */
const BORDER = 1 / 16;

/** A corner of a picture, as a part of each side. */
const CORNER = 1 / 8;

/**
 * Median distance from one flat level, in levels of gray, above which the paper
 * is taken to be lit unevenly: what a screen draws has 0, a scan 1 or 2.
 */
const UNEVEN_SPREAD = 3;

/**
 * A surface that is the paper leaves most pixels this many times nearer to it
 * than one level does. One that follows the ink of a close-cut digit does not.
 */
const SURFACE_GAIN = 3;

/**
 * Takes the paper off a plane: what is left is 0 on paper, whether the paper is
 * light or dark, and below or above 0 where something darker or lighter lies.
 *
 * The paper is the level that most of the picture and most of its border show,
 * or, when few pixels are near one level, a smooth surface.
 *
 * @param gray height x width, row-major, 0..255.
 * @returns height x width, row-major, -255..255.
 */
export function removePaper(
  gray: Uint8Array,
  width: number,
  height: number,
): Int16Array {
  const level = paperLevel(gray, width, height);
  const flat = new Int16Array(gray.length);
  for (let i = 0; i < flat.length; i++) flat[i] = gray[i]! - level;
  const spread = medianDistance(flat);
  if (spread <= UNEVEN_SPREAD || hasTwoLevels(flat)) return flat;
  const surface = fitSurface(gray, width, height);
  const smooth = new Int16Array(gray.length);
  for (let i = 0; i < gray.length; i++) {
    smooth[i] = gray[i]! - surface[i]!;
  }
  return medianDistance(smooth) < spread / SURFACE_GAIN ? smooth : flat;
}

/** Levels of gray, to either side, that belong to one level of a drawing. */
const LEVEL_WIDTH = 16;

/** Of a picture in black and white, all but the soft edges is on two levels. */
const TWO_LEVELS_SHARE = 0.8;

/**
 * Whether nearly all of a picture is paper of one level and ink of another: then
 * the paper is even, also where a digit is cut out so close that most is ink.
 *
 * @param residual Difference of each pixel from the level of the paper.
 */
function hasTwoLevels(residual: Int16Array): boolean {
  const counts = new Float64Array(256);
  for (let i = 0; i < residual.length; i++) counts[Math.abs(residual[i]!)]!++;
  const near = (level: number) =>
    counts.slice(Math.max(0, level - LEVEL_WIDTH), level + LEVEL_WIDTH + 1)
      .reduce((sum, count) => sum + count, 0);
  const paper = counts.slice(0, LEVEL_WIDTH + 1)
    .reduce((sum, count) => sum + count, 0);
  let ink = 0;
  for (let level = 2 * LEVEL_WIDTH + 1; level < 256; level++) {
    ink = Math.max(ink, near(level));
  }
  return paper + ink >= TWO_LEVELS_SHARE * residual.length;
}

/**
 * The median gray, with the border and the corners counting as much as the
 * whole: a digit that fills most of its picture still leaves most of those.
 */
function paperLevel(gray: Uint8Array, width: number, height: number): number {
  const shares = grayShares(gray, width, height);
  const half = shares.reduce((sum, share) => sum + share, 0) / 2;
  let sum = 0;
  for (let level = 0; level < 255; level++) {
    sum += shares[level]!;
    if (sum >= half) return level;
  }
  return 255;
}

/** How much of a picture, of its border and of its corners has each gray. */
function grayShares(
  gray: Uint8Array,
  width: number,
  height: number,
): Float64Array {
  const count = (left: number, right: number, top: number, bottom: number) =>
    histogram(gray, width, left, right, top, bottom);
  const border = Math.max(1, Math.round(BORDER * Math.min(width, height)));
  const all = count(0, width, 0, height);
  const inner = count(border, width - border, border, height - border);
  const outer = all.map((pixels, level) => pixels - inner[level]!);
  const x = Math.max(1, Math.round(CORNER * width));
  const y = Math.max(1, Math.round(CORNER * height));
  const corners = new Float64Array(256);
  for (const left of [0, width - x]) {
    for (const top of [0, height - y]) {
      count(left, left + x, top, top + y)
        .forEach((pixels, level) => corners[level]! += pixels);
    }
  }
  const shares = new Float64Array(256);
  for (const part of [all, outer, corners]) {
    const pixels = part.reduce((sum, value) => sum + value, 0);
    part.forEach((value, level) => shares[level]! += value / pixels);
  }
  return shares;
}

/** Counts the grays of a rectangle, ends exclusive; none when it is empty. */
function histogram(
  gray: Uint8Array,
  width: number,
  left: number,
  right: number,
  top: number,
  bottom: number,
): Float64Array {
  const counts = new Float64Array(256);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) counts[gray[y * width + x]!]!++;
  }
  return counts;
}

function medianDistance(residual: Int16Array): number {
  const counts = new Float64Array(256);
  for (let i = 0; i < residual.length; i++) counts[Math.abs(residual[i]!)]!++;
  let sum = 0;
  for (let distance = 0; distance < 255; distance++) {
    sum += counts[distance]!;
    if (2 * sum >= residual.length) return distance;
  }
  return 255;
}
