import { reachesEdge } from "./boxes.ts";
import { findComponents } from "./components.ts";
import { spread } from "./haze.ts";
import type { Ink } from "./ink.ts";

/** Ink from which a pixel belongs to a piece. */
const PIECE_INK = 0.1;

/** Part of a piece that lies at a line which is gone: the rest of that line. */
const NEAR_SHARE = 0.5;

/** Such a piece is a crumb up to this many times the thickness of the lines. */
const CRUMB = 4;

/** Pixels from a line up to which its soft or ragged edge goes. */
const RAGGED = 1;

/** A piece this many times as thick as the lines holds a stroke as well. */
const MAX_THICKNESS = 1.6;

/** A piece of a line is longer than thick by this factor. */
const MIN_ASPECT = 3;

/** Pixels to the edge of the picture from the end of a line that it cuts. */
const EDGE = 2;

/** Angle between the lines of one direction in a tilted view, as a slope: 6 degrees. */
const MAX_SKEW = 0.1;

/** What is known of the lines that were taken out of a picture. */
export interface Print {
  /** In pixels. */
  readonly thickness: number;
  /** Directions, in radians from the row, -pi/2..pi. */
  readonly angles: readonly number[];
}

/**
 * Clears what is left of printed lines: crumbs of their edges and corners, and
 * thin straight pieces along them that the edge of the picture cuts short.
 *
 * @param ink With the lines.
 * @param rest Without them.
 */
export function clearRemains(ink: Ink, rest: Ink, print: Print): Ink {
  const { width, height } = ink;
  const gone = new Uint8Array(ink.data.length);
  for (let i = 0; i < gone.length; i++) {
    if (ink.data[i]! >= PIECE_INK && rest.data[i] === 0) gone[i] = 1;
  }
  const near = spread(
    { width, height, data: gone },
    1,
    Math.ceil(print.thickness / 2) + RAGGED,
  );
  const pieces = findComponents(rest, PIECE_INK);
  const labels = pieces.labels();
  const shapes = shapesOf(rest, pieces.list.length, labels, near);
  const isRemains = shapes.map((shape, i) => {
    const { box } = pieces.list[i]!;
    const isCrumb = Math.max(box.width, box.height) <= CRUMB * print.thickness;
    const isNear = shape.near >= NEAR_SHARE * shape.area;
    return isNear && isCrumb ||
      (isNear || reachesEdge(box, ink, EDGE)) && isLine(shape, print);
  });
  if (!isRemains.includes(true)) return rest;
  const data = rest.data.map((value, i) => {
    const label = labels[i]!;
    return label > 0 && isRemains[label - 1] ? 0 : value;
  });
  return { ...rest, data };
}

interface Shape {
  area: number;
  near: number;
  /** Sums of the coordinates, of their squares and of their product. */
  x: number;
  y: number;
  xx: number;
  yy: number;
  xy: number;
}

function shapesOf(
  { width }: Ink,
  count: number,
  labels: Int32Array,
  near: Uint8Array,
): Shape[] {
  const shapes = Array.from({ length: count }, (): Shape => ({
    area: 0,
    near: 0,
    x: 0,
    y: 0,
    xx: 0,
    yy: 0,
    xy: 0,
  }));
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 0) continue;
    const shape = shapes[labels[i]! - 1]!;
    const [x, y] = [i % width, Math.floor(i / width)];
    shape.area++;
    shape.near += near[i]!;
    shape.x += x;
    shape.y += y;
    shape.xx += x * x;
    shape.yy += y * y;
    shape.xy += x * y;
  }
  return shapes;
}

/**
 * Whether a piece is straight, as thin as the lines and along some of them: by
 * the axes of the ellipse with its moments, a bar of length l having the
 * variance l^2 / 12.
 */
function isLine({ area, x, y, xx, yy, xy }: Shape, print: Print): boolean {
  const varX = xx / area - (x / area) ** 2 + 1 / 12;
  const varY = yy / area - (y / area) ** 2 + 1 / 12;
  const covariance = xy / area - x * y / area ** 2;
  const spread = Math.hypot((varX - varY) / 2, covariance);
  const length = Math.sqrt(12 * ((varX + varY) / 2 + spread));
  const thickness = Math.sqrt(12 * ((varX + varY) / 2 - spread));
  if (thickness > MAX_THICKNESS * print.thickness + 1) return false;
  if (length < MIN_ASPECT * thickness) return false;
  const angle = Math.atan2(2 * covariance, varX - varY) / 2;
  return print.angles.some((other) =>
    Math.abs(Math.sin(angle - other)) <= MAX_SKEW
  );
}
