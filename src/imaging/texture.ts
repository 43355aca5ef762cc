import type { Ink } from "./ink.ts";

/** Part of a picture that writing may cover with strokes of any width. */
const MAX_FINE_SHARE = 0.3;

/**
 * Edges an inked pixel of noise has to its right and below, out of two in
 * coarser ink: noise has 2 x (1 - share) x 2, strokes of two pixels 1.4 at most.
 */
const MAX_EDGES = 1.6;

/**
 * Whether ink covers much of the picture in finer bits than any stroke: noise.
 *
 * @param inked Pixels of at least `threshold`.
 */
export function isTexture(
  { width, data }: Ink,
  threshold: number,
  inked: number,
): boolean {
  if (inked <= MAX_FINE_SHARE * data.length) return false;
  let edges = 0;
  // The first row and column have no neighbours but themselves, and so no edges.
  for (let from = 0; from < data.length; from += width) {
    const above = from === 0 ? 0 : width;
    let isLeft = data[from]! >= threshold;
    for (let i = from; i < from + width; i++) {
      const isInk = data[i]! >= threshold;
      if (isInk !== isLeft) edges++;
      if (isInk !== data[i - above]! >= threshold) edges++;
      isLeft = isInk;
    }
  }
  return edges > MAX_EDGES * inked;
}
