import { quantile } from "./gray_levels.ts";

/**
 * Least contrast between ink and paper, in levels of gray: below it are the
 * traces of compression, stains and the back of the sheet showing through.
 */
export const MIN_CONTRAST = 20;

/** Contrast below which ink counts as pale and is stretched to full ink. */
const FULL_CONTRAST = 0.875 * 255;

/** Part of the pixels that may stand out further than all ink: hot pixels. */
const OUTLIER_SHARE = 1e-4;

/** Where in the ink, from its palest, its contrast is read. */
const INK_QUANTILE = 0.9;

/** Where in the paper, from its evenest, its noise is read. */
const PAPER_QUANTILE = 0.75;

/** Ink stands out from the paper by this many times the paper's noise. */
const MIN_SIGNAL_TO_NOISE = 4.5;

/** Contrast up to this many times the noise is paper. */
const NOISE_MARGIN = 2;

/** How many pixels differ from their paper by how many levels of gray: 256 counts each. */
export interface Residuals {
  readonly darker: Float64Array;
  /** No difference at all is counted here. */
  readonly lighter: Float64Array;
  readonly pixels: number;
}

/** @param residual Difference of each pixel from its paper, -255..255. */
export function countResiduals(residual: Int16Array): Residuals {
  const darker = new Float64Array(256);
  const lighter = new Float64Array(256);
  for (let i = 0; i < residual.length; i++) {
    const value = residual[i]!;
    if (value < 0) darker[Math.min(255, -value)]!++;
    else lighter[Math.min(255, value)]!++;
  }
  return { darker, lighter, pixels: residual.length };
}

/**
 * The same where all paper has one level.
 *
 * @param counts Pixels of each level of gray.
 */
export function residualsFrom(counts: Float64Array, level: number): Residuals {
  const darker = new Float64Array(256);
  const lighter = new Float64Array(256);
  for (let gray = 0; gray < level; gray++) darker[level - gray] = counts[gray]!;
  lighter.set(counts.subarray(level));
  const pixels = counts.reduce((sum, count) => sum + count, 0);
  return { darker, lighter, pixels };
}

/** What tells ink from paper. */
export interface Contrast {
  /** 1 when ink is lighter than its paper, -1 when darker. */
  readonly polarity: 1 | -1;
  /** Difference from the paper, in levels of gray, up to which it is paper. */
  readonly floor: number;
  /** Difference from the paper, in levels of gray, of full ink. */
  readonly full: number;
}

/**
 * Measures how ink stands out from paper; null when nothing does.
 *
 * @param known The polarity of the ink; otherwise that of what differs most.
 */
export function measureContrast(
  { darker, lighter, pixels }: Residuals,
  known?: 1 | -1,
): Contrast | null {
  const outliers = Math.floor(OUTLIER_SHARE * pixels);
  const light = quantileFromTop(lighter, outliers);
  const dark = quantileFromTop(darker, outliers);
  const polarity = known ?? (light > dark ? 1 : -1);
  const counts = polarity > 0 ? lighter : darker;
  const half = Math.ceil((polarity > 0 ? light : dark) / 2);
  const strong = half + quantile(counts.slice(half), INK_QUANTILE);
  const both = darker.map((count, level) => count + lighter[level]!);
  const noise = quantile(both.slice(0, Math.max(1, half)), PAPER_QUANTILE);
  if (strong < Math.max(MIN_CONTRAST, MIN_SIGNAL_TO_NOISE * noise)) return null;
  const full = strong < FULL_CONTRAST ? strong : 255;
  return { polarity, floor: NOISE_MARGIN * noise, full };
}

/** The highest level that more than `skip` pixels reach. */
function quantileFromTop(counts: Float64Array, skip: number): number {
  let sum = 0;
  for (let level = 255; level > 0; level--) {
    sum += counts[level]!;
    if (sum > skip) return level;
  }
  return 0;
}
