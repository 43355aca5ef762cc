import { evenOut } from "./even_out.ts";
import { openFrames } from "./open_frames.ts";
import type { Ink } from "./ink.ts";
import { openUnderlines } from "./open_underlines.ts";
import { strengthen } from "./strengthen.ts";
import { findStrokes, type Strokes } from "./strokes.ts";

/** Times that frames or underlines are taken out, at most: a pattern has frames within each other. */
const MOST_OPENINGS = 3;

/** Strokes, and the ink in which they were found. */
export interface InkedStrokes {
  readonly ink: Ink;
  /** null when there is nothing to read. */
  readonly strokes: Strokes | null;
}

/**
 * Finds the strokes of a picture without the frames and the underlines that they touch, and with those of
 * its pale writing: where no ink is firm the edge of a table may have told what full
 * ink is.
 *
 * @param isLit Whether it is a photo, in which light may make some of it pale.
 * @param openings Times that frames or underlines may still be taken out.
 */
export function findInkedStrokes(
  ink: Ink,
  isLit: boolean,
  openings = MOST_OPENINGS,
): InkedStrokes {
  const strokes = findStrokes(ink);
  const open = strokes && openings > 0 ? openedOf(ink, strokes) : ink;
  if (open !== ink) return findInkedStrokes(open, isLit, openings - 1);
  if (strokes) {
    const even = isLit ? evenOut(ink, strokes) : ink;
    return even === ink
      ? { ink, strokes }
      : { ink: even, strokes: findStrokes(even) };
  }
  const stronger = strengthen(ink);
  return stronger === ink
    ? { ink, strokes }
    : { ink: stronger, strokes: findStrokes(stronger) };
}

function openedOf(ink: Ink, strokes: Strokes): Ink {
  const open = openFrames(ink, strokes);
  return open === ink ? openUnderlines(ink, strokes) : open;
}
