/// <reference lib="deno.worker" />
/** One of the data-parallel workers: makes its share of each batch and steps with the others. */

import {
  DIGITS,
  elements,
  type Network,
  place,
} from "../src/inference/network.ts";
import type { NetworkWeights } from "../src/inference/network_weights.ts";
import { BatchMaker, stepsPerEpoch } from "./batches.ts";
import { createTeacher } from "./teacher.ts";
import { Exchange, type SharedExchange } from "./exchange.ts";
import { registerTrainingKernels } from "./kernels/register.ts";
import type { DataSet } from "./mnist.ts";
import { TrainableNetwork } from "./model.ts";
import { Optimizer, type TrainingState } from "./optimizer.ts";
import type { Recipe } from "./recipe.ts";
import { startBackend } from "./start_backend.ts";

/** What a worker is started with; the data's arrays are shared by all workers. */
export interface Job {
  readonly recipe: Recipe;
  readonly rank: number;
  readonly exchange: SharedExchange;
  readonly data: DataSet;
  /** Images of `data` to train on. */
  readonly training: Uint32Array;
  readonly teachers: readonly NetworkWeights[];
  readonly state: TrainingState;
}

/** What the first worker tells: the others have the same numbers. */
export type Message =
  | { readonly kind: "step"; readonly step: number; readonly loss: number }
  | {
    readonly kind: "epoch";
    readonly loss: number;
    readonly state: TrainingState;
  };

self.onmessage = async (event: MessageEvent<Job>) => {
  await startBackend("wasm");
  registerTrainingKernels();
  run(event.data);
  self.close();
};

function run(job: Job): void {
  const { recipe, rank, exchange: shared, data, training, state } = job;
  const network = new TrainableNetwork(DIGITS);
  const maker = new BatchMaker(
    recipe,
    data,
    training,
    rank,
    denseInput(DIGITS),
    createTeacher(job.teachers),
  );
  const steps = stepsPerEpoch(recipe, training.length);
  const optimizer = new Optimizer(
    state,
    network.layout,
    recipe,
    steps * recipe.epochs,
  );
  const exchange = new Exchange(shared, rank);
  const { parameterCount, statisticCount } = network.layout;
  const average = new Float32Array(shared.length);
  const tell = (message: Message) => {
    if (rank === 0) self.postMessage(message);
  };

  for (
    let epoch = Math.floor(state.step / steps);
    epoch < recipe.epochs;
    epoch++
  ) {
    let sum = 0;
    for (let step = 0; step < steps; step++) {
      maker.fill(epoch, step);
      network.load(state.parameters);
      const own = exchange.own;
      own[shared.length - 1] = network.lossAndGradient({
        parameters: own.subarray(0, parameterCount),
        statistics: own.subarray(
          parameterCount,
          parameterCount + statisticCount,
        ),
      }, maker.batch);
      exchange.average(average);
      optimizer.update(
        average.subarray(0, parameterCount),
        average.subarray(parameterCount, parameterCount + statisticCount),
      );
      const loss = average[shared.length - 1]!;
      sum += loss;
      tell({ kind: "step", step: state.step, loss });
    }
    tell({ kind: "epoch", loss: sum / steps, state });
  }
}

function denseInput(network: Network): number {
  const dense = place(network).find(({ layer }) => layer.kind === "dense");
  return dense ? elements(dense.input) : 0;
}
