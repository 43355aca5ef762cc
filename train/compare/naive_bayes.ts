import { DIGIT_COUNT } from "../../src/inference/classes.ts";
import { type DataSet, PIXELS } from "../mnist.ts";
import { largest } from "../score.ts";
import type { Family, Reader } from "./family.ts";

/**
 * Added to every variance, as a share of the largest of all pixels: a pixel that no image has ink on
 * would divide by zero. The value is scikit-learn's, whose figure the reference is.
 */
const SMOOTHING = 1e-9;

/** A bell curve for each pixel of each digit. */
interface Bells {
  /** log P(digit), 10. */
  readonly prior: Float64Array;
  /** 10 x 784. */
  readonly mean: Float64Array;
  /** 10 x 784. */
  readonly variance: Float64Array;
}

/** Each pixel by itself. */
export const NAIVE_BAYES: Family = {
  id: "naive-bayes",
  name: "Naive Bayes",
  explanation:
    "Asks every pixel by itself how dark it usually is in each digit, and multiplies the answers " +
    "as if pixels knew nothing of each other. They do: ink comes in strokes. And a bell curve is " +
    "no picture of a pixel that is nearly always black or white, so one speck of ink in an unusual " +
    "place outvotes all the rest.",
  reference: 0.556,
  epochs: null,
  fit: (training) => createReader(countPixels(training)),
};

function countPixels({ count, images, labels }: DataSet): Bells {
  const seen = new Float64Array(DIGIT_COUNT);
  const mean = new Float64Array(DIGIT_COUNT * PIXELS);
  const variance = new Float64Array(DIGIT_COUNT * PIXELS);
  for (let i = 0; i < count; i++) {
    const digit = labels[i]!;
    seen[digit]!++;
    for (let p = 0; p < PIXELS; p++) {
      const value = images[i * PIXELS + p]!;
      mean[digit * PIXELS + p]! += value;
      // Whole numbers below 2^53: the sums are exact.
      variance[digit * PIXELS + p]! += value ** 2;
    }
  }
  const least = SMOOTHING * largestVariance(count, mean, variance);
  for (let i = 0; i < mean.length; i++) {
    const n = Math.max(1, seen[Math.floor(i / PIXELS)]!);
    mean[i]! /= n;
    variance[i] = variance[i]! / n - mean[i]! ** 2 + least;
  }
  const prior = seen.map((n) => Math.log(n / count));
  return { prior, mean, variance };
}

/** Of one pixel over all images. */
function largestVariance(
  count: number,
  sums: Float64Array,
  squares: Float64Array,
): number {
  let most = 0;
  for (let p = 0; p < PIXELS; p++) {
    let sum = 0;
    let square = 0;
    for (let i = p; i < sums.length; i += PIXELS) {
      sum += sums[i]!;
      square += squares[i]!;
    }
    most = Math.max(most, square / count - (sum / count) ** 2);
  }
  return most;
}

function createReader({ prior, mean, variance }: Bells): Reader {
  const weight = variance.map((value) => -1 / (2 * value));
  const constant = prior.map((value, digit) => {
    const own = variance.subarray(digit * PIXELS, (digit + 1) * PIXELS);
    return own.reduce((sum, v) => sum - Math.log(2 * Math.PI * v) / 2, value);
  });
  const score = new Float64Array(DIGIT_COUNT);
  const readOne = (image: Uint8Array): number => {
    for (let digit = 0; digit < DIGIT_COUNT; digit++) {
      let sum = constant[digit]!;
      for (let p = 0, at = digit * PIXELS; p < PIXELS; p++, at++) {
        sum += weight[at]! * (image[p]! - mean[at]!) ** 2;
      }
      score[digit] = sum;
    }
    return largest(score);
  };
  return {
    parameters: prior.length + mean.length + variance.length,
    read: (images) =>
      Uint8Array.from(
        { length: images.length / PIXELS },
        (_, i) => readOne(images.subarray(i * PIXELS, (i + 1) * PIXELS)),
      ),
    [Symbol.dispose]() {},
  };
}
