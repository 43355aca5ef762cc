import type { Ink } from "./ink.ts";
import { strengthen } from "./strengthen.ts";
import { findStrokes, type Strokes } from "./strokes.ts";

/** Strokes, and the ink in which they were found. */
export interface InkedStrokes {
  readonly ink: Ink;
  /** null when there is nothing to read. */
  readonly strokes: Strokes | null;
}

/**
 * Finds the strokes of a picture, and where no ink is firm those of its pale
 * writing: the edge of a table may have told what full ink is.
 */
export function findInkedStrokes(ink: Ink): InkedStrokes {
  const strokes = findStrokes(ink);
  if (strokes) return { ink, strokes };
  const stronger = strengthen(ink);
  return stronger === ink
    ? { ink, strokes }
    : { ink: stronger, strokes: findStrokes(stronger) };
}
