import { quantile } from "./gray_levels.ts";
import type { Plane } from "./morphology.ts";

/** The light of an unwritten sheet. */
export interface Light {
  /** 1 when ink is lighter than its paper, -1 when darker. */
  readonly polarity: 1 | -1;
  /** Pixels of the picture per pixel of `paper`, along each axis. */
  readonly block: number;
  /** Gray level of the sheet, reduced by `block`. */
  readonly paper: Plane;
}

/** Levels by which neighbours differ in the light on one sheet. */
const MAX_STEP = 16;

/** Whether a sheet has no edges: what was taken for light holds no strokes. */
export function isSmooth({ width, data }: Plane): boolean {
  for (let i = 1; i < data.length; i++) {
    const across = i % width === 0 ? 0 : data[i]! - data[i - 1]!;
    const down = i < width ? 0 : data[i]! - data[i - width]!;
    if (Math.max(Math.abs(across), Math.abs(down)) > MAX_STEP) return false;
  }
  return true;
}

/** How much more light may be given to a dark place than to the median one. */
const MAX_GAIN = 3;

/** Part of the median light below which lies no shade but what is no sheet. */
const DARKEST_SHADE = 0.3;

/** Keeps black grounds, where there is no light to divide by, as they are. */
const DARKEST = 16;

/**
 * Takes paper and light off a plane. Light multiplies, so contrast in the shade
 * is raised in proportion to the light it lacks.
 *
 * @returns height x width, row-major, -255..255, 0 on paper.
 */
export function removeLight(plane: Plane, light: Light): Int16Array {
  const { width, height, data } = plane;
  const { block, paper } = light;
  const gains = gainTable(paper);
  const residual = new Int16Array(data.length);
  const rowOf = interpolator(paper, block, width);
  for (let y = 0, i = 0; y < height; y++) {
    const { above, below, down } = rowOf(y);
    for (let x = 0; x < width; x++, i++) {
      const level = above[x]! * (1 - down) + below[x]! * down;
      const contrast = (data[i]! - level) * gains[level | 0]!;
      residual[i] = Math.max(-255, Math.min(255, Math.round(contrast)));
    }
  }
  subtractMedian(residual);
  return residual;
}

function gainTable({ data }: Plane): Float32Array {
  const counts = new Float64Array(256);
  for (let i = 0; i < data.length; i++) counts[data[i]!]!++;
  const median = quantile(counts, 0.5);
  return Float32Array.from(
    counts,
    (_, level) =>
      level < DARKEST_SHADE * median
        ? 0
        : Math.min(MAX_GAIN, (median + DARKEST) / (level + DARKEST)),
  );
}

/** A row of a picture between two rows of its paper, each as wide as the picture. */
interface BetweenRows {
  readonly above: Float64Array;
  readonly below: Float64Array;
  /** From the one above to the one below, 0..1. */
  readonly down: number;
}

/**
 * Rows of the picture's paper, bilinear between the centres of blocks; rows between
 * the same two of the paper, asked for one after the other, are widened once. What
 * is returned is overwritten by the next call.
 */
function interpolator(
  { width, height, data }: Plane,
  block: number,
  wide: number,
): (y: number) => BetweenRows {
  const lefts = new Int32Array(wide);
  const acrosses = new Float64Array(wide);
  for (let x = 0; x < wide; x++) {
    const u = Math.min(width - 1, Math.max(0, (x + 0.5) / block - 0.5));
    lefts[x] = u;
    acrosses[x] = u - lefts[x]!;
  }
  const widen = (row: Float64Array, y: number) => {
    const start = y * width;
    for (let x = 0; x < wide; x++) {
      const left = lefts[x]!;
      const right = Math.min(width - 1, left + 1);
      const across = acrosses[x]!;
      row[x] = data[start + left]! * (1 - across) +
        data[start + right]! * across;
    }
  };
  const [above, below] = [new Float64Array(wide), new Float64Array(wide)];
  let top = -1;
  return (y) => {
    const v = Math.min(height - 1, Math.max(0, (y + 0.5) / block - 0.5));
    if (Math.floor(v) !== top) {
      top = Math.floor(v);
      widen(above, top);
      widen(below, Math.min(height - 1, top + 1));
    }
    return { above, below, down: v - top };
  };
}

/** Noise lifts a closing above the paper: most of a picture is paper, so 0. */
function subtractMedian(residual: Int16Array): void {
  const counts = new Float64Array(511);
  for (let i = 0; i < residual.length; i++) counts[residual[i]! + 255]!++;
  const median = quantile(counts, 0.5) - 255;
  if (median === 0) return;
  for (let i = 0; i < residual.length; i++) {
    residual[i] = Math.max(-255, Math.min(255, residual[i]! - median));
  }
}
