import {
  DataError,
  loadTest,
  PIXELS,
  readImage,
  SIDE,
} from "../train/mnist.ts";
import { Random } from "../train/random.ts";

/** Network inputs to compare or time engines on. */
export interface Images {
  /** Where they come from, in words. */
  readonly source: string;
  readonly count: number;
  /** count x 28 x 28, 0..1. */
  readonly data: Float32Array;
}

/** Enough to meet every layer in every way; drawing more teaches nothing. */
const DRAWN = 2000;

/** The MNIST test images or, where MNIST was not fetched, strokes drawn at random. */
export async function loadImages(limit = Infinity): Promise<Images> {
  try {
    const test = await loadTest();
    const count = Math.min(limit, test.count);
    const data = new Float32Array(count * PIXELS);
    for (let i = 0; i < count; i++) readImage(imageAt(data, i), test, i);
    return { source: "MNIST test images", count, data };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const count = Math.min(limit, DRAWN);
    const data = new Float32Array(count * PIXELS);
    for (let i = 0; i < count; i++) {
      drawStrokes(imageAt(data, i), new Random(1, i));
    }
    return { source: `drawn strokes (${error.message})`, count, data };
  }
}

/** One of the images; shares their memory. */
export function imageAt(data: Float32Array, index: number): Float32Array {
  return data.subarray(index * PIXELS, (index + 1) * PIXELS);
}

const STROKES = 3;
const STEPS = 40;
/** Radius of the pen in pixels. */
const PEN = 1.3;

/** A few straight strokes with soft edges: about as much ink as a digit has. */
function drawStrokes(out: Float32Array, random: Random): void {
  const coordinate = () => 5 + 18 * random.uniform();
  let [x, y] = [coordinate(), coordinate()];
  for (let stroke = 0; stroke < STROKES; stroke++) {
    const [toX, toY] = [coordinate(), coordinate()];
    for (let step = 0; step <= STEPS; step++) {
      const t = step / STEPS;
      dot(out, x + t * (toX - x), y + t * (toY - y));
    }
    [x, y] = [toX, toY];
  }
}

function dot(out: Float32Array, x: number, y: number): void {
  for (let row = Math.floor(y - 2); row <= y + 2; row++) {
    for (let column = Math.floor(x - 2); column <= x + 2; column++) {
      const ink = Math.min(
        1,
        Math.max(0, PEN + 0.5 - Math.hypot(column - x, row - y)),
      );
      const i = row * SIDE + column;
      out[i] = Math.max(out[i]!, ink);
    }
  }
}
