import { DIGIT_COUNT } from "../../src/inference/classes.ts";
import type { ConfusedPair, FamilyResult } from "../../src/model_comparison.ts";
import { quantile } from "../evaluation.ts";
import { type DataSet, PIXELS } from "../mnist.ts";
import { wilsonInterval } from "../score.ts";
import type { Reader } from "./family.ts";

/** Images read at once while accuracy is measured. */
const CHUNK = 500;
/** Single images read to say how long one takes. */
const TIMED = 100;
/** Single images read before, while code is compiled and memory is taken. */
const WARM_UP = 10;

/** What is measured of a model after training. */
export type Measurement = Pick<
  FamilyResult,
  | "images"
  | "correct"
  | "accuracy"
  | "interval"
  | "parameters"
  | "predictionMs"
  | "confused"
>;

/** Reads the test set, and some images one by one against the clock. */
export function measure(
  reader: Pick<Reader, "parameters" | "read">,
  test: DataSet,
  onProgress: (done: number, total: number) => void,
): Measurement {
  const confusion = new Uint32Array(DIGIT_COUNT ** 2);
  for (let from = 0; from < test.count; from += CHUNK) {
    const to = Math.min(test.count, from + CHUNK);
    const read = reader.read(test.images.subarray(from * PIXELS, to * PIXELS));
    read.forEach((digit, i) =>
      confusion[test.labels[from + i]! * DIGIT_COUNT + digit]!++
    );
    onProgress(to, test.count);
  }
  let correct = 0;
  for (let digit = 0; digit < DIGIT_COUNT; digit++) {
    correct += confusion[digit * (DIGIT_COUNT + 1)]!;
  }
  return {
    images: test.count,
    correct,
    accuracy: correct / test.count,
    interval: wilsonInterval(correct, test.count),
    parameters: reader.parameters,
    predictionMs: timeOne(reader, test),
    confused: mostConfused(confusion),
  };
}

/** Median milliseconds of reading one image by itself. */
function timeOne(reader: Pick<Reader, "read">, test: DataSet): number {
  const times: number[] = [];
  for (let i = 0; i < WARM_UP + TIMED; i++) {
    const from = i % test.count * PIXELS;
    const image = test.images.subarray(from, from + PIXELS);
    const start = performance.now();
    reader.read(image);
    if (i >= WARM_UP) times.push(performance.now() - start);
  }
  return quantile(times.sort((a, b) => a - b), 0.5);
}

/** @param confusion 10 x 10, [truth][read] */
function mostConfused(confusion: Uint32Array): ConfusedPair | null {
  let most: ConfusedPair | null = null;
  confusion.forEach((count, at) => {
    const truth = Math.floor(at / DIGIT_COUNT);
    const read = at % DIGIT_COUNT;
    if (truth !== read && count > (most?.count ?? 0)) {
      most = { truth, read, count };
    }
  });
  return most;
}
