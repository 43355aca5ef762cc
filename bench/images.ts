import { normalize } from "../src/imaging/normalize.ts";
import { DIGIT_COUNT } from "../src/inference/classes.ts";
import { DataError, loadTest, PIXELS, readImage } from "../train/mnist.ts";
import { Random } from "../train/random.ts";
import { drawDigit } from "../train/synthetic/digits.ts";
import { inkOf } from "../train/synthetic/drawing.ts";

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
/** Pixels of the longer side of what is drawn. */
const DRAWING_SIDE = 48;

/** The MNIST test images or, where MNIST was not fetched, digits drawn with strokes. */
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
    const data = drawImages(count);
    return { source: `drawn digits (${error.message})`, count, data };
  }
}

/** Digits as pens write them: 0 to 9, and again. */
export function drawImages(count: number): Float32Array {
  const data = new Float32Array(count * PIXELS);
  for (let i = 0; i < count; i++) {
    const drawing = drawDigit(i % DIGIT_COUNT, new Random(1, i));
    imageAt(data, i).set(normalize(inkOf(drawing, DRAWING_SIDE)));
  }
  return data;
}

/** One of the images; shares their memory. */
export function imageAt(data: Float32Array, index: number): Float32Array {
  return data.subarray(index * PIXELS, (index + 1) * PIXELS);
}
