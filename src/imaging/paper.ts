import { fitSurface } from "./surface.ts";

/** The border of a picture, as a part of its shorter side. */
const BORDER = 1 / 16;

/**
 * Median distance from one flat level, in levels of gray, above which the paper
 * is taken to be lit unevenly: what a screen draws has 0, a scan 1 or 2.
 */
const UNEVEN_SPREAD = 3;

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
  if (spread <= UNEVEN_SPREAD) return flat;
  const surface = fitSurface(gray, width, height);
  const smooth = new Int16Array(gray.length);
  for (let i = 0; i < gray.length; i++) {
    smooth[i] = gray[i]! - surface[i]!;
  }
  return medianDistance(smooth) < spread ? smooth : flat;
}

/**
 * The median gray, with the border counting as much as the whole: a digit that
 * fills most of its picture still leaves most of the border.
 */
function paperLevel(gray: Uint8Array, width: number, height: number): number {
  const border = Math.max(1, Math.round(BORDER * Math.min(width, height)));
  const all = histogram(gray, width, 0, width, 0, height);
  const inner = histogram(
    gray,
    width,
    border,
    width - border,
    border,
    height - border,
  );
  const outer = all.map((count, level) => count - inner[level]!);
  const outerCount = outer.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  for (let level = 0; level < 255; level++) {
    sum += all[level]! / gray.length + outer[level]! / outerCount;
    if (sum >= 1) return level;
  }
  return 255;
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
