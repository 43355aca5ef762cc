import type { Box } from "./picture.ts";

/** Part of what a frame surrounds that lies between its four corners. */
const RECTANGULAR = 0.86;

/** A piece where it is drawn. */
export interface Drawn {
  /** Row-major, `width` to a row. */
  readonly labels: Int32Array;
  readonly width: number;
  /** Its own. */
  readonly label: number;
  readonly box: Box;
}

/** The outermost columns of one row of a piece. */
interface Row {
  readonly left: number;
  readonly right: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The outermost points of a piece towards the corners of its box. */
export interface Corners {
  /** From the upper left one clockwise, in pixels from the corner of its box. */
  readonly points: readonly [Point, Point, Point, Point];
  /** Part of what lies between its sides that lies between its corners: of an ellipse 0.64. */
  readonly fill: number;
}

/** Whether nearly all of a piece lies between its corners. */
export function isRectangular({ fill }: Corners): boolean {
  return fill >= RECTANGULAR;
}

export function cornersOf(piece: Drawn): Corners {
  const rows = rowsOf(piece);
  const points = [
    outermost(rows, -1, -1),
    outermost(rows, 1, -1),
    outermost(rows, 1, 1),
    outermost(rows, -1, 1),
  ] as const;
  const between = points.reduce((sum, { x, y }, i) => {
    const next = points[(i + 1) % points.length]!;
    return sum + x * next.y - next.x * y;
  }, 0) / 2;
  const all = rows.reduce((sum, { left, right }) => sum + right + 1 - left, 0);
  return { points, fill: between / all };
}

function rowsOf({ labels, width, label, box }: Drawn): Row[] {
  return Array.from({ length: box.height }, (_, y) => {
    const start = (box.y + y) * width + box.x;
    let [left, right] = [0, box.width - 1];
    while (labels[start + left] !== label) left++;
    while (labels[start + right] !== label) right--;
    return { left, right };
  });
}

/** The point of a piece that lies farthest in a diagonal direction. */
function outermost(rows: readonly Row[], dx: number, dy: number): Point {
  let [best, most] = [{ x: 0, y: 0 }, -Infinity];
  rows.forEach(({ left, right }, y) => {
    const x = dx < 0 ? left : right + 1;
    const bottom = dy < 0 ? y : y + 1;
    const reach = dx * x + dy * bottom;
    if (reach > most) [best, most] = [{ x, y: bottom }, reach];
  });
  return best;
}
