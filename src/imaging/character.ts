import { longerSide, span } from "./boxes.ts";
import { type Components, findComponents } from "./components.ts";
import { cut } from "./cut.ts";
import { clearHaze, FIRM } from "./haze.ts";
import { type Ink, inkedBox } from "./ink.ts";
import { nearTo } from "./near_to.ts";
import type { Box } from "./picture.ts";
import { largestMass, SPECK_SHARE } from "./select_writing.ts";
import { findStrokes, type Strokes, strokesBox } from "./strokes.ts";

/** One written character, cut from the ink. */
export interface Character {
  /** Where it stands, in pixels of the ink it was cut from. */
  readonly box: Box;
  /** Its own ink, box.width x box.height. */
  readonly ink: Ink;
}

/**
 * A row at the edge of a character belongs to it when its ink is still at least
 * this much after the character has been shrunk to the 20 pixels of MNIST.
 * MNIST's own images have edges as faint.
 */
const FAINTEST_EDGE = 1 / 64;
const MNIST_SIDE = 20;

/** Pixels of MNIST that the soft edge of a stroke goes out. */
const REACH = 1.5;

/** Ink that belongs to a character whatever its size. */
const SURE_EDGE = 1 / 3;

/** All writing as one character; null when there is nothing to read. */
export function findCharacter(ink: Ink): Character | null {
  const strokes = findStrokes(ink);
  return strokes && cutCharacter(ink, strokes);
}

/** All strokes as one character; the faint ink around them stays. */
export function cutCharacter(ink: Ink, strokes: Strokes): Character {
  const body = strokesBox(strokes);
  const reach = edgeReach(body);
  const near = grown(body, 2 * reach, inkedBox(ink));
  const firmness = Math.min(FIRM, strokes.threshold);
  const clear = clearHaze(ink, reach, firmness, near);
  const pieces = findComponents(clear, edgeThreshold(body));
  const isKept = keepPieces(pieces, strokes, near, ink.width);
  const kept = pieces.list.filter((_, i) => isKept[i]);
  const box = span(kept.map((piece) => piece.box));
  const own = isKept.every((kept) => kept)
    ? clear
    : withoutOthers(clear, pieces, isKept);
  return {
    box: { ...box, x: near.x + box.x, y: near.y + box.y },
    ink: cut(own, box),
  };
}

function withoutOthers(
  ink: Ink,
  pieces: Components,
  isKept: readonly boolean[],
): Ink {
  const labels = pieces.labels();
  const data = ink.data.slice();
  for (let i = 0; i < data.length; i++) {
    const label = labels[i]!;
    if (label > 0 && !isKept[label - 1]) data[i] = 0;
  }
  return { ...ink, data };
}

/** A box wider by a margin, as far as it lies within another. */
function grown({ x, y, width, height }: Box, by: number, within: Box): Box {
  const left = Math.max(within.x, x - by);
  const top = Math.max(within.y, y - by);
  const right = Math.min(within.x + within.width, x + width + by);
  const bottom = Math.min(within.y + within.height, y + height + by);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Of the pieces that faint ink joins those that hold writing, and faint ones
 * beside them: a stroke fades where the pen was lifted.
 *
 * @param near Where the pieces' picture lies in that of the strokes.
 * @param width Of the strokes' picture.
 */
function keepPieces(
  pieces: Components,
  strokes: Strokes,
  near: Box,
  width: number,
): readonly boolean[] {
  // Nearly always, and the strokes must be somewhere.
  if (pieces.list.length === 1) return [true];
  const isKept = pieces.list.map(() => false);
  const isFaint = pieces.list.map(() => true);
  const [strokeLabels, labels] = [strokes.labels(), pieces.labels()];
  for (let y = 0, i = 0; y < near.height; y++) {
    const from = (near.y + y) * width + near.x;
    for (let x = 0; x < near.width; x++, i++) {
      const label = strokeLabels[from + x]!;
      if (label === 0) continue;
      const piece = labels[i]! - 1;
      if (piece < 0) continue;
      isFaint[piece] = false;
      if (strokes.isKept[label - 1]) isKept[piece] = true;
    }
  }
  const isNear = nearTo(pieces.list.filter((_, i) => isKept[i]));
  const least = SPECK_SHARE * largestMass(pieces.list, isKept);
  return pieces.list.map((piece, i) =>
    isKept[i]! || isFaint[i]! && piece.mass >= least && isNear(piece)
  );
}

/** Least ink of an edge, for a character as large as `box`. */
function edgeThreshold(box: Box): number {
  const shrinking = longerSide(box) / MNIST_SIDE;
  return Math.min(SURE_EDGE, FAINTEST_EDGE * Math.max(1, shrinking));
}

/** Pixels that a soft edge goes out, for a character as large as `box`: 1.5 of MNIST's. */
function edgeReach(box: Box): number {
  const shrinking = longerSide(box) / MNIST_SIDE;
  return Math.max(1, Math.round(REACH * shrinking));
}
