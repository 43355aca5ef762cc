import type { Ink } from "./ink.ts";

/**
 * Mean width of strokes in pixels: a stroke of length l and width w has the area
 * l w and, but for its ends, the outline 2 l, so w = 2 area / outline. The area
 * is the sum of the ink and the outline its total variation, which soft edges
 * leave as it is (Rudin, Osher and Fatemi, 1992, for the discrete form).
 *
 * @returns 0 without ink.
 */
export function strokeWidth({ width, height, data }: Ink): number {
  let [area, outline] = [0, 0];
  for (let y = -1; y < height; y++) {
    for (let x = -1; x < width; x++) {
      const value = at(x, y);
      const right = at(x + 1, y) - value;
      const below = at(x, y + 1) - value;
      area += value;
      outline += Math.sqrt(right * right + below * below);
    }
  }
  return outline > 0 ? 2 * area / outline : 0;

  function at(x: number, y: number): number {
    const isInside = x >= 0 && y >= 0 && x < width && y < height;
    return isInside ? data[y * width + x]! : 0;
  }
}
