import { DIGITS } from "../src/inference/network.ts";
import type { NetworkWeights } from "../src/inference/network_weights.ts";
import { stepsPerEpoch } from "./batches.ts";
import {
  type Checkpoint,
  continues,
  type EpochRecord,
  loadCheckpoint,
  saveCheckpoint,
} from "./checkpoint.ts";
import type { Corpus } from "./corpus.ts";
import { createExchange } from "./exchange.ts";
import { initialParameters, initialStatistics } from "./initialize.ts";
import { layoutOf } from "./layout.ts";
import { dataHash } from "./mnist.ts";
import { newState, type TrainingState } from "./optimizer.ts";
import type { Recipe } from "./recipe.ts";
import type { Job, Message } from "./worker.ts";

/** A step as it is shown while training goes on. */
export interface Progress {
  readonly epoch: number;
  readonly stepInEpoch: number;
  readonly stepsPerEpoch: number;
  /** Steps done and to do in the whole run. */
  readonly step: number;
  readonly steps: number;
  readonly loss: number;
}

export interface RunOptions {
  readonly recipe: Recipe;
  readonly corpus: Pick<Corpus, "data" | "training">;
  /** Networks to learn from, in the order of the recipe's `teachers`. */
  readonly teachers?: readonly NetworkWeights[];
  /** File that an interrupted run is resumed from. */
  readonly checkpoint: string;
  /** Share of the validation images that the averaged weights misread. */
  readonly validate: (state: TrainingState) => number;
  readonly onStart?: (resumed: Checkpoint | null) => void;
  readonly onStep?: (progress: Progress) => void;
  readonly onEpoch?: (record: EpochRecord) => void;
  /** Stops after the checkpoint of the epoch in which it aborts. */
  readonly signal?: AbortSignal;
}

export interface Run {
  readonly state: TrainingState;
  readonly curve: readonly EpochRecord[];
  readonly dataHash: string;
}

/**
 * Trains, or goes on training from the checkpoint. The checkpoint stays: a finished run that is
 * started again is finished at once.
 */
export async function run(options: RunOptions): Promise<Run> {
  const { recipe, corpus, teachers = [] } = options;
  const hash = await dataHash(corpus.data);
  const resumed = await resumable(options, hash);
  const layout = layoutOf(DIGITS);
  const state = resumed?.state ??
    newState(initialParameters(layout, recipe.seed), initialStatistics(layout));
  options.onStart?.(resumed);
  const curve = [...resumed?.curve ?? []];
  const length = layout.parameterCount + layout.statisticCount + 1;
  const job = {
    recipe,
    exchange: createExchange(recipe.workers, length),
    data: corpus.data,
    training: corpus.training,
    teachers,
    state,
  };
  const finished = await train(job, options, curve, hash);
  return { state: finished, curve, dataHash: hash };
}

async function resumable(
  { checkpoint, recipe }: RunOptions,
  hash: string,
): Promise<Checkpoint | null> {
  const found = await loadCheckpoint(checkpoint);
  return found && continues(found, recipe, DIGITS, hash) ? found : null;
}

async function train(
  job: Omit<Job, "rank">,
  options: RunOptions,
  curve: EpochRecord[],
  hash: string,
): Promise<TrainingState> {
  const { recipe, corpus } = options;
  const perEpoch = stepsPerEpoch(recipe, corpus.training.length);
  const steps = perEpoch * recipe.epochs;
  let { state } = job;
  if (state.step >= steps) return state;
  const before = curve.at(-1)?.seconds ?? 0;
  const start = performance.now();
  const workers = Array.from({ length: recipe.workers }, () => spawn());
  try {
    await new Promise<void>((resolve, reject) => {
      let saving = Promise.resolve();
      let stopped = false;
      const handle = (message: Message) => {
        // The workers go on until they are terminated.
        if (stopped) return;
        if (message.kind === "step") {
          options.onStep?.(
            describe(message.step, message.loss, perEpoch, steps),
          );
          return;
        }
        state = message.state;
        const record = {
          epoch: state.step / perEpoch,
          loss: message.loss,
          validationError: options.validate(state),
          seconds: before + (performance.now() - start) / 1000,
        };
        curve.push(record);
        options.onEpoch?.(record);
        const checkpoint = {
          recipe,
          network: DIGITS,
          dataHash: hash,
          state,
          curve: [...curve],
        };
        saving = saving.then(() =>
          saveCheckpoint(options.checkpoint, checkpoint)
        );
        stopped = state.step >= steps || options.signal?.aborted === true;
        if (stopped) saving.then(resolve, reject);
      };
      workers.forEach((worker, rank) => {
        worker.onmessage = (event: MessageEvent<Message>) => {
          try {
            handle(event.data);
          } catch (error) {
            stopped = true;
            reject(error);
          }
        };
        worker.onerror = (event) => {
          event.preventDefault();
          reject(
            new Error(
              `Cannot go on training: worker ${rank} failed: ${event.message}`,
            ),
          );
        };
        worker.postMessage({ ...job, rank } satisfies Job);
      });
    });
  } finally {
    for (const worker of workers) worker.terminate();
  }
  return state;
}

function spawn(): Worker {
  return new Worker(import.meta.resolve("./worker.ts"), { type: "module" });
}

function describe(
  step: number,
  loss: number,
  perEpoch: number,
  steps: number,
): Progress {
  const done = (step - 1) % perEpoch + 1;
  return {
    epoch: Math.ceil(step / perEpoch),
    stepInEpoch: done,
    stepsPerEpoch: perEpoch,
    step,
    steps,
    loss,
  };
}
