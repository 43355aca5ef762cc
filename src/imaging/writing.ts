import {
  type Component,
  type Components,
  findComponents,
} from "./components.ts";
import { clearHaze, FIRM } from "./haze.ts";
import type { Ink } from "./ink.ts";
import type { Box } from "./picture.ts";
import { sidesAlong } from "./sides.ts";
import { isTexture } from "./texture.ts";

/** The pieces of a picture, and which of them are writing. */
export interface Writing extends Components {
  /** One per piece. */
  readonly isKept: readonly boolean[];
  /** Where the pieces are, without haze. */
  readonly ink: Ink;
  /** The smallest box around all that is kept. */
  readonly box: Box;
}

/** Ink by which writing is told from the rest. */
const BODY = 1 / 2;

/** A hairline between two rows of pixels inks each by less than half. */
const HAIRLINE_BODY = 0.3;

/** So many pieces of a hairline become one there; of noise there become more. */
const JOINED = 4;

/** A piece of ink below this part of the largest piece is a speck. */
const SPECK_SHARE = 0.02;

/** Pixels a character is long at least; less cannot be told apart. */
const MIN_SIDE = 4;

/** Pixels a side of a picture at least; a 1 cut out of 16x16 has two or three. */
const MIN_THICKNESS = 2;

/** Part of the picture's longer side a character is long at least. */
const MIN_SIDE_SHARE = 0.02;

/** Part of the picture's longer side up to which a compact piece is a crumb. */
const CRUMB_SHARE = 0.06;

/** Part of its box that a crumb fills; bent strokes leave more of it. */
const CRUMB_FILL = 0.5;

/** Sides of a crumb's box compare as 1 to this at most. */
const CRUMB_ASPECT = 2;

/** From so many pieces on, their median tells the size of noise. */
const MANY_PIECES = 20;

/** Writing has this many times the ink of a piece of noise. */
const NOISE_FACTOR = 12;

/** Along so many sides of the picture runs a frame, never a character. */
const FRAME_SIDES = 3;

/** Part of the picture's shorter side up to which ink at its edge is a sliver. */
const SLIVER_SHARE = 0.04;

/** Below this many pixels a side even thin ink at the edge may be writing. */
const MIN_SLIVER_PICTURE = 40;

/** Part of the picture that a sheet within a frame covers at least. */
const SHEET_SHARE = 0.5;

/** Part of its box that such a sheet fills. */
const SHEET_FILL = 0.92;

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

/**
 * Finds the writing of a picture: its ink without specks, crumbs, frames and
 * what lies beside the sheet. The pieces are those that faint ink joins.
 *
 * @returns null when there is nothing to read.
 */
export function findWriting(ink: Ink): Writing | null {
  if (Math.min(ink.width, ink.height) < MIN_THICKNESS || isTexture(ink, BODY)) {
    return null;
  }
  const pieces = findComponents(ink, BODY);
  const writing = writingFrom(ink, pieces, BODY);
  if (writing || pieces.list.length < MANY_PIECES) return writing;
  const joined = findComponents(ink, HAIRLINE_BODY);
  return joined.list.length <= pieces.list.length / JOINED
    ? writingFrom(ink, joined, HAIRLINE_BODY)
    : null;
}

function writingFrom(
  ink: Ink,
  body: Components,
  threshold: number,
): Writing | null {
  const isBody = selectWriting(ink, body);
  const bodyBox = boxOf(body.list, isBody);
  if (!bodyBox) return null;
  const clear = clearAround(ink, bodyBox, Math.min(FIRM, threshold));
  const pieces = findComponents(clear, edgeThreshold(bodyBox));
  const isKept = keepPieces(pieces, body, isBody);
  return { ...pieces, isKept, ink: clear, box: boxOf(pieces.list, isKept)! };
}

/** The ink in and near a box without haze; none elsewhere. */
function clearAround(ink: Ink, box: Box, firmness: number): Ink {
  const reach = edgeReach(box);
  const left = Math.max(0, box.x - 2 * reach);
  const top = Math.max(0, box.y - 2 * reach);
  const width = Math.min(ink.width, box.x + box.width + 2 * reach) - left;
  const height = Math.min(ink.height, box.y + box.height + 2 * reach) - top;
  const near = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * ink.width + left;
    near.set(ink.data.subarray(from, from + width), y * width);
  }
  const cleared = clearHaze({ width, height, data: near }, reach, firmness);
  const data = new Float32Array(ink.data.length);
  for (let y = 0; y < height; y++) {
    const row = cleared.data.subarray(y * width, (y + 1) * width);
    data.set(row, (top + y) * ink.width + left);
  }
  return { ...ink, data };
}

/**
 * Of the pieces that faint ink joins those that hold writing, and faint ones
 * beside them: a stroke fades where the pen was lifted.
 */
function keepPieces(
  pieces: Components,
  body: Components,
  isBody: readonly boolean[],
): readonly boolean[] {
  const isKept = pieces.list.map(() => false);
  const isFaint = pieces.list.map(() => true);
  for (let i = 0; i < body.labels.length; i++) {
    const label = body.labels[i]!;
    if (label === 0) continue;
    const piece = pieces.labels[i]! - 1;
    if (piece < 0) continue;
    isFaint[piece] = false;
    if (isBody[label - 1]) isKept[piece] = true;
  }
  const strokes = pieces.list.filter((_, i) => isKept[i]);
  const least = SPECK_SHARE * largestMass(pieces.list, isKept);
  return pieces.list.map((piece, i) =>
    isKept[i]! ||
    isFaint[i]! && piece.mass >= least &&
      strokes.some(({ box }) => gap(box, piece.box) <= longerSide(piece.box))
  );
}

function selectWriting(ink: Ink, components: Components): readonly boolean[] {
  const { list } = components;
  const longer = Math.max(ink.width, ink.height);
  const smallest = Math.max(MIN_SIDE, MIN_SIDE_SHARE * longer);
  const noise = noiseMass(list);
  const along = sidesAlong(ink, components);
  const isStroke = list.map((piece, i) =>
    along[i]! < FRAME_SIDES && !isSliver(ink, piece.box) && !isSheet(ink, piece)
  );
  const isInside = isStroke.map((stroke, i) => stroke && along[i] === 0);
  for (const candidates of [isInside, isStroke]) {
    const kept = dropSpecks(list, candidates, CRUMB_SHARE * longer);
    const isLarge = list.some(({ box, mass }, i) =>
      kept[i] && longerSide(box) >= smallest && mass >= noise
    );
    if (isLarge) return kept;
  }
  return list.map(() => false);
}

/** The ink below which the largest of many pieces is noise as they are. */
function noiseMass(list: readonly Component[]): number {
  if (list.length < MANY_PIECES) return 0;
  const masses = Float64Array.from(list, ({ mass }) => mass).sort();
  return NOISE_FACTOR * masses[masses.length >> 1]!;
}

/** Whether a piece is what is left of a line or a margin at the edge. */
function isSliver({ width, height }: Ink, box: Box): boolean {
  const shorter = Math.min(width, height);
  if (shorter < MIN_SLIVER_PICTURE) return false;
  const thickness = SLIVER_SHARE * shorter;
  const right = width - box.x - box.width;
  const bottom = height - box.y - box.height;
  return box.width <= thickness - Math.min(box.x, right) ||
    box.height <= thickness - Math.min(box.y, bottom);
}

/** Whether a piece is a sheet in a frame, taken for ink. */
function isSheet(ink: Ink, { box, mass }: Component): boolean {
  const area = box.width * box.height;
  return area >= SHEET_SHARE * ink.data.length && mass >= SHEET_FILL * area;
}

/**
 * Of the candidates those that are no speck beside the largest, and no crumb
 * unless a larger piece is as near as it is long: then it mends a stroke.
 */
function dropSpecks(
  list: readonly Component[],
  isCandidate: readonly boolean[],
  crumb: number,
): readonly boolean[] {
  const least = SPECK_SHARE * largestMass(list, isCandidate);
  const isStroke = list.map((piece, i) =>
    isCandidate[i]! && piece.mass >= least && !isCrumb(piece, crumb)
  );
  const strokes = list.filter((_, i) => isStroke[i]);
  return list.map((piece, i) =>
    isStroke[i]! ||
    isCandidate[i]! && piece.mass >= least &&
      strokes.some(({ box }) => gap(box, piece.box) <= longerSide(piece.box))
  );
}

function isCrumb({ box, mass }: Component, limit: number): boolean {
  const longer = longerSide(box);
  const shorter = Math.min(box.width, box.height);
  return longer <= limit && longer <= CRUMB_ASPECT * shorter &&
    mass >= CRUMB_FILL * box.width * box.height;
}

function largestMass(
  list: readonly Component[],
  isCandidate: readonly boolean[],
): number {
  return list.reduce(
    (most, { mass }, i) => isCandidate[i] ? Math.max(most, mass) : most,
    0,
  );
}

/** Pixels between two boxes along the axis where they are farther apart. */
function gap(a: Box, b: Box): number {
  const x = Math.max(a.x - b.x - b.width, b.x - a.x - a.width);
  const y = Math.max(a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.max(0, x, y);
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

function longerSide({ width, height }: Box): number {
  return Math.max(width, height);
}

/** The smallest box around all pieces kept; null when there are none. */
function boxOf(
  list: readonly Component[],
  isKept: readonly boolean[],
): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
  list.forEach(({ box: { x, y, width, height } }, i) => {
    if (!isKept[i]) return;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  });
  if (right === 0) return null;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
