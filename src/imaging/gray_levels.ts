import type { Plane } from "./morphology.ts";
import { nextOther } from "./runs.ts";

/** The border of a picture, as a part of its shorter side. */
const BORDER = 1 / 16;

/** A corner of a picture, as a part of each side. */
const CORNER = 1 / 8;

/** How many pixels have each gray level: 256 counts. */
export interface GrayLevels {
  readonly all: Float64Array;
  /** Of the outermost sixteenth of the picture. */
  readonly border: Float64Array;
  readonly corners: Float64Array;
}

/** Counts the gray levels of a picture, of its border and of its corners. */
export function countLevels(plane: Plane): GrayLevels {
  const { width, height } = plane;
  const side = Math.max(1, Math.round(BORDER * Math.min(width, height)));
  const bottom = Math.max(side, height - side);
  const right = Math.max(side, width - side);
  const border = histogram(
    plane,
    { left: 0, right: width, top: 0, bottom: side },
    { left: 0, right: width, top: bottom, bottom: height },
    { left: 0, right: side, top: side, bottom },
    { left: right, right: width, top: side, bottom },
  );
  const inner = histogram(plane, { left: side, right, top: side, bottom });
  const all = border.map((pixels, level) => pixels + inner[level]!);
  const x = Math.max(1, Math.round(CORNER * width));
  const y = Math.max(1, Math.round(CORNER * height));
  const corners = histogram(
    plane,
    { left: 0, right: x, top: 0, bottom: y },
    { left: width - x, right: width, top: 0, bottom: y },
    { left: 0, right: x, top: height - y, bottom: height },
    { left: width - x, right: width, top: height - y, bottom: height },
  );
  return { all, border, corners };
}

/**
 * The median gray, with the border and the corners counting as much as the
 * whole: a digit that fills most of its picture still leaves most of those.
 */
export function paperLevel({ all, border, corners }: GrayLevels): number {
  const shares = new Float64Array(256);
  for (const part of [all, border, corners]) {
    const pixels = sum(part);
    for (let level = 0; level < 256; level++) {
      shares[level]! += part[level]! / pixels;
    }
  }
  return quantile(shares, 0.5);
}

/** The part of the pixels that lie within `distance` of `level`. */
export function shareNear(
  counts: Float64Array,
  level: number,
  distance: number,
): number {
  const from = Math.max(0, level - distance);
  return sum(counts.subarray(from, level + distance + 1)) / sum(counts);
}

/** The lowest level that at least `share` of the pixels do not exceed. */
export function quantile(counts: Float64Array, share: number): number {
  const wanted = share * sum(counts);
  let passed = 0;
  for (let level = 0; level < counts.length - 1; level++) {
    passed += counts[level]!;
    if (passed >= wanted) return level;
  }
  return counts.length - 1;
}

function sum(counts: Float64Array): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i]!;
  return total;
}

/** Part of a plane, ends exclusive. */
interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Counts the grays of rectangles. */
function histogram(
  { width, data }: Plane,
  ...rectangles: readonly Rectangle[]
): Float64Array {
  const counts = new Uint32Array(256);
  for (const { left, right, top, bottom } of rectangles) {
    for (let y = top; y < bottom; y++) {
      const end = y * width + right;
      for (let at = y * width + left; at < end;) {
        // Run by run: paper has long ones, and counting one level over and over stalls.
        const [first, gray] = [at, data[at]!];
        at = nextOther(data, at + 1, end, gray);
        counts[gray]! += at - first;
      }
    }
  }
  return Float64Array.from(counts);
}
