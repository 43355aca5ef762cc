import { lineCoverage } from "./lines.ts";
import type { SheetMap } from "../photos/place.ts";
import type { Rgb } from "../photos/raster.ts";

/** A box of a form to write a digit in, in pixels of the sheet. */
export interface Cell {
  readonly width: number;
  readonly height: number;
  /** Of the box's middle from the digit's. */
  readonly offset: readonly [x: number, y: number];
  /** Thickness of the frame. */
  readonly line: number;
  /** Boxes beside it: none, sharing a side, or with a gap (pixels). */
  readonly neighbours: "none" | "joined" | number;
  /** Whether the frame has no top: a comb. */
  readonly isComb: boolean;
  /** Part of the lines that printing and scanning lost. */
  readonly gaps: number;
  readonly color: Rgb;
  /** 0..1. */
  readonly opacity: number;
}

/** How many boxes stand to either side. */
const NEIGHBOURS = 3;

/** Pixels of a dash of a frame that lost parts. */
const DASH = 3;

/**
 * How far the frame covers each pixel.
 *
 * @returns height x width, row-major, 0..1.
 */
export function printCell({ u, v }: SheetMap, cell: Cell): Float32Array {
  const printed = new Float32Array(u.length);
  const halfWidth = cell.width / 2;
  const halfHeight = cell.height / 2;
  const gap = typeof cell.neighbours === "number" ? cell.neighbours : 0;
  const pitch = cell.width + gap;
  const reach = cell.neighbours === "none" ? 0 : NEIGHBOURS;
  for (let i = 0; i < printed.length; i++) {
    const x = u[i]! - cell.offset[0];
    const y = v[i]! - cell.offset[1];
    const box = Math.max(-reach, Math.min(reach, Math.round(x / pitch)));
    const across = Math.abs(x - box * pitch);
    let covered = 0;
    if (Math.abs(y) <= halfHeight + cell.line / 2) {
      covered = lineCoverage(across - halfWidth, cell.line);
    }
    if (across <= halfWidth + cell.line / 2 && !(cell.isComb && y < 0)) {
      const below = lineCoverage(Math.abs(y) - halfHeight, cell.line);
      covered = Math.max(covered, below);
    }
    if (covered > 0 && isLost(x, y, cell.gaps)) covered = 0;
    printed[i] = cell.opacity * covered;
  }
  return printed;
}

/** A hash of the place, so that a dash is lost or kept as a whole. */
function isLost(x: number, y: number, gaps: number): boolean {
  if (gaps === 0) return false;
  const place = Math.floor(x / DASH) * 374761393 +
    Math.floor(y / DASH) * 668265263;
  const mixed = Math.imul(place ^ (place >>> 13), 1274126177);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32 < gaps;
}
