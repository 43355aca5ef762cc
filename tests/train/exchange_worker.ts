/// <reference lib="deno.worker" />
/** Averages its numbers with the other workers', step after step, and answers every average. */

import { Exchange, type SharedExchange } from "../../train/exchange.ts";
import { Random } from "../../train/random.ts";

export interface ExchangeJob {
  readonly shared: SharedExchange;
  readonly rank: number;
  readonly steps: number;
}

/** What worker `rank` brings to a step. */
export function numbersOf(
  rank: number,
  step: number,
  length: number,
): Float32Array {
  const random = new Random(rank, step);
  return Float32Array.from({ length }, () => random.normal());
}

if (typeof WorkerGlobalScope !== "undefined") {
  self.onmessage = ({ data }: MessageEvent<ExchangeJob>) => {
    const { shared, rank, steps } = data;
    const exchange = new Exchange(shared, rank);
    const averages = Array.from({ length: steps }, (_, step) => {
      exchange.own.set(numbersOf(rank, step, shared.length));
      const average = new Float32Array(shared.length);
      exchange.average(average);
      return average;
    });
    self.postMessage(averages);
    self.close();
  };
}
