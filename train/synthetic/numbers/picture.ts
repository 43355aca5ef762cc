import type { Picture } from "../../../src/imaging/picture.ts";
import type { Raster } from "../photos/raster.ts";

/** Weights of red, green and blue in luma, ITU-R BT.601. */
const LUMA = [0.299, 0.587, 0.114] as const;

/** Rounds a raster to what files hold. */
export function toPicture(
  { width, height, planes }: Raster,
  isGray = false,
): Picture {
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let i = 0; i < width * height; i++) {
    const levels = planes.map((plane) => plane[i]!);
    const luma = LUMA.reduce((sum, weight, c) => sum + weight * levels[c]!, 0);
    levels.forEach((level, channel) =>
      rgba[4 * i + channel] = isGray ? luma : level
    );
  }
  return { width, height, rgba: new Uint8Array(rgba.buffer), scale: 1 };
}
