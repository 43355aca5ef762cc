/// <reference lib="deno.worker" />
/** Makes a share of the training images. */

import { make, type Plan } from "./make.ts";
import type { DataSet } from "./mnist.ts";

export interface MakeJob {
  /** Shared; each worker writes images of its own. */
  readonly data: DataSet;
  /** Index of the first image to make. */
  readonly first: number;
  readonly plans: readonly Plan[];
  readonly rank: number;
  readonly workers: number;
}

/** Progress is told after this many images. */
const TOLD_EVERY = 200;

self.onmessage = ({ data: job }: MessageEvent<MakeJob>) => {
  const { data, first, plans, rank, workers } = job;
  let made = 0;
  make(data, first, plans, rank, workers, () => {
    if (++made % TOLD_EVERY === 0) self.postMessage(TOLD_EVERY);
  });
  self.postMessage(null);
  self.close();
};
