import type { Box } from "./picture.ts";

/** The smallest box around some boxes; none has a negative size. */
export function span(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Pixels between two boxes along the axis where they are farther apart. */
export function gap(a: Box, b: Box): number {
  const x = Math.max(a.x - b.x - b.width, b.x - a.x - a.width);
  const y = Math.max(a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.max(0, x, y);
}

/** Pixels of height at which both boxes have something; below 0 one is above the other. */
export function sharedHeight(a: Box, b: Box): number {
  return Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
}

/** Pixels of width at which both boxes have something; below 0 one is beside the other. */
export function sharedWidth(a: Box, b: Box): number {
  return Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
}

/** Whether a box has no pixel beyond another. */
export function isWithin(inner: Box, outer: Box): boolean {
  return inner.x >= outer.x && inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height;
}

export function areaOf({ width, height }: Box): number {
  return width * height;
}

export function longerSide({ width, height }: Box): number {
  return Math.max(width, height);
}

/** Pixels of the longest side of all boxes; 0 where there are none. */
export function longestSide(boxes: readonly Box[]): number {
  return boxes.reduce((most, box) => Math.max(most, longerSide(box)), 0);
}

/** Of boxes those that are not much shorter than the longest, by their longer sides. */
export function longOnes(boxes: readonly Box[], share: number): Box[] {
  const least = share * longestSide(boxes);
  return boxes.filter((box) => longerSide(box) >= least);
}

/** Whether a box comes within some pixels of the picture's edge. */
export function reachesEdge(
  { x, y, width, height }: Box,
  picture: Pick<Box, "width" | "height">,
  within: number,
): boolean {
  return x <= within || y <= within || x + width >= picture.width - within ||
    y + height >= picture.height - within;
}

/** All of a picture. */
export function wholeBox(
  { width, height }: Pick<Box, "width" | "height">,
): Box {
  return { x: 0, y: 0, width, height };
}
