import { background } from "./background.ts";
import { chooseWindows } from "./choose_windows.ts";
import type { Light } from "./light.ts";
import type { Plane } from "./morphology.ts";
import { reduce } from "./reduce.ts";

/** Pixels of the longer side at which the light is estimated. */
const LIGHT_SIDE = 320;

/** Below this many pixels a picture is too small to be reduced. */
const MIN_REDUCED_SIDE = 80;

/** Pixels of the longer side at which it is told how wide the strokes are. */
const SEARCH_SIDE = 160;

/** Pixels of the longer side at which it is told which ink is on the sheet. */
const GLANCE_SIDE = 128;

/**
 * Half the sides of the squares by which the polarity is told, as parts of the
 * picture's shorter side: the widest alone would take bars of light and of
 * shadow for strokes, the narrowest would leave thick strokes standing.
 */
const GLANCES = [1 / 30, 1 / 18, 1 / 9];

/**
 * Estimates the light on a sheet, whichever the polarity of its ink; in two ways,
 * the likelier first, where strokes and shadows cannot be told apart.
 *
 * @param window Half the side of the window that tells them apart, as a part of
 * the shorter side; null to choose it by the picture.
 */
export function estimateLights(
  plane: Plane,
  window: number | null = null,
): Light[] {
  const longer = Math.max(plane.width, plane.height);
  const glance = reduce(plane, Math.ceil(longer / GLANCE_SIDE));
  const polarity = smootherPolarity(glance);
  // Blocks of two pixels at least, to average out the noise of photos.
  const fewest = longer < MIN_REDUCED_SIDE ? 1 : 2;
  const block = Math.max(fewest, Math.ceil(longer / LIGHT_SIDE));
  const reduced = reduce(plane, block);
  const search = reduce(reduced, Math.ceil(longer / block / SEARCH_SIDE));
  const windows = window === null ? chooseWindows(search, polarity) : [window];
  return windows.map((window) => ({
    polarity,
    block,
    paper: background(reduced, polarity, window, 1),
  }));
}

/**
 * The polarity of the ink: without it the sheet is smooth, whereas taking away
 * the other side of the contrast leaves the strokes and widens them.
 */
function smootherPolarity(plane: Plane): 1 | -1 {
  const rough = (polarity: 1 | -1) =>
    GLANCES.reduce(
      (sum, window) => sum + roughness(background(plane, polarity, window)),
      0,
    );
  return rough(-1) <= rough(1) ? -1 : 1;
}

/** Sum of squared differences of neighbours: edges count, slopes hardly. */
function roughness({ width, data }: Plane): number {
  let sum = 0;
  for (let row = width; row < data.length; row += width) {
    for (let i = row; i < row + width; i++) {
      const down = data[i]! - data[i - width]!;
      const across = i > row ? data[i]! - data[i - 1]! : 0;
      sum += down * down + across * across;
    }
  }
  return sum;
}
