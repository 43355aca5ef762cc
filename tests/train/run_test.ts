import assert from "node:assert/strict";
import { createLoopsEngine } from "../../src/inference/loops/engine.ts";
import { DIGITS, fold } from "../../src/inference/network.ts";
import { split } from "../../train/batches.ts";
import { loadCheckpoint } from "../../train/checkpoint.ts";
import { foldBatchNorm } from "../../train/fold_batch_norm.ts";
import { QUICK, type Recipe } from "../../train/recipe.ts";
import {
  type Progress,
  type Run,
  run,
  type RunOptions,
} from "../../train/run.ts";
import { score } from "../../train/score.ts";
import { drawDigits } from "./draw_digits.ts";
import { withTemporaryFolder } from "./temporary_folder.ts";

const RECIPE: Recipe = {
  ...QUICK,
  workers: 2,
  epochs: 2,
  batch: 32,
  validation: 32,
  averaging: 0.9,
};
const DATA = drawDigits(256);
const { training: TRAINING } = split(DATA.count, RECIPE.validation);
const STEPS_PER_EPOCH = 7;

function train(
  folder: string,
  options: Partial<RunOptions> = {},
): Promise<Run> {
  return run({
    recipe: RECIPE,
    corpus: { data: DATA, training: TRAINING },
    checkpoint: `${folder}/run.safetensors`,
    validate: () => 0.25,
    ...options,
  });
}

/** A whole run, made once for the tests that compare with it. */
let whole: Promise<Run> | undefined;
const uninterrupted = () => whole ??= withTemporaryFolder(train);

function lossOf({ curve }: Run): number[] {
  return curve.map(({ loss }) => loss);
}

Deno.test("run() learns: the loss falls and the folded network reads most of what it saw", async () => {
  await withTemporaryFolder(async (folder) => {
    const epochs = 20;
    const steps: Progress[] = [];
    const recipe = { ...RECIPE, epochs, workers: 1, augmentation: 0.1 };
    const trained = await train(folder, {
      recipe,
      onStep: (progress) => steps.push(progress),
    });
    const losses = lossOf(trained);
    assert.equal(losses.length, epochs);
    assert.ok(losses.at(-1)! < 0.6 * losses[0]!, losses.join());
    const { averagedParameters, averagedStatistics } = trained.state;
    const engine = createLoopsEngine({
      network: fold(DIGITS),
      tensors: foldBatchNorm(DIGITS, averagedParameters, averagedStatistics),
    });
    const { correct, images } = score(engine, DATA);
    assert.ok(correct > 0.8 * images, `${correct} of ${images}`);
    assert.deepEqual(
      steps.map(({ epoch, stepInEpoch }) => [epoch, stepInEpoch]),
      Array.from({ length: epochs * STEPS_PER_EPOCH }, (_, i) => [
        Math.floor(i / STEPS_PER_EPOCH) + 1,
        i % STEPS_PER_EPOCH + 1,
      ]),
    );
    assert.ok(steps.every(({ loss }) => Number.isFinite(loss)));
  });
});

Deno.test("run() gives the same weights, bit for bit, each time", async () => {
  const again = await withTemporaryFolder(train);
  const first = await uninterrupted();
  assert.deepEqual(again.state, first.state);
  assert.deepEqual(lossOf(again), lossOf(first));
  assert.equal(again.dataHash, first.dataHash);
});

Deno.test("run() that is interrupted and started again gives the weights of one that was not", async () => {
  await withTemporaryFolder(async (folder) => {
    const controller = new AbortController();
    const interrupted = await train(folder, {
      signal: controller.signal,
      onEpoch: () => controller.abort(),
    });
    assert.equal(interrupted.curve.length, 1);
    assert.equal(interrupted.state.step, STEPS_PER_EPOCH);
    const saved = await loadCheckpoint(`${folder}/run.safetensors`);
    assert.deepEqual(saved?.state, interrupted.state);

    const started: (number | undefined)[] = [];
    const resumed = await train(folder, {
      onStart: (checkpoint) => started.push(checkpoint?.state.step),
    });
    assert.deepEqual(started, [STEPS_PER_EPOCH]);
    const first = await uninterrupted();
    assert.deepEqual(resumed.state, first.state);
    assert.deepEqual(lossOf(resumed), lossOf(first));

    // Finished: nothing is left to do.
    const finished = await train(folder, {
      onStep: () => assert.fail("a finished run went on"),
    });
    assert.deepEqual(finished.state, first.state);
  });
});

Deno.test("run() starts over where the checkpoint is of another recipe, and gives other weights for another seed", async () => {
  await withTemporaryFolder(async (folder) => {
    const recipe = { ...RECIPE, epochs: 1, workers: 1 };
    const first = await train(folder, { recipe });
    const started: unknown[] = [];
    const other = await train(folder, {
      recipe: { ...recipe, seed: 2 },
      onStart: (checkpoint) => started.push(checkpoint),
    });
    assert.deepEqual(started, [null]);
    assert.notDeepEqual(other.state.parameters, first.state.parameters);
  });
});

Deno.test("run() keeps what validation says in the curve and in the checkpoint", async () => {
  await withTemporaryFolder(async (folder) => {
    const recipe = { ...RECIPE, epochs: 1, workers: 1 };
    const seen: number[] = [];
    const { curve } = await train(folder, {
      recipe,
      validate: (state) => state.step / 1000,
      onEpoch: ({ validationError }) => seen.push(validationError),
    });
    assert.deepEqual(seen, [STEPS_PER_EPOCH / 1000]);
    assert.equal(curve[0]!.validationError, seen[0]);
    const saved = await loadCheckpoint(`${folder}/run.safetensors`);
    assert.deepEqual(saved?.curve, curve);
  });
});

Deno.test("run() rejects when a worker fails, saying which and why", async () => {
  await withTemporaryFolder(async (folder) => {
    // 32 images cannot be divided among three.
    const recipe = { ...RECIPE, workers: 3 };
    await assert.rejects(train(folder, { recipe }), {
      name: "Error",
      message: /^Cannot go on training: worker \d failed: ./,
    });
  });
});

Deno.test("run() rejects when validation or the checkpoint fails", async () => {
  const recipe = { ...RECIPE, epochs: 1, workers: 1 };
  await withTemporaryFolder(async (folder) => {
    const validate = () => {
      throw new RangeError("no scale is positive");
    };
    await assert.rejects(train(folder, { recipe, validate }), {
      name: "RangeError",
      message: "no scale is positive",
    });
    await assert.rejects(
      train(folder, { recipe, checkpoint: `${folder}/none/run.safetensors` }),
      Deno.errors.NotFound,
    );
    await Deno.writeTextFile(`${folder}/run.safetensors`, "damaged");
    await assert.rejects(train(folder, { recipe }), { name: "WeightsError" });
  });
});
