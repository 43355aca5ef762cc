import { wilsonInterval } from "./score.ts";

/** How many of some images were read right. */
export interface Accuracy {
  readonly images: number;
  readonly correct: number;
  readonly accuracy: number;
  /** 95%, Wilson. */
  readonly interval: readonly [low: number, high: number];
}

/** @param images None of them give the accuracy 0. */
export function accuracy(correct: number, images: number): Accuracy {
  return {
    images,
    correct,
    accuracy: images === 0 ? 0 : correct / images,
    interval: wilsonInterval(correct, images),
  };
}
