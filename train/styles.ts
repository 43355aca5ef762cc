/**
 * Ways of writing that half the world uses and MNIST hardly has, drawn onto MNIST's digits in the
 * width of their own stroke: the slashed and the dotted zero, the one with a long upstroke, a flag
 * or a foot, the crossed seven.
 */

import type { Ink } from "../src/imaging/ink.ts";
import { PIXELS, SIDE } from "./mnist.ts";
import type { Random } from "./random.ts";
import { between } from "./synthetic/chance.ts";

/** Digits that `restyle` has a style for. */
export const RESTYLED: readonly number[] = [0, 1, 7];

/** Room around the digit for strokes that reach beyond it. */
const MARGIN = 10;
const CANVAS = SIDE + 2 * MARGIN;

/** Ink of at least this much is inside of a stroke. */
const INSIDE = 0.5;

/** A point of the canvas, in pixels from the centre of the first one. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Draws another style of the digit.
 *
 * @param source 28x28, 0..1, a digit of `RESTYLED`
 * @returns its ink on a larger canvas, not yet normalised; null where the digit has no ink
 */
export function restyle(
  source: Float32Array,
  digit: number,
  random: Random,
): Ink | null {
  const canvas = new Canvas(source);
  if (canvas.isEmpty) return null;
  switch (digit) {
    case 0:
      fillZero(canvas, random);
      break;
    case 1:
      finishOne(canvas, random);
      break;
    case 7:
      crossSeven(canvas, random);
      break;
    default:
      throw new RangeError(
        `Cannot restyle: expected one of ${
          RESTYLED.join(", ")
        }, found ${digit}`,
      );
  }
  return { width: CANVAS, height: CANVAS, data: canvas.data };
}

/** Through the zero from corner to corner, either way, sometimes beyond it; or a dot in it. */
function fillZero(canvas: Canvas, random: Random): void {
  const { left, right, top, bottom } = canvas.box;
  const centre = {
    x: (left + right) / 2 + random.normal(),
    y: (top + bottom) / 2 + random.normal(),
  };
  // A thick pen must leave paper on both sides, or the zero is a blob.
  const hole = right - left - 2 * canvas.pen;
  const width = Math.max(1, Math.min(canvas.pen, hole / 3));
  if (random.uniform() < 0.15) {
    canvas.stroke(centre, centre, width * (1 + 0.5 * random.uniform()));
    return;
  }
  // Mostly from the lower left to the upper right, as a slash is written.
  const direction = random.uniform() < 0.85 ? 1 : -1;
  const angle = direction * between(random, 0.55, 1.3);
  const half = between(random, 0.3, 0.75) * (bottom - top);
  const reach = { x: half * Math.cos(angle), y: -half * Math.sin(angle) };
  canvas.stroke(moved(centre, reach, -1), moved(centre, reach, 1), width);
}

/** An upstroke before the stem, a foot under it, or both. */
function finishOne(canvas: Canvas, random: Random): void {
  const { top, bottom } = canvas.box;
  const height = bottom - top;
  const kind = random.uniform();
  if (kind < 0.8) {
    const head = canvas.inkAt(top + 0.5);
    // From a short flag to a stroke that starts on the line.
    const fall = height * between(random, 0.12, 0.95) ** 1.2;
    const slope = between(random, 0.35, 1.3);
    canvas.stroke(head, {
      x: head.x - Math.max(0.15 * height, fall * slope * 0.7),
      y: head.y + fall,
    });
  }
  if (kind > 0.55) {
    const foot = canvas.inkAt(bottom - 0.5);
    const tilt = random.normal() * 0.08 * height;
    canvas.stroke(
      { x: foot.x - height * between(random, 0.15, 0.4), y: foot.y - tilt },
      { x: foot.x + height * between(random, 0.15, 0.4), y: foot.y + tilt },
    );
  }
}

/** A bar across the stem. */
function crossSeven(canvas: Canvas, random: Random): void {
  const { top, bottom } = canvas.box;
  const height = bottom - top;
  const stem = canvas.inkAt(top + height * between(random, 0.42, 0.65));
  const tilt = random.normal() * 0.08 * height;
  const reach = () => height * between(random, 0.12, 0.38);
  canvas.stroke(
    { x: stem.x - reach(), y: stem.y + tilt },
    { x: stem.x + reach(), y: stem.y - tilt },
  );
}

function moved(from: Point, by: Point, times: number): Point {
  return { x: from.x + times * by.x, y: from.y + times * by.y };
}

/** A digit with room around it. */
class Canvas {
  /** 48 x 48, 0..1. */
  readonly data = new Float32Array(CANVAS * CANVAS);
  /** Edges of the ink, in pixels. */
  readonly box: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Width of its strokes in pixels. */
  readonly pen: number;

  constructor(source: Float32Array) {
    let [left, right, top, bottom] = [CANVAS, -1, CANVAS, -1];
    for (let i = 0; i < PIXELS; i++) {
      const x = i % SIDE + MARGIN;
      const y = Math.floor(i / SIDE) + MARGIN;
      const ink = source[i]!;
      this.data[y * CANVAS + x] = ink;
      if (ink < INSIDE) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    this.box = { left, right, top, bottom };
    this.pen = penWidth(this.data);
  }

  get isEmpty(): boolean {
    return this.box.right < 0;
  }

  /** The middle of the leftmost stroke in the row nearest to `y` that has ink. */
  inkAt(y: number): Point {
    const row = Math.round(y);
    for (let distance = 0; distance < CANVAS; distance++) {
      for (const at of [row - distance, row + distance]) {
        const x = this.#strokeIn(at);
        if (x !== null) return { x, y: at };
      }
    }
    throw new RangeError("Cannot find ink: the canvas is empty");
  }

  /** A straight stroke with round ends, in the digit's own width unless told. */
  stroke(from: Point, to: Point, width = this.pen): void {
    const dx = to.x - from.x;
    const dy = to.y - from.y;
    const length = dx * dx + dy * dy;
    for (let y = 0; y < CANVAS; y++) {
      for (let x = 0; x < CANVAS; x++) {
        const along = length === 0
          ? 0
          : ((x - from.x) * dx + (y - from.y) * dy) / length;
        const t = Math.min(1, Math.max(0, along));
        const distance = Math.hypot(
          x - from.x - t * dx,
          y - from.y - t * dy,
        );
        const ink = Math.min(1, Math.max(0, width / 2 - distance + 0.5));
        const i = y * CANVAS + x;
        this.data[i] = Math.max(this.data[i]!, ink);
      }
    }
  }

  #strokeIn(row: number): number | null {
    if (row < 0 || row >= CANVAS) return null;
    const line = this.data.subarray(row * CANVAS, (row + 1) * CANVAS);
    const start = line.findIndex((ink) => ink >= INSIDE);
    if (start < 0) return null;
    let end = start;
    while (end + 1 < CANVAS && line[end + 1]! >= INSIDE) end++;
    return (start + end) / 2;
  }
}

/**
 * Width of the pen: twice the area by the perimeter, which is exact for a long stroke. The perimeter
 * is the sum of the gradient's length over the picture.
 */
function penWidth(data: Float32Array): number {
  let area = 0;
  let perimeter = 0;
  for (let y = 0; y + 1 < CANVAS; y++) {
    for (let x = 0; x + 1 < CANVAS; x++) {
      const i = y * CANVAS + x;
      area += data[i]!;
      perimeter += Math.hypot(
        data[i + 1]! - data[i]!,
        data[i + CANVAS]! - data[i]!,
      );
    }
  }
  return perimeter === 0 ? 0 : 2 * area / perimeter;
}
