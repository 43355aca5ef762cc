import { wordsOf } from "../picture.ts";
import { UPRIGHT } from "./exif.ts";
import type { Pixels } from "./pixels.ts";

/**
 * Turns pixels upright. `orientation` is EXIF's, 1..8: it says where the top
 * left corner of the scene lies in the file (Exif 2.32, 4.6.4 A).
 */
export function orient(pixels: Pixels, orientation: number): Pixels {
  if (orientation === UPRIGHT) return pixels;
  const swapped = orientation >= 5;
  const width = swapped ? pixels.height : pixels.width;
  const height = swapped ? pixels.width : pixels.height;
  const { origin, right, down } = walk(pixels, orientation);
  const from = wordsOf(pixels.rgba);
  const rgba = new Uint8Array(pixels.rgba.length);
  const to = wordsOf(rgba);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0, at = origin + y * down; x < width; x++, at += right) {
      to[i++] = from[at]!;
    }
  }
  return { width, height, rgba };
}

/**
 * Where the upright top left pixel lies in the file, and how far one step to
 * the right and one down lead from there, in pixels.
 */
function walk(
  { width, height }: Pixels,
  orientation: number,
): { origin: number; right: number; down: number } {
  const rowEnd = width - 1;
  const lastRow = (height - 1) * width;
  switch (orientation) {
    case 2:
      return { origin: rowEnd, right: -1, down: width };
    case 3:
      return { origin: lastRow + rowEnd, right: -1, down: -width };
    case 4:
      return { origin: lastRow, right: 1, down: -width };
    case 5:
      return { origin: 0, right: width, down: 1 };
    case 6:
      return { origin: lastRow, right: -width, down: 1 };
    case 7:
      return { origin: lastRow + rowEnd, right: -width, down: -1 };
    case 8:
      return { origin: rowEnd, right: width, down: -1 };
    default:
      return { origin: 0, right: 1, down: width };
  }
}
