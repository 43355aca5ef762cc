import { areaOf, longerSide, reachesEdge } from "./boxes.ts";
import type { Component, Components } from "./components.ts";
import { cutPiece } from "./cut.ts";
import { findDotRows } from "./dot_rows.ts";
import { findFrameSides } from "./frame_sides.ts";
import { findFrames } from "./frames.ts";
import type { Ink } from "./ink.ts";
import { nearTo } from "./near_to.ts";
import { findRules } from "./rules.ts";
import { dropCut, dropEdges, findSlivers, isSheet } from "./sheet.ts";
import { findContacts } from "./sides.ts";
import { strokeWidth } from "./stroke_width.ts";

/** A piece of ink below this part of the largest piece is a speck. */
export const SPECK_SHARE = 0.02;

/** Pixels a character is long at least; less cannot be told apart. */
const MIN_SIDE = 4;

/** Part of the picture's longer side a character is long at least. */
const MIN_SIDE_SHARE = 0.02;

/** Part of the picture's longer side up to which a compact piece is a crumb. */
const CRUMB_SHARE = 0.06;

/** Part of its box that a crumb fills; bent strokes leave more of it. */
const CRUMB_FILL = 0.5;

/** The same of a dot in a row, which may be a ring. */
const DOT_FILL = 0.3;

/** Part of the highest piece's height up to which it is one, where that is less. */
const CRUMB_OF_WRITING = 0.4;

/** Sides of a crumb's box compare as 1 to this at most. */
const CRUMB_ASPECT = 2;

/** What a pen drew is so long, in the pen's width; a crumb is less. */
const DRAWN_LENGTH = 4.5;

/** Pieces up to which those as small as crumbs may be all that was written. */
const FEW_PIECES = 12;

/** From so many pieces on, the smaller ones tell the size of noise. */
export const MANY_PIECES = 20;

/** Writing has this many times the ink of a piece of noise. */
const NOISE_FACTOR = 12;

/** Part of the pieces that are dots where they are noise; the largest of as many tells its size. */
const MOSTLY_DOTS = 0.4;

/** A straight piece of writing has this part of the pen's width at least. */
const THINNEST = 0.4;

/** What reaches in from the edge of the picture has this many times the width of the pen at most. */
const THICKEST = 1.8;

/** The largest piece within is so long, in the pen's width, if it tells that. */
const STROKE_LENGTH = 5;

/** What is straight is so long, in its shorter side and in its thickness. */
const STRAIGHT_ASPECT = 4;
const STRAIGHT_LENGTH = 6;

/** Along so many sides of the picture runs a frame, never a character. */
const FRAME_SIDES = 3;

/**
 * For each piece of firm ink whether it is writing: no speck or crumb, frame or rule,
 * nothing too thin for the pen, and nothing beside the sheet.
 */
export function selectWriting(
  ink: Ink,
  components: Components,
): readonly boolean[] {
  const { list } = components;
  const longer = Math.max(ink.width, ink.height);
  const smallest = Math.max(MIN_SIDE, MIN_SIDE_SHARE * longer);
  const crumb = crumbLimit(list, longer);
  const isInRow = findDotRows(
    list,
    (piece) => isCompact(piece, crumb, DOT_FILL),
  );
  const noise = noiseMass(list.filter((_, i) => !isInRow[i]), crumb);
  const contacts = findContacts(ink, components);
  const isFrame = findFrames(ink, components);
  const isSliver = findSlivers(ink, list);
  const mayBeStroke = list.map((piece, i) =>
    contacts[i]!.sides < FRAME_SIDES && !isFrame[i] &&
    !isSliver[i] && !isInRow[i] && !isSheet(ink, piece)
  );
  const isFrameSide = findFrameSides(ink, list, mayBeStroke);
  const isRule = findRules(list, mayBeStroke);
  const isStroke = mayBeStroke.map((may, i) =>
    may && !isFrameSide[i] && !isRule[i]
  );
  const isWithin = isStroke.map((stroke, i) =>
    stroke && contacts[i]!.sides === 0
  );
  const isWhole = dropCut(ink, list, isWithin, contacts);
  const isInside = dropEdges(ink, list, isWhole);
  for (const candidates of [isInside, isStroke]) {
    const strokes = dropThick(ink, components, candidates);
    const kept = dropThin(ink, components, dropSpecks(list, strokes, crumb));
    const isLarge = list.some(({ box, mass }, i) =>
      kept[i] && longerSide(box) >= smallest && mass >= noise
    );
    if (isLarge) return kept;
  }
  return list.length <= FEW_PIECES
    ? keepDrawn(ink, components, isWithin, smallest)
    : list.map(() => false);
}

/** Of the candidates those that are drawn with a pen, though they are as small as crumbs. */
function keepDrawn(
  ink: Ink,
  components: Components,
  isCandidate: readonly boolean[],
  smallest: number,
): readonly boolean[] {
  return components.list.map(({ box }, i) => {
    const length = longerSide(box);
    return isCandidate[i]! && length >= smallest &&
      length >= DRAWN_LENGTH * widthOf(ink, components, i);
  });
}

/**
 * The ink below which the largest of many pieces is noise as they are. Where
 * most are no dots, they are many characters.
 */
function noiseMass(list: readonly Component[], crumb: number): number {
  if (list.length < MANY_PIECES) return 0;
  const dots = list.filter((piece) =>
    longerSide(piece.box) < MIN_SIDE || isCrumb(piece, crumb)
  );
  if (dots.length < MOSTLY_DOTS * list.length) return 0;
  const masses = Float64Array.from(list, ({ mass }) => mass).sort();
  return NOISE_FACTOR * masses[Math.floor(MOSTLY_DOTS * (masses.length - 1))]!;
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
  const isNear = nearTo(list.filter((_, i) => isStroke[i]));
  return list.map((piece, i) =>
    isStroke[i]! ||
    isCandidate[i]! && piece.mass >= least && isNear(piece)
  );
}

/**
 * Of the candidates those that one pen may have written: a straight piece that is
 * much thinner than the strokes of the largest one is print.
 */
function dropThin(
  ink: Ink,
  components: Components,
  isCandidate: readonly boolean[],
): readonly boolean[] {
  const { list } = components;
  const widths = list.map((piece, i) =>
    isCandidate[i] && isStraight(piece) ? thicknessOf(piece) : Infinity
  );
  if (widths.every((width) => width === Infinity)) return isCandidate;
  const pen = widthOf(ink, components, largestOf(list, isCandidate));
  return isCandidate.map((candidate, i) =>
    candidate && widths[i]! >= THINNEST * pen
  );
}

/**
 * Of the candidates those that are no pen on the sheet: what reaches in from the edge of the
 * picture, much thicker than the strokes of the largest one within.
 */
function dropThick(
  ink: Ink,
  components: Components,
  isCandidate: readonly boolean[],
): readonly boolean[] {
  const { list } = components;
  const isAtEdge = list.map(({ box }, i) =>
    isCandidate[i]! && reachesEdge(box, ink, 1)
  );
  const isWithin = isCandidate.map((candidate, i) => candidate && !isAtEdge[i]);
  if (!isWithin.includes(true) || !isAtEdge.includes(true)) return isCandidate;
  const largest = largestOf(list, isWithin);
  const pen = widthOf(ink, components, largest);
  if (longerSide(list[largest]!.box) < STROKE_LENGTH * pen) return isCandidate;
  return isCandidate.map((candidate, i) =>
    candidate &&
    !(isAtEdge[i] && widthOf(ink, components, i) > THICKEST * pen)
  );
}

/** The candidate with the most ink, by its place; there is one. */
function largestOf(
  list: readonly Component[],
  isCandidate: readonly boolean[],
): number {
  return list.keys().toArray().filter((i) => isCandidate[i])
    .reduce((a, b) => list[b]!.mass > list[a]!.mass ? b : a);
}

/** Pixels across the strokes of a piece. */
function widthOf(
  ink: Ink,
  { list, labels }: Components,
  place: number,
): number {
  return strokeWidth(cutPiece(ink, labels(), place + 1, list[place]!.box));
}

function isStraight(piece: Component): boolean {
  const { width, height } = piece.box;
  return Math.max(width, height) >= STRAIGHT_ASPECT * Math.min(width, height) &&
    Math.hypot(width, height) >= STRAIGHT_LENGTH * thicknessOf(piece);
}

/** Pixels across a piece that is straight. */
function thicknessOf({ box, mass }: Component): number {
  return mass / Math.hypot(box.width, box.height);
}

/**
 * Pixels up to which a compact piece is a crumb: in a wide picture of many
 * digits less than in one of a single digit.
 */
function crumbLimit(list: readonly Component[], longer: number): number {
  const limit = CRUMB_SHARE * longer;
  const highest = list.reduce((most, { box }) => Math.max(most, box.height), 0);
  return highest > limit ? Math.min(limit, CRUMB_OF_WRITING * highest) : limit;
}

function isCrumb(piece: Component, limit: number): boolean {
  return isCompact(piece, limit, CRUMB_FILL);
}

/**
 * @param limit Pixels that it is long at most.
 * @param fill Part of its box that it fills at least.
 */
function isCompact(
  { box, mass }: Component,
  limit: number,
  fill: number,
): boolean {
  const longer = longerSide(box);
  const shorter = Math.min(box.width, box.height);
  return longer <= limit && longer <= CRUMB_ASPECT * shorter &&
    mass >= fill * areaOf(box);
}

export function largestMass(
  list: readonly Component[],
  isCandidate: readonly boolean[],
): number {
  return list.reduce(
    (most, { mass }, i) => isCandidate[i] ? Math.max(most, mass) : most,
    0,
  );
}
