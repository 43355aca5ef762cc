import type { Random } from "../../random.ts";
import { boxBlur } from "./blur.ts";

/** How a photo was made black and white. */
export interface Threshold {
  /** `global`: one level between ink and paper; `adaptive`: below the local mean. */
  readonly method: "global" | "adaptive";
  /**
   * `global`: where between the darkest ink (0) and the paper (1) the level is;
   * `adaptive`: how far below the mean, in levels of 255.
   */
  readonly level: number;
  /** Pixels over which `adaptive` averages. */
  readonly radius: number;
  /** Share of pixels that are turned over. */
  readonly pepper: number;
}

/** @param gray height x width, row-major, 0..255; becomes 0 or 255 in place. */
export function applyThreshold(
  random: Random,
  gray: Float32Array,
  width: number,
  height: number,
  threshold: Threshold,
): void {
  const { method, level, radius, pepper } = threshold;
  const levels = method === "global"
    ? new Float32Array(gray.length).fill(between(gray, level))
    : localMean(gray, width, height, radius, level);
  for (let i = 0; i < gray.length; i++) {
    const isInk = gray[i]! < levels[i]!;
    const flips = pepper > 0 && random.uniform() < pepper;
    gray[i] = isInk !== flips ? 0 : 255;
  }
}

/** Part of the pixels taken for the darkest ink. */
const INK_SHARE = 0.01;

function between(gray: Float32Array, share: number): number {
  const sorted = gray.filter((_, i) => i % 3 === 0).sort();
  const dark = sorted[Math.floor(INK_SHARE * sorted.length)]!;
  const paper = sorted[Math.floor(0.5 * sorted.length)]!;
  return dark + share * (paper - dark);
}

function localMean(
  gray: Float32Array,
  width: number,
  height: number,
  radius: number,
  below: number,
): Float32Array {
  const mean = gray.slice();
  boxBlur(mean, width, height, radius);
  return mean.map((value) => value - below);
}
