import type { Ink } from "../../src/imaging/ink.ts";

/** One step of an outline, as fonts describe them; y downwards. */
export type OutlineCommand =
  | { readonly type: "M" | "L"; readonly x: number; readonly y: number }
  | {
    readonly type: "Q";
    readonly x1: number;
    readonly y1: number;
    readonly x: number;
    readonly y: number;
  }
  | {
    readonly type: "C";
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    readonly x: number;
    readonly y: number;
  }
  | { readonly type: "Z" };

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Straight pieces a curve is made of: at 100 pixels a glyph none shows. */
const PIECES = 12;

/** Lines a row of pixels is measured at; along the line it is exact. */
const LINES_PER_ROW = 5;

/**
 * Fills an outline, anti-aliased, cut tight. What winds around a point at all
 * is inside (the nonzero rule), as in every font.
 *
 * @param size pixels of the longer side
 * @returns null when the outline is empty, as that of a space is
 */
export function fillOutline(
  commands: readonly OutlineCommand[],
  size: number,
): Ink | null {
  const polygons = flatten(commands);
  const points = polygons.flat();
  if (points.length === 0) return null;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const extentX = Math.max(...xs) - left;
  const extentY = Math.max(...ys) - top;
  const scale = size / Math.max(extentX, extentY);
  if (!Number.isFinite(scale)) return null;
  const width = Math.max(1, Math.round(extentX * scale));
  const height = Math.max(1, Math.round(extentY * scale));
  const data = new Float32Array(width * height);
  const edges = edgesOf(polygons, ({ x, y }) => ({
    x: (x - left) * scale,
    y: (y - top) * scale,
  }));
  for (let line = 0; line < height * LINES_PER_ROW; line++) {
    const row = Math.floor(line / LINES_PER_ROW);
    fillLine(
      data.subarray(row * width, (row + 1) * width),
      edges,
      (line + 0.5) / LINES_PER_ROW,
    );
  }
  return { width, height, data };
}

function flatten(commands: readonly OutlineCommand[]): Point[][] {
  const polygons: Point[][] = [];
  let polygon: Point[] = [];
  for (const command of commands) {
    if (command.type === "Z") continue;
    if (command.type === "M") polygons.push(polygon = []);
    const from = polygon.at(-1) ?? command;
    if (command.type === "Q" || command.type === "C") {
      for (let i = 1; i <= PIECES; i++) {
        polygon.push(onCurve(from, command, i / PIECES));
      }
    } else {
      polygon.push({ x: command.x, y: command.y });
    }
  }
  return polygons;
}

function onCurve(
  from: Point,
  command: Extract<OutlineCommand, { type: "Q" | "C" }>,
  t: number,
): Point {
  const s = 1 - t;
  if (command.type === "Q") {
    const { x1, y1, x, y } = command;
    return {
      x: s * s * from.x + 2 * s * t * x1 + t * t * x,
      y: s * s * from.y + 2 * s * t * y1 + t * t * y,
    };
  }
  const { x1, y1, x2, y2, x, y } = command;
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return {
    x: a * from.x + b * x1 + c * x2 + d * x,
    y: a * from.y + b * y1 + c * y2 + d * y,
  };
}

/** A side of a polygon; `winding` says whether it goes down (1) or up (-1). */
interface Edge {
  readonly upper: Point;
  readonly lower: Point;
  readonly winding: 1 | -1;
}

function edgesOf(
  polygons: readonly Point[][],
  place: (point: Point) => Point,
): Edge[] {
  return polygons.flatMap((polygon) => {
    const placed = polygon.map(place);
    return placed.flatMap((from, i): Edge[] => {
      const to = placed[(i + 1) % placed.length]!;
      if (from.y === to.y) return [];
      return from.y < to.y
        ? [{ upper: from, lower: to, winding: 1 }]
        : [{ upper: to, lower: from, winding: -1 }];
    });
  });
}

function fillLine(row: Float32Array, edges: readonly Edge[], y: number): void {
  const crossings = edges
    .filter(({ upper, lower }) => upper.y <= y && y < lower.y)
    .map(({ upper, lower, winding }) => ({
      x: upper.x +
        (y - upper.y) / (lower.y - upper.y) * (lower.x - upper.x),
      winding,
    }))
    .sort((a, b) => a.x - b.x);
  let around = 0;
  let start = 0;
  for (const { x, winding } of crossings) {
    if (around === 0) start = x;
    around += winding;
    if (around === 0) cover(row, start, x);
  }
}

/** Adds one line's share of what lies between `from` and `to`. */
function cover(row: Float32Array, from: number, to: number): void {
  const first = Math.max(0, Math.floor(from));
  const last = Math.min(row.length, Math.ceil(to));
  for (let column = first; column < last; column++) {
    const covered = Math.min(to, column + 1) - Math.max(from, column);
    row[column] = Math.min(1, row[column]! + covered / LINES_PER_ROW);
  }
}
