import { type Components, findComponents, onlyPieces } from "./components.ts";
import type { Ink } from "./ink.ts";
import type { Box } from "./picture.ts";

/** A part of a picture's ink, reduced, and its pieces. */
export interface Raster {
  /** Pixels of the ink. */
  readonly box: Box;
  /** Pixels of the ink per pixel of the raster, along each axis. */
  readonly block: number;
  readonly ink: Ink;
  /** Pieces of writing; those of anything else are gone. */
  readonly pieces: Components;
}

/**
 * Ink that joins pieces. Less than what is a stroke: chalk and thin pens leave
 * gaps, and where two characters are joined by a shade it is cheap to cut.
 */
const JOINING = 0.25;

/** What lies on each pixel of the ink. */
export interface Kinds {
  /** Like the ink: the label of the piece that a pixel is of, 0 for none. */
  readonly labels: Int32Array;
  /** By label: 1 for writing, -1 for what is to be left out, 0 for neither. */
  readonly kindOf: Int8Array;
}

/** A raster of whose pieces some belong to other lines. */
export interface Others {
  readonly raster: Raster;
  /** By label of its pieces. */
  readonly isOther: Uint8Array;
}

/** Reduces a part of the ink to the means of blocks. */
export function rasterize(
  ink: Ink,
  box: Box,
  block: number,
  { labels, kindOf }: Kinds,
  others?: Others,
): Raster {
  const width = Math.ceil(box.width / block);
  const height = Math.ceil(box.height / block);
  const data = new Float32Array(width * height);
  const isWriting = new Uint8Array(width * height);
  const share = 1 / (block * block);
  for (let y = box.y; y < box.y + box.height; y++) {
    const from = y * ink.width + box.x;
    const row = Math.floor((y - box.y) / block) * width;
    for (let x = 0, left = block, at = row; x < box.width; x++) {
      const value = ink.data[from + x]!;
      if (value > 0) {
        const kind = kindOf[labels[from + x]!]!;
        if (kind >= 0 && !(others && isOnOther(others, box.x + x, y))) {
          data[at]! += value * share;
          if (kind > 0) isWriting[at] = 1;
        }
      }
      if (--left === 0) [left, at] = [block, at + 1];
    }
  }
  const reduced = { width, height, data };
  const marked = data.slice();
  for (let i = 0; i < marked.length; i++) marked[i]! += isWriting[i]!;
  const pieces = findComponents({ width, height, data: marked }, JOINING);
  return { box, block, ink: reduced, pieces: ofWriting(pieces, isWriting) };
}

/** Whether a pixel of the ink lies on a piece of another line. */
function isOnOther(
  { raster: { box, block, ink, pieces }, isOther }: Others,
  x: number,
  y: number,
): boolean {
  const column = Math.floor((x - box.x) / block);
  const row = Math.floor((y - box.y) / block);
  const isOutside = column < 0 || row < 0 || column >= ink.width ||
    row >= ink.height;
  return !isOutside &&
    isOther[pieces.labels()[row * ink.width + column]!] === 1;
}

/** The pieces that writing is in. */
function ofWriting(pieces: Components, isWriting: Uint8Array): Components {
  const labels = pieces.labels();
  const isKept = new Uint8Array(pieces.list.length + 1);
  for (let i = 0; i < labels.length; i++) {
    if (isWriting[i] === 1) isKept[labels[i]!] = 1;
  }
  return onlyPieces(pieces, isKept);
}
