/**
 * What is written on a sheet: strokes in the order they were drawn. They are
 * never changed once they are there, so that any two drawings may share them.
 *
 * @typedef {object} Point
 * @property {number} x CSS pixels of the sheet at its full scale, from its left
 * @property {number} y the same, from its top
 * @property {number} force by how much the pen is pressed wider; 1: not at all
 *
 * @typedef {object} Stroke
 * @property {number} width of the brush, in CSS pixels
 * @property {Point[]} points one or more
 */

/** Parts of a pixel, and of a brush, that are told apart: strokes are kept as text. */
const PIXEL_PARTS = 10;
const FORCE_PARTS = 100;

/**
 * @param {{ x: number, y: number }} place
 * @param {number} force
 * @returns {Point}
 */
export function pointAt({ x, y }, force = 1) {
  return {
    x: Math.round(x * PIXEL_PARTS) / PIXEL_PARTS,
    y: Math.round(y * PIXEL_PARTS) / PIXEL_PARTS,
    force: Math.round(force * FORCE_PARTS) / FORCE_PARTS,
  };
}

/**
 * The rectangle around all ink.
 *
 * @param {readonly Stroke[]} strokes
 */
export function boundsOf(strokes) {
  const bounds = { left: Infinity, top: Infinity, right: 0, bottom: 0 };
  for (const { width, points } of strokes) {
    for (const { x, y, force } of points) {
      const reach = width * force / 2;
      bounds.left = Math.min(bounds.left, x - reach);
      bounds.top = Math.min(bounds.top, y - reach);
      bounds.right = Math.max(bounds.right, x + reach);
      bounds.bottom = Math.max(bounds.bottom, y + reach);
    }
  }
  return bounds;
}

/**
 * The strokes that a round eraser does not touch on its way; the same array
 * where it touches none.
 *
 * @param {readonly Stroke[]} strokes
 * @param {Point} from
 * @param {Point} to
 * @param {number} radius of the eraser
 */
export function erase(strokes, from, to, radius) {
  const left = strokes.filter((stroke) => !touches(stroke, from, to, radius));
  return left.length === strokes.length ? strokes : left;
}

function touches({ width, points }, from, to, radius) {
  const reach = radius + width / 2;
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / radius);
  for (let step = 0; step <= steps; step++) {
    const at = between(from, to, steps === 0 ? 0 : step / steps);
    const near = points.some((point, i) =>
      distance(at, points[Math.max(0, i - 1)], point) <= reach
    );
    if (near) return true;
  }
  return false;
}

/** From a point to the straight line between two others. */
function distance(point, from, to) {
  const x = to.x - from.x;
  const y = to.y - from.y;
  const square = x * x + y * y;
  const along = square === 0
    ? 0
    : ((point.x - from.x) * x + (point.y - from.y) * y) / square;
  const nearest = between(from, to, Math.min(1, Math.max(0, along)));
  return Math.hypot(point.x - nearest.x, point.y - nearest.y);
}

const between = (from, to, part) => ({
  x: from.x + part * (to.x - from.x),
  y: from.y + part * (to.y - from.y),
});

/**
 * Strokes as short as JSON has them: the width, then x, y and force in turn.
 *
 * @param {readonly Stroke[]} strokes
 * @returns {number[][]}
 */
export function pack(strokes) {
  return strokes.map(({ width, points }) => [
    width,
    ...points.flatMap(({ x, y, force }) => [x, y, force]),
  ]);
}

/**
 * The strokes of `pack`; none where it is not what `pack` makes.
 *
 * @param {unknown} packed
 * @returns {Stroke[]}
 */
export function unpack(packed) {
  if (!Array.isArray(packed) || !packed.every(isPacked)) return [];
  return packed.map(([width, ...values]) => ({
    width,
    points: Array.from({ length: values.length / 3 }, (_, i) => {
      const [x, y, force] = values.slice(3 * i);
      return { x, y, force };
    }),
  }));
}

const isPacked = (stroke) =>
  Array.isArray(stroke) && stroke.length > 3 && stroke.length % 3 === 1 &&
  stroke.every(Number.isFinite);
