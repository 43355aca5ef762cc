import type { SheetMap } from "../photos/place.ts";
import type { Rgb } from "../photos/raster.ts";

/** Lines printed on paper, in pixels of the sheet. */
export interface Lines {
  readonly spacing: number;
  /** Where the nearest line is, in parts of the spacing, from the digit's middle. */
  readonly phase: readonly [across: number, down: number];
  readonly width: number;
  /** Whether lines go down as well: graph paper. */
  readonly isGraph: boolean;
  /** Every so many lines a stronger one; 0 for none. */
  readonly strongEvery: number;
  /** Distance of a margin line from the digit's middle; null for none. */
  readonly margin: number | null;
  readonly color: Rgb;
  readonly marginColor: Rgb;
  /** 0..1. */
  readonly opacity: number;
  /** Radians by which they lean against the digit. */
  readonly angle: number;
}

/** How much wider a stronger line is. */
const STRONG = 1.8;

/**
 * How far printed lines cover each pixel.
 *
 * @returns Of the lines and of the margin line; height x width, row-major, 0..1.
 */
export function printLines(
  { u, v }: SheetMap,
  lines: Lines,
): { lines: Float32Array; margin: Float32Array } {
  const { spacing, phase, width, opacity } = lines;
  const printed = new Float32Array(u.length);
  const margin = new Float32Array(u.length);
  const cos = Math.cos(lines.angle);
  const sin = Math.sin(lines.angle);
  const lineAt = (position: number, offset: number) => {
    const turns = position / spacing - offset;
    const nearest = Math.round(turns);
    const isStrong = lines.strongEvery > 0 && nearest % lines.strongEvery === 0;
    return lineCoverage(
      (turns - nearest) * spacing,
      isStrong ? STRONG * width : width,
    );
  };
  for (let i = 0; i < u.length; i++) {
    const across = cos * u[i]! + sin * v[i]!;
    const down = cos * v[i]! - sin * u[i]!;
    const ruled = lineAt(down, phase[1]);
    const crossing = lines.isGraph ? lineAt(across, phase[0]) : 0;
    printed[i] = opacity * Math.max(ruled, crossing);
    if (lines.margin !== null) {
      margin[i] = opacity * lineCoverage(across - lines.margin, width);
    }
  }
  return { lines: printed, margin };
}

/** How far a line of `width` covers a pixel whose centre is `distance` away. */
export function lineCoverage(distance: number, width: number): number {
  const inside = width / 2 + 0.5 - Math.abs(distance);
  return Math.min(1, width, Math.max(0, inside));
}
