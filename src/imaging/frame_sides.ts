import { span } from "./boxes.ts";
import type { Component } from "./components.ts";
import type { Ink } from "./ink.ts";
import { thickestLine } from "./line_grid.ts";
import type { Box } from "./picture.ts";

/**
 * What is left of frames around writing, as of the cells of a form, where lines
 * are dashed, worn or cut short by the edge of the picture: thin straight bars,
 * one behind the other, that reach beyond the writing at both ends.
 */

/** More pieces than this are no frame around a few characters. */
const MAX_PIECES = 300;

/** Steepest side, in pixels a pixel: 11 degrees. */
const MAX_SLOPE = 0.2;

/** Slopes that are tried, from one steepest to the other. */
const SLOPES = 21;

/** A bar is longer than thick by this factor. */
const MIN_ASPECT = 2;

/** Width of an upright bar, in its thickness, and pixels that its soft edges add. */
const BAR_WIDTH = 1.3;
const SOFT_EDGES = 1.5;

/** Pixels, and parts of its thickness, by which a bar stands beside the one before. */
const ASIDE = 2;
const ASIDE_OF_THICKNESS = 0.5;

/** Part of the writing's shorter side up to which a piece is a dot: a short dash of any direction. */
const DOT = 0.2;

/** Writing has this part of the heaviest piece's ink, and of its height. */
const WRITING_MASS = 0.1;
const WRITING_HEIGHT = 0.4;

/** Part of a side that its bars cover. */
const COVERED = 0.45;

/** Part of the writing's width, at either end, that a side may stand in: slanted writing leans over it. */
const LEANING = 0.1;

/** A side is so long, in the writing's height: a stroke beside it is hardly longer. */
const LENGTH = 1.2;

/** A side down of several bars is no longer: ones below each other are. */
const MAX_HEIGHT = 2.5;

/** Part of the writing's height by which a side reaches beyond it at both ends. */
const OVERHANG = 0.05;

/** A side is broken where all its bars are shorter than that, in the writing's height. */
const BROKEN_BAR = 0.8;

/** Such a side may have lost its ends, and is a side by its dashes. */
const BROKEN_LENGTH = 1.08;
const BROKEN_OVERHANG = -0.08;

/** A frame has so many sides; lines that are printed are one of them. */
const SIDES = 2;

/**
 * For each piece whether it is of a side of a frame.
 *
 * @param isCandidate For each piece whether it may be writing.
 */
export function findFrameSides(
  ink: Ink,
  list: readonly Component[],
  isCandidate: readonly boolean[],
): boolean[] {
  const isSide = list.map(() => false);
  if (list.length > MAX_PIECES) return isSide;
  const writing = findWriting(ink, list, isCandidate);
  if (!writing) return isSide;
  const highest = MAX_HEIGHT * writing.height;
  const down = findSides(ink, list, writing, highest);
  const across = findSides(ink, list.map(turned), turnedBox(writing));
  const count = down.length + across.length + Number(ink.isRuled ?? false);
  if (count < SIDES) return isSide;
  // A bar above a digit alone is its own, as that of a 5.
  if (down.length === 0 && !isBetween(writing, across)) return isSide;
  for (const { piece } of [...down, ...across].flat()) isSide[piece] = true;
  return isSide;
}

/** The box around all that is no bar; null where there is nothing else. */
function findWriting(
  ink: Ink,
  list: readonly Component[],
  isCandidate: readonly boolean[],
): Box | null {
  const thickest = thickestLine(ink);
  const candidates = list.filter((_, i) => isCandidate[i]);
  const bent = candidates.filter((piece) =>
    !isBar(piece, thickest) && !isBar(turned(piece), thickest)
  );
  if (bent.length === 0) {
    // Between printed lines the heaviest bar is a 1.
    return ink.isRuled ? heaviest(candidates)?.box ?? null : null;
  }
  const main = heaviest(bent)!;
  return span(
    bent.filter(({ box, mass }) =>
      mass >= WRITING_MASS * main.mass &&
      box.height >= WRITING_HEIGHT * main.box.height
    ).map(({ box }) => box),
  );
}

function heaviest(list: readonly Component[]): Component | undefined {
  return list.toSorted((a, b) => b.mass - a.mass)[0];
}

/** A piece as seen by a side that runs down. */
interface Bar {
  readonly piece: number;
  /** Its rows, the last one excluded. */
  readonly from: number;
  readonly to: number;
  /** Column of its middle. */
  readonly at: number;
  readonly width: number;
  readonly thickness: number;
}

function isBar({ box, mass }: Component, thickest: number): boolean {
  const thickness = mass / box.height;
  return thickness <= thickest && box.height >= MIN_ASPECT * thickness &&
    box.width <= widestBar(thickness, box.height, MAX_SLOPE);
}

/** Pixels across the box of a straight bar. */
function widestBar(thickness: number, height: number, slope: number): number {
  return BAR_WIDTH * thickness + SOFT_EDGES + Math.abs(slope) * height;
}

/**
 * The sides that run down, each by its bars.
 *
 * @param longest Pixels from end to end of a side that has several bars.
 */
function findSides(
  ink: Ink,
  list: readonly Component[],
  writing: Box,
  longest = Infinity,
): Bar[][] {
  const thickest = thickestLine(ink);
  const dot = DOT * Math.min(writing.width, writing.height);
  let bars = list.flatMap((component, piece): Bar[] => {
    const { box, mass } = component;
    const isDot = Math.max(box.width, box.height) <= dot;
    if (!isDot && !isBar(component, thickest)) return [];
    return [{
      piece,
      from: box.y,
      to: box.y + box.height,
      at: box.x + box.width / 2,
      width: box.width,
      thickness: mass / box.height,
    }];
  });
  const sides: Bar[][] = [];
  for (;;) {
    const side = bestSide(bars, writing, longest);
    if (!side) return sides;
    sides.push(side);
    bars = bars.filter((bar) => !side.includes(bar));
  }
}

/** The side that has most ink along it; null where none reaches beyond the writing. */
function bestSide(
  bars: readonly Bar[],
  writing: Box,
  longest: number,
): Bar[] | null {
  let [best, most]: [Bar[] | null, number] = [null, 0];
  for (let i = 0; i < SLOPES; i++) {
    const slope = MAX_SLOPE * (2 * i / (SLOPES - 1) - 1);
    for (const row of inRows(bars, writing, slope)) {
      const length = row.reduce((sum, { from, to }) => sum + to - from, 0);
      if (length <= most || !isLongEnough(row, length, writing, longest)) {
        continue;
      }
      [best, most] = [row, length];
    }
  }
  return best;
}

/** Bars one behind the other along lines of one slope beside the writing, each with those to its right. */
function inRows(bars: readonly Bar[], writing: Box, slope: number): Bar[][] {
  const middle = writing.y + writing.height / 2;
  const left = writing.x + LEANING * writing.width;
  const right = writing.x + (1 - LEANING) * writing.width;
  const straight = bars
    .filter(({ width, thickness, from, to }) =>
      width <= widestBar(thickness, to - from, slope)
    )
    .map((bar) => {
      const rows = (bar.from + bar.to) / 2 - middle;
      return { bar, foot: bar.at - slope * rows };
    })
    .sort((a, b) => a.foot - b.foot);
  return straight.flatMap(({ bar: { thickness }, foot }, first) => {
    if (foot > left && foot < right) return [];
    const reach = foot + ASIDE + ASIDE_OF_THICKNESS * thickness;
    const beyond = straight.findIndex((other) => other.foot > reach);
    const end = beyond < 0 ? straight.length : beyond;
    return [straight.slice(first, end).map(({ bar }) => bar)];
  });
}

/** Whether bars in a row are long enough for a side of a frame around the writing. */
function isLongEnough(
  row: readonly Bar[],
  covered: number,
  { y, height }: Box,
  longest: number,
): boolean {
  const from = Math.min(...row.map((bar) => bar.from));
  const to = Math.max(...row.map((bar) => bar.to));
  const length = to - from;
  if (covered < COVERED * length) return false;
  if (row.length > 1 && length > longest) return false;
  const isBroken = row.length > 1 &&
    row.every((bar) => bar.to - bar.from <= BROKEN_BAR * height);
  const margin = (isBroken ? BROKEN_OVERHANG : OVERHANG) * height;
  return length >= (isBroken ? BROKEN_LENGTH : LENGTH) * height &&
    from <= y - margin && to >= y + height + margin;
}

/** Whether some of the sides across lie above the writing, and some below it. */
function isBetween({ y, height }: Box, across: readonly Bar[][]): boolean {
  const isAbove = across.map(([bar]) => bar!.at < y + height / 2);
  return isAbove.includes(true) && isAbove.includes(false);
}

/** Rows as columns. */
function turned({ box, mass }: Component): Component {
  return { box: turnedBox(box), mass };
}

function turnedBox({ x, y, width, height }: Box): Box {
  return { x: y, y: x, width: height, height: width };
}
