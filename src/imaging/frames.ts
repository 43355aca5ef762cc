import { span } from "./boxes.ts";
import type { Component, Components } from "./components.ts";
import { cornersOf, type Drawn, isRectangular } from "./corners.ts";
import type { Ink } from "./ink.ts";
import type { Box } from "./picture.ts";

/**
 * Frames that somebody drew around writing, or that are thicker than printed
 * lines: closed, and with something of a character's size within. A round one may
 * be a 0, which holds a dot or a slash at most.
 */

/** Part of the picture's shorter side that a frame is high at least: specks are not even looked at. */
const LOWEST = 0.05;

/** Part of a frame's height that what stands in it has at least. */
const LEAST_WITHIN = 0.25;

/** Part of the sides of what lies within that a frame has ink beyond, and that one without corners has. */
const CLOSED = 0.7;
const CLOSED_RING = 0.9;

/** The same of all that lies within, where a side may have been taken out as a printed line. */
const CLOSED_BUT_LINES = 0.6;

/** A stroke that is hardly longer than from corner to corner of its box is straight. */
const SLASH_LENGTH = 1.25;

/** Part of its box that a frame's ink covers at most. */
const MOST_FILLED = 0.4;

/** More pieces than this are a page, not what somebody frames. */
const MOST_WITHIN = 50;

/** For each piece whether it is a frame. */
export function findFrames(
  { width, height, isRuled = false }: Ink,
  { list, labels }: Components,
): boolean[] {
  const lowest = LOWEST * Math.min(width, height);
  return list.map((piece, i) => {
    const { box, mass } = piece;
    if (box.height < lowest) return false;
    if (mass > MOST_FILLED * box.width * box.height) return false;
    const within = list.filter((other) =>
      other.box.height >= LEAST_WITHIN * box.height && holds(piece, other)
    );
    if (within.length === 0 || within.length > MOST_WITHIN) return false;
    const drawn = { labels: labels(), width, label: i + 1, box };
    const all = span(within.map(({ box }) => box));
    const mayLackSide = isRuled &&
      closedAround(drawn, all) >= CLOSED_BUT_LINES;
    if (mayLackSide && isRectangular(cornersOf(drawn))) return true;
    const closed = Math.min(
      ...within.map((other) => closedAround(drawn, other.box)),
    );
    if (closed < CLOSED) return false;
    if (isRectangular(cornersOf(drawn))) return true;
    const isZero = within.length === 1 && isSlash(piece, within[0]!);
    return closed >= CLOSED_RING && !isZero;
  });
}

/** Whether a piece in a ring is one straight stroke of the same pen. */
function isSlash(ring: Component, { box, mass }: Component): boolean {
  const pen = ring.mass / (Math.PI / 2 * (ring.box.width + ring.box.height));
  return mass <= SLASH_LENGTH * pen * Math.hypot(box.width, box.height);
}

/** Part of the sides of a box within its own beyond which a piece has ink. */
function closedAround(
  { labels, width, label, box }: Drawn,
  inner: Box,
): number {
  const [left, top] = [inner.x, inner.y];
  const [right, bottom] = [left + inner.width, top + inner.height];
  const has = (x0: number, y0: number, x1: number, y1: number) => {
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        if (labels[y * width + x] === label) return true;
      }
    }
    return false;
  };
  let met = 0;
  for (let y = top; y < bottom; y++) {
    if (has(box.x, y, left, y + 1)) met++;
    if (has(right, y, box.x + box.width, y + 1)) met++;
  }
  for (let x = left; x < right; x++) {
    if (has(x, box.y, x + 1, top)) met++;
    if (has(x, bottom, x + 1, box.y + box.height)) met++;
  }
  return met / (2 * (inner.width + inner.height));
}

/** Whether a piece's box lies within another's, clear of its sides. */
function holds({ box: outer }: Component, { box: inner }: Component): boolean {
  return inner.x > outer.x && inner.y > outer.y &&
    inner.x + inner.width < outer.x + outer.width &&
    inner.y + inner.height < outer.y + outer.height;
}
