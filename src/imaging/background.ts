import { close, invert, type Plane } from "./morphology.ts";

/** Pixels of half the side at least: narrower squares take noise for strokes. */
const MIN_RADIUS = 2;

/** Below this many pixels a side a stroke has but one or two of them. */
const MIN_SIDE = 40;

/**
 * What a sheet would look like without writing: strokes are thinner than the
 * patches of light they lie on, so a closing by a square wider than any stroke
 * takes them away and leaves the edges of shadows where they are (as in document
 * binarisation since Gatos, Pratikakis and Perantonis, Pattern Recognition 39,
 * 2006, who interpolate the background; closing needs no first guess at the
 * ink). Light ink on a dark board is the same with dark and light exchanged.
 *
 * @param polarity 1 for light ink, -1 for dark ink.
 * @param window Half the side of the square, as a part of the shorter side.
 * @param margin By how many pixels the parts on the side of the paper shrink.
 */
export function background(
  plane: Plane,
  polarity: 1 | -1,
  window: number,
  margin = 0,
): Plane {
  const radius = windowRadius(plane, window);
  if (polarity < 0) return close(plane, radius, margin);
  return invert(close(invert(plane), radius, margin));
}

/** Pixels of half the side of a window. */
export function windowRadius({ width, height }: Plane, window: number): number {
  const shorter = Math.min(width, height);
  const least = shorter < MIN_SIDE ? 1 : MIN_RADIUS;
  return Math.max(least, Math.round(window * shorter));
}
