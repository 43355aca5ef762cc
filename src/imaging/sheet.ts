import {
  gap,
  longerSide,
  longestSide,
  longOnes,
  reachesEdge,
  sharedHeight,
  span,
} from "./boxes.ts";
import type { Component } from "./components.ts";
import type { Ink } from "./ink.ts";
import type { Box } from "./picture.ts";
import type { Contact } from "./sides.ts";

/** Ink that is of the sheet, its edges and margins, and no writing on it. */

/** Part of the picture's shorter side up to which ink at its edge is a sliver. */
const SLIVER_SHARE = 0.04;

/** Below this many pixels a side even thin ink at the edge may be writing. */
const MIN_SLIVER_PICTURE = 40;

/** Heights of neighbours in a number, of the one for the other, what they share of it, and how near they are. */
const AS_HIGH = 0.65;
const BESIDE = 0.6;
const NEAR = 1;

/** Each is compared with each; more pieces than this are no number. */
const MOST_PIECES = 300;

/** Part of the picture that a sheet within a frame covers at least. */
const SHEET_SHARE = 0.5;

/** Part of its box that such a sheet fills. */
const SHEET_FILL = 0.92;

/**
 * The edge of a sheet, where its table shows, is a line from the edge of the
 * picture through so much of it, and as thin, in parts of the picture's sides.
 */
const EDGE_LENGTH = 0.75;
const EDGE_THICKNESS = 0.03;

/** Part of its length that other writing has at most: beside a 0 as long as it is, it is a 1. */
const BESIDE_EDGE = 0.75;

/** A piece that touches the edge with this part of its longer side is cut off by it. */
const CUT_SHARE = 0.4;

/** Below this many pixels a side a digit may fill the picture, and a stroke of it end there. */
const MIN_CUT_PICTURE = 48;

/** Writing of which none is cut keeps so far from the edge, in the picture's shorter side. */
const CLEAR_MARGIN = 0.08;

/** Part of the longest piece's length from which others are writing as well. */
const WRITING_LENGTH = 0.5;

/** For each piece whether it is what is left of a line or a margin at the edge. */
export function findSlivers(
  ink: Ink,
  list: readonly Component[],
): readonly boolean[] {
  const isThin = list.map(({ box }) => isSliver(ink, box));
  if (list.length > MOST_PIECES) return isThin;
  const clear = list.filter((_, i) => !isThin[i]).map(({ box }) => box);
  return list.map(({ box }, i) =>
    isThin[i]! && !clear.some((other) => isNeighbour(box, other))
  );
}

function isSliver({ width, height }: Ink, box: Box): boolean {
  const shorter = Math.min(width, height);
  if (shorter < MIN_SLIVER_PICTURE) return false;
  const thickness = SLIVER_SHARE * shorter;
  const right = width - box.x - box.width;
  const bottom = height - box.y - box.height;
  return box.width <= thickness - Math.min(box.x, right) ||
    box.height <= thickness - Math.min(box.y, bottom);
}

/** Whether a piece is as high as another beside it: a number begins or ends near the edge. */
function isNeighbour(box: Box, other: Box): boolean {
  const [lower, higher] = [box.height, other.height].toSorted((a, b) =>
    a - b
  ) as [number, number];
  return lower >= AS_HIGH * higher &&
    sharedHeight(box, other) >= BESIDE * lower &&
    gap(box, other) <= NEAR * higher;
}

/** Of the candidates those that are no edge of a sheet that shorter writing stands on. */
export function dropEdges(
  ink: Ink,
  list: readonly Component[],
  isCandidate: readonly boolean[],
): readonly boolean[] {
  const isEdge = list.map((piece, i) =>
    isCandidate[i]! && isEdgeLine(ink, piece)
  );
  if (!isEdge.includes(true)) return isCandidate;
  const longest = longestSide(
    list.filter((_, i) => isCandidate[i] && !isEdge[i]).map(({ box }) => box),
  );
  return list.map(({ box }, i) =>
    isCandidate[i]! &&
    !(isEdge[i] && longest <= BESIDE_EDGE * longerSide(box))
  );
}

function isEdgeLine(ink: Ink, { box, mass }: Component): boolean {
  const side = box.height > box.width ? ink.height : ink.width;
  const length = longerSide(box);
  return reachesEdge(box, ink, 1) && length >= EDGE_LENGTH * side &&
    mass <= EDGE_THICKNESS * Math.min(ink.width, ink.height) * length;
}

/** Whether a piece is a sheet in a frame, taken for ink. */
export function isSheet(ink: Ink, { box, mass }: Component): boolean {
  const area = box.width * box.height;
  return area >= SHEET_SHARE * ink.data.length && mass >= SHEET_FILL * area;
}

/**
 * Of the candidates those that the edge of the picture does not cut off, as it
 * does tables and clouds of noise, where other writing keeps clear of it.
 */
export function dropCut(
  ink: Ink,
  list: readonly Component[],
  isCandidate: readonly boolean[],
  contacts: readonly Contact[],
): readonly boolean[] {
  const shorter = Math.min(ink.width, ink.height);
  if (shorter < MIN_CUT_PICTURE) return isCandidate;
  const isCut = list.map(({ box }, i) =>
    contacts[i]!.longest >= CUT_SHARE * longerSide(box)
  );
  const whole = isCandidate.map((candidate, i) => candidate && !isCut[i]);
  const boxes = list.filter((_, i) => whole[i]).map(({ box }) => box);
  if (boxes.length === 0) return isCandidate;
  const writing = span(longOnes(boxes, WRITING_LENGTH));
  const margin = CLEAR_MARGIN * shorter;
  return reachesEdge(writing, ink, margin) ? isCandidate : whole;
}
