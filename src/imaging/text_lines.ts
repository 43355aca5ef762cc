import { sharedHeight, sharedWidth, span } from "./boxes.ts";
import { createGroups } from "./groups.ts";
import type { Box } from "./picture.ts";

/**
 * Groups pieces of ink into lines of text: neighbours that stand at the same
 * height are in one line, so lines may climb, fall and wave, and columns need no
 * common left edge.
 */

/** Pieces at least this high, in heights of the highest ones, form lines; smaller ones join them. */
const TALL = 0.4;

/** Pieces higher than this, in the same, join no others: the edge of a sheet runs along several lines. */
const BRIDGE = 2.2;

/** Farthest that these lie from a line, in heights of a character. */
const FARTHEST = 0.9;

/** Which of the pieces are the highest: a stain or a brace does not decide. */
const HIGHEST = 0.75;

/** Part of the smaller one's height by which neighbours in a line overlap. */
const OVERLAP = 0.45;

/** Widest gap in a line, in heights of the higher neighbour. */
const WIDEST_GAP = 4;

/** Part of the smaller piece's width by which pieces of one character lie above each other. */
const STACKED = 0.5;

/** Clear paper between pieces of one character above each other, in heights of a character. */
const STACK_GAP = 0.15;

/** Height of both together, in heights of a character; two lines are higher. */
const STACK_HEIGHT = 1.25;

/**
 * @param isWriting Of a piece, by its index: others are in no line.
 * @returns Lines from top to bottom, each with the indices of its pieces from left to right.
 */
export function groupLines(
  boxes: readonly Box[],
  isWriting: (piece: number) => boolean = () => true,
): number[][] {
  const pieces = boxes.keys().toArray().filter(isWriting);
  const height = typicalHeight(pieces.map((i) => boxes[i]!));
  const isTall = boxes.map((box) => box.height >= TALL * height);
  const isBridge = (i: number) => boxes[i]!.height > BRIDGE * height;
  const groups = createGroups(boxes.length);
  const tall = pieces.filter((i) => isTall[i]);
  const joining = tall.filter((i) => !isBridge(i));
  for (const i of joining) {
    const right = nearestRight(boxes, i, joining, height);
    if (right !== null) groups.join(i, right);
  }
  const written = pieces.filter((i) => {
    const host = isTall[i] ? i : nearest(boxes, i, tall, FARTHEST * height);
    if (host !== null) groups.join(host, i);
    return host !== null;
  });
  const lines = groups.of(written);
  const bridges = lines.filter((line) => line.some(isBridge));
  return mergeSideBySide(lines.filter((line) => !bridges.includes(line)), boxes)
    .concat(bridges)
    .map((line) => line.sort((a, b) => middle(boxes[a]!) - middle(boxes[b]!)))
    .sort((a, b) => centre(boxes, a) - centre(boxes, b));
}

/** The height of characters: of all pieces that are no specks beside the highest. */
export function typicalHeight(boxes: readonly Box[]): number {
  const heights = boxes.map(({ height }) => height).sort((a, b) => a - b);
  const least = 0.25 * (heights.at(-1) ?? 0);
  const large = heights.filter((height) => height >= least);
  return large[Math.round(HIGHEST * (large.length - 1))] ?? 0;
}

/** The neighbour to the right at the same height; null when there is none. */
function nearestRight(
  boxes: readonly Box[],
  from: number,
  among: readonly number[],
  height: number,
): number | null {
  const box = boxes[from]!;
  let [best, least] = [-1, Infinity];
  for (const i of among) {
    const other = boxes[i]!;
    if (i === from || middle(other) < middle(box)) continue;
    const widest = WIDEST_GAP * Math.max(box.height, other.height);
    const gap = other.x - box.x - box.width;
    const away = middle(other) - middle(box);
    if (gap > widest || away >= least) continue;
    if (!isLevel(box, other) && !isStacked(box, other, height)) continue;
    [best, least] = [i, away];
  }
  return best < 0 ? null : best;
}

/** Whether two pieces stand beside each other, rather than one above the other. */
export function isLevel(a: Box, b: Box): boolean {
  return sharedHeight(a, b) >= OVERLAP * Math.min(a.height, b.height);
}

/** Whether two pieces are the upper and the lower part of one character. */
function isStacked(a: Box, b: Box, character: number): boolean {
  if (sharedWidth(a, b) < STACKED * Math.min(a.width, b.width)) return false;
  const height = Math.max(a.y + a.height, b.y + b.height) -
    Math.min(a.y, b.y);
  return height <= STACK_HEIGHT * character &&
    height - a.height - b.height <= STACK_GAP * character;
}

/** The piece whose box is nearest to that of another; null where none is within `reach` pixels. */
function nearest(
  boxes: readonly Box[],
  from: number,
  among: readonly number[],
  reach: number,
): number | null {
  let [best, least] = [-1, reach];
  for (const i of among) {
    const away = apart(boxes[from]!, boxes[i]!);
    if (away < least) [best, least] = [i, away];
  }
  return best < 0 ? null : best;
}

function apart(a: Box, b: Box): number {
  const x = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  const y = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.hypot(x, y);
}

/** Joins what stands at one height, however wide the gap. */
function mergeSideBySide(
  lines: number[][],
  boxes: readonly Box[],
): number[][] {
  const merged: number[][] = [];
  const byTop = lines.sort((a, b) => centre(boxes, a) - centre(boxes, b));
  for (const line of byTop) {
    const host = merged.find((other) =>
      isLevel(spanOf(boxes, other), spanOf(boxes, line)) &&
      !isAcross(spanOf(boxes, other), spanOf(boxes, line))
    );
    if (host) host.push(...line);
    else merged.push(line);
  }
  return merged;
}

/** Whether one lies above the other somewhere. */
function isAcross(a: Box, b: Box): boolean {
  return sharedWidth(a, b) > 0;
}

function spanOf(boxes: readonly Box[], some: readonly number[]): Box {
  return span(some.map((i) => boxes[i]!));
}

function middle({ x, width }: Box): number {
  return x + width / 2;
}

function centre(boxes: readonly Box[], line: readonly number[]): number {
  const { y, height } = spanOf(boxes, line);
  return y + height / 2;
}
