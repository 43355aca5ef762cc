import { span } from "./boxes.ts";
import { byLeft } from "./by_left.ts";
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
  const { between } = byLeft(
    list.filter(({ box }) => box.height >= LEAST_WITHIN * lowest),
  );
  return list.map((piece, i) => {
    const { box, mass } = piece;
    if (box.height < lowest) return false;
    if (mass > MOST_FILLED * box.width * box.height) return false;
    const within = between(box.x, box.x + box.width).filter((other) =>
      other.box.height >= LEAST_WITHIN * box.height && holds(piece, other)
    );
    if (within.length === 0 || within.length > MOST_WITHIN) return false;
    const drawn = { labels: labels(), width, label: i + 1, box };
    const sides = sidesOf(drawn);
    const all = span(within.map(({ box }) => box));
    const mayLackSide = isRuled &&
      closedAround(sides, all) >= CLOSED_BUT_LINES;
    if (mayLackSide && isRectangular(cornersOf(drawn))) return true;
    const closed = Math.min(
      ...within.map((other) => closedAround(sides, other.box)),
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

/** The outermost pixels of a piece, in pixels of the picture from its box on. */
interface Sides {
  readonly box: Box;
  /** One per row. */
  readonly left: Int16Array;
  readonly right: Int16Array;
  /** One per column. */
  readonly top: Int16Array;
  readonly bottom: Int16Array;
}

/** Looked for once, and not for each that lies within: there may be fifty of them. */
function sidesOf({ labels, width, label, box }: Drawn): Sides {
  const left = new Int16Array(box.height).fill(box.width);
  const right = new Int16Array(box.height).fill(-1);
  const top = new Int16Array(box.width).fill(box.height);
  const bottom = new Int16Array(box.width).fill(-1);
  for (let y = 0; y < box.height; y++) {
    const start = (box.y + y) * width + box.x;
    for (let x = 0; x < box.width; x++) {
      if (labels[start + x] !== label) continue;
      if (left[y]! > x) left[y] = x;
      right[y] = x;
      if (top[x]! > y) top[x] = y;
      bottom[x] = y;
    }
  }
  return { box, left, right, top, bottom };
}

/** Part of the sides of a box within its own beyond which a piece has ink. */
function closedAround(sides: Sides, inner: Box): number {
  const [left, top] = [inner.x - sides.box.x, inner.y - sides.box.y];
  const [right, bottom] = [left + inner.width, top + inner.height];
  let met = 0;
  for (let y = top; y < bottom; y++) {
    if (sides.left[y]! < left) met++;
    if (sides.right[y]! >= right) met++;
  }
  for (let x = left; x < right; x++) {
    if (sides.top[x]! < top) met++;
    if (sides.bottom[x]! >= bottom) met++;
  }
  return met / (2 * (inner.width + inner.height));
}

/** Whether a piece's box lies within another's, clear of its sides. */
function holds({ box: outer }: Component, { box: inner }: Component): boolean {
  return inner.x > outer.x && inner.y > outer.y &&
    inner.x + inner.width < outer.x + outer.width &&
    inner.y + inner.height < outer.y + outer.height;
}
