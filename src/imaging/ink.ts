import { type Contrast, measureContrast } from "./contrast.ts";
import { grayPlanes } from "./gray.ts";
import { removePaper } from "./paper.ts";
import type { Picture } from "./picture.ts";

/** How much ink lies on each pixel; paper, shadow and polarity are gone. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  /** height x width, row-major, 0 = paper, 1 = full ink. */
  readonly data: Float32Array;
}

/**
 * Finds the ink of a picture, dark on light or light on dark, by its contrast
 * to the paper around it. Where nothing stands out from the paper there is no
 * ink at all.
 *
 * Black and white come out as drawn: a white digit on black has the ink
 * value / 255, and so has its negative.
 */
export function findInk(picture: Picture): Ink {
  const { width, height } = picture;
  for (const gray of grayPlanes(picture)) {
    const residual = removePaper(gray, width, height);
    const contrast = measureContrast(residual);
    if (contrast) return { width, height, data: toInk(residual, contrast) };
  }
  return { width, height, data: new Float32Array(width * height) };
}

function toInk(
  residual: Int16Array,
  { polarity, floor, full }: Contrast,
): Float32Array {
  const inkOf = Float32Array.from({ length: 511 }, (_, i) => {
    const contrast = polarity * (i - 255);
    return Math.min(1, Math.max(0, (contrast - floor) / (full - floor)));
  });
  const data = new Float32Array(residual.length);
  for (let i = 0; i < data.length; i++) data[i] = inkOf[residual[i]! + 255]!;
  return data;
}
