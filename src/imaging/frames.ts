import type { Component, Components } from "./components.ts";
import type { Ink } from "./ink.ts";
import type { Box } from "./picture.ts";

/**
 * Frames that somebody drew around writing, or that are thicker than printed
 * lines: closed, nearly rectangular, and with something of a character's size
 * within. A 0 is round, and holds a dot or a slash at most.
 */

/** Part of the picture's shorter side that a frame is high at least: specks are not even looked at. */
const LOWEST = 0.15;

/** Part of a frame's height that what stands in it has at least. */
const LEAST_WITHIN = 0.25;

/** Part of what a frame surrounds that lies between its four corners; of an ellipse it is 0.64. */
const RECTANGULAR = 0.86;

/** Part of its box that a frame's ink covers at most. */
const MOST_FILLED = 0.4;

/** For each piece whether it is a frame. */
export function findFrames(
  { width, height }: Ink,
  { list, labels }: Components,
): boolean[] {
  const lowest = LOWEST * Math.min(width, height);
  return list.map((piece, i) => {
    const { box, mass } = piece;
    if (box.height < lowest) return false;
    if (mass > MOST_FILLED * box.width * box.height) return false;
    const isAround = list.some((other) =>
      other.box.height >= LEAST_WITHIN * box.height && holds(piece, other)
    );
    return isAround && isRectangle(rowsOf(labels(), width, i + 1, box));
  });
}

/** Whether a piece's box lies within another's, clear of its sides. */
function holds({ box: outer }: Component, { box: inner }: Component): boolean {
  return inner.x > outer.x && inner.y > outer.y &&
    inner.x + inner.width < outer.x + outer.width &&
    inner.y + inner.height < outer.y + outer.height;
}

/** The outermost columns of one row of a piece. */
interface Row {
  readonly left: number;
  readonly right: number;
}

function rowsOf(
  labels: Int32Array,
  width: number,
  label: number,
  box: Box,
): Row[] {
  return Array.from({ length: box.height }, (_, y) => {
    const start = (box.y + y) * width + box.x;
    let [left, right] = [0, box.width - 1];
    while (labels[start + left] !== label) left++;
    while (labels[start + right] !== label) right--;
    return { left, right };
  });
}

/** Whether the corners of a piece span nearly all that lies between its sides. */
function isRectangle(rows: readonly Row[]): boolean {
  const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([dx, dy]) => {
    let [best, most] = [{ x: 0, y: 0 }, -Infinity];
    rows.forEach(({ left, right }, y) => {
      const x = dx! < 0 ? left : right + 1;
      const bottom = dy! < 0 ? y : y + 1;
      const reach = dx! * x + dy! * bottom;
      if (reach > most) [best, most] = [{ x, y: bottom }, reach];
    });
    return best;
  });
  const between = corners.reduce((sum, { x, y }, i) => {
    const next = corners[(i + 1) % corners.length]!;
    return sum + x * next.y - next.x * y;
  }, 0) / 2;
  const all = rows.reduce((sum, { left, right }) => sum + right + 1 - left, 0);
  return between >= RECTANGULAR * all;
}
