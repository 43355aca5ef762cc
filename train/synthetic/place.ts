import type { Point } from "./smooth.ts";

export type Lines = readonly (readonly Point[])[];

export function mapLines(lines: Lines, map: (point: Point) => Point): Lines {
  return lines.map((line) => line.map(map));
}

/** Left to right. */
export function mirrored(lines: Lines): Lines {
  return mapLines(lines, ({ x, y }) => ({ x: -x, y }));
}

/** A quarter turn, clockwise (1) or the other way (-1). */
export function turned(lines: Lines, quarter: 1 | -1): Lines {
  return mapLines(lines, ({ x, y }) => ({ x: -y * quarter, y: x * quarter }));
}

export function moved(lines: Lines, right: number, down: number): Lines {
  return mapLines(lines, ({ x, y }) => ({ x: x + right, y: y + down }));
}

/** About the origin. */
export function scaled(lines: Lines, factor: number): Lines {
  return mapLines(lines, ({ x, y }) => ({ x: x * factor, y: y * factor }));
}

export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function extentOf(lines: Lines): Extent {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of lines.flat()) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, right, top, bottom };
}

/** What of the lines lies where `isKept` holds; pieces of one point are dropped. */
export function clipped(
  lines: Lines,
  isKept: (point: Point) => boolean,
): Lines {
  const pieces: Point[][] = [];
  for (const line of lines) {
    let piece: Point[] = [];
    for (const point of line) {
      if (isKept(point)) {
        piece.push(point);
      } else {
        pieces.push(piece);
        piece = [];
      }
    }
    pieces.push(piece);
  }
  return pieces.filter(({ length }) => length > 1);
}

/** One after the other, `gap` heights of a digit apart; below 0 they overlap. */
export function sideBySide(parts: readonly Lines[], gap: number): Lines {
  let right = 0;
  return parts.flatMap((part) => {
    const extent = extentOf(part);
    const placed = moved(part, right - extent.left, 0);
    right += extent.right - extent.left + gap;
    return placed;
  });
}
