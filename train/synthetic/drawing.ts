import type { Ink } from "../../src/imaging/ink.ts";

/** A point of an inked line, in heights of a digit. */
export interface InkedPoint {
  readonly x: number;
  readonly y: number;
  /** Half the width of the line here. */
  readonly radius: number;
}

/** Lines of ink on no paper in particular: x to the right, y down. */
export interface Drawing {
  readonly strokes: readonly (readonly InkedPoint[])[];
}

/** Half a pixel: no screen and no scanner shows a thinner line. */
const MIN_RADIUS = 0.5;

/**
 * Rasterises a drawing, anti-aliased, and cuts it tight as `findCharacter` does.
 *
 * @param size pixels of the longer side
 * @throws {RangeError} When `size` is no positive integer or nothing is drawn.
 */
export function inkOf(drawing: Drawing, size: number): Ink {
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`Cannot draw: ${size} is no size`);
  }
  if (drawing.strokes.length === 0) {
    throw new RangeError("Cannot draw: there is no stroke");
  }
  const thinnest = MIN_RADIUS * longerSide(bounds(drawing, 0)) / size;
  const box = bounds(drawing, thinnest);
  const scale = size / longerSide(box);
  const ink = {
    width: Math.max(1, Math.round(box.width * scale)),
    height: Math.max(1, Math.round(box.height * scale)),
  };
  const plane = {
    ...ink,
    data: new Float32Array(ink.width * ink.height),
  };
  const toPixels = ({ x, y, radius }: InkedPoint): InkedPoint => ({
    x: (x - box.left) * scale,
    y: (y - box.top) * scale,
    radius: Math.max(thinnest, radius) * scale,
  });
  for (const stroke of drawing.strokes) {
    let from = toPixels(stroke[0]!);
    for (let i = 1; i < stroke.length; i++) {
      const to = toPixels(stroke[i]!);
      drawSegment(plane, from, to);
      from = to;
    }
  }
  return plane;
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function longerSide({ width, height }: Bounds): number {
  return Math.max(width, height);
}

/** @param thinnest radius that every line has at least */
function bounds({ strokes }: Drawing, thinnest: number): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const stroke of strokes) {
    for (const point of stroke) {
      const { x, y } = point;
      const radius = Math.max(thinnest, point.radius);
      left = Math.min(left, x - radius);
      top = Math.min(top, y - radius);
      right = Math.max(right, x + radius);
      bottom = Math.max(bottom, y + radius);
    }
  }
  return { left, top, width: right - left, height: bottom - top };
}

/**
 * Covers the pixels within the radius of a segment, the radius changing evenly
 * from one end to the other. A pixel that the edge crosses is covered as far as
 * its centre lies inside, in pixels.
 */
function drawSegment(ink: Ink, from: InkedPoint, to: InkedPoint): void {
  const alongX = to.x - from.x;
  const alongY = to.y - from.y;
  const squared = alongX * alongX + alongY * alongY;
  const perLength = squared === 0 ? 0 : 1 / squared;
  const reach = Math.max(from.radius, to.radius) + 0.5;
  const left = Math.max(0, Math.floor(Math.min(from.x, to.x) - reach));
  const right = Math.min(
    ink.width,
    Math.ceil(Math.max(from.x, to.x) + reach),
  );
  const top = Math.max(0, Math.floor(Math.min(from.y, to.y) - reach));
  const bottom = Math.min(
    ink.height,
    Math.ceil(Math.max(from.y, to.y) + reach),
  );
  for (let row = top; row < bottom; row++) {
    const y = row + 0.5 - from.y;
    for (let column = left; column < right; column++) {
      const x = column + 0.5 - from.x;
      const part = Math.min(
        1,
        Math.max(0, (x * alongX + y * alongY) * perLength),
      );
      const awayX = x - part * alongX;
      const awayY = y - part * alongY;
      const radius = from.radius + part * (to.radius - from.radius);
      const inside = radius + 0.5 - Math.sqrt(awayX * awayX + awayY * awayY);
      const i = row * ink.width + column;
      if (inside > ink.data[i]!) ink.data[i] = Math.min(1, inside);
    }
  }
}
