import { reachesEdge } from "./boxes.ts";
import { type Components, findComponents, onlyPieces } from "./components.ts";
import { type Ink, inkedBox } from "./ink.ts";

/** Ink by which writing is told from the rest. */
export const BODY = 1 / 2;

/** Ink of the pale part of a stroke, on paper without pale ink of its own; the less, the cleaner it is. */
const PALE = 0.2;
const PALEST = 0.1;

/** Pale ink for each pixel of firm ink where it may be more than soft edges. */
const PALE_SHARE = 0.4;

/** Pale ink apart from strokes, for all ink of strokes, that is none of the paper's. */
const STRAY_SHARE = 0.1;

/** Pieces of ink, and the ink from which they were found. */
export interface PalePieces {
  readonly pieces: Components;
  readonly threshold: number;
}

/**
 * The strokes with their pale parts, as where a lamp or a dry pen pales half of a
 * digit; null where there are none, or where paper has pale ink of its own.
 */
export function palePieces(
  ink: Ink,
  firm: Components,
  areas: InkAreas,
): PalePieces | null {
  if (areas.pale < PALE_SHARE * areas.firm) return null;
  const isFirmAtEdge = isAtEdge(ink, firm);
  for (const threshold of [PALEST, PALE]) {
    const all = findComponents(ink, threshold);
    const pieces = withFirmInk(all, firm);
    const [mass, own] = [massOf(all), massOf(pieces)];
    if (mass - own > STRAY_SHARE * own) continue;
    // Pale lines of the paper, that strokes join, run out of the picture.
    if (isFirmAtEdge || !isAtEdge(ink, pieces)) return { pieces, threshold };
  }
  return null;
}

function isAtEdge(ink: Ink, { list }: Components): boolean {
  return list.some(({ box }) => reachesEdge(box, ink, 0));
}

/** Pixels of firm and of pale ink. */
export interface InkAreas {
  readonly firm: number;
  readonly pale: number;
}

export function countInk(ink: Ink): InkAreas {
  const { x, y, width, height } = inkedBox(ink);
  let [firm, pale] = [0, 0];
  for (let row = y; row < y + height; row++) {
    const from = row * ink.width + x;
    for (let i = from; i < from + width; i++) {
      const value = ink.data[i]!;
      if (value < PALE) continue;
      if (value >= BODY) firm++;
      else pale++;
    }
  }
  return { firm, pale };
}

function massOf({ list }: Components): number {
  return list.reduce((sum, { mass }) => sum + mass, 0);
}

/** The paler pieces that hold a firm one: two thresholds as in Canny, 1986. */
export function withFirmInk(pale: Components, firm: Components): Components {
  const isFirm = new Uint8Array(pale.list.length + 1);
  const [paleLabels, firmLabels] = [pale.labels(), firm.labels()];
  for (let i = 0; i < paleLabels.length; i++) {
    if (firmLabels[i]! > 0) isFirm[paleLabels[i]!] = 1;
  }
  return onlyPieces(pale, isFirm);
}
