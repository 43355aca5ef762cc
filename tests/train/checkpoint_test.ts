import assert from "node:assert/strict";
import { DIGITS, fold } from "../../src/inference/network.ts";
import { WeightsError } from "../../src/inference/weights.ts";
import {
  type Checkpoint,
  continues,
  loadCheckpoint,
  saveCheckpoint,
} from "../../train/checkpoint.ts";
import { newState } from "../../train/optimizer.ts";
import { Random } from "../../train/random.ts";
import { QUICK, type Recipe } from "../../train/recipe.ts";
import { withTemporaryFolder } from "./temporary_folder.ts";

function drawCheckpoint(seed: number): Checkpoint {
  const random = new Random(seed);
  const draw = (length: number) =>
    Float32Array.from({ length }, () => random.normal());
  const state = newState(draw(50), draw(6));
  state.step = 858;
  state.firstMoment.set(draw(50));
  state.secondMoment.set(draw(50));
  state.averagedParameters.set(draw(50));
  state.averagedStatistics.set(draw(6));
  const curve = [
    { epoch: 1, loss: 0.51, validationError: 0.02, seconds: 1.5 },
    { epoch: 2, loss: 0.1 + 0.2, validationError: 0.01, seconds: 3.25 },
  ];
  return { recipe: QUICK, network: DIGITS, dataHash: "abc", state, curve };
}

Deno.test("loadCheckpoint() reads back every bit that saveCheckpoint() wrote, and the newest", async () => {
  await withTemporaryFolder(async (folder) => {
    const path = `${folder}/run.safetensors`;
    for (const seed of [1, 2]) {
      const checkpoint = drawCheckpoint(seed);
      await saveCheckpoint(path, checkpoint);
      assert.deepEqual(await loadCheckpoint(path), checkpoint);
    }
    const files = await Array.fromAsync(
      Deno.readDir(folder),
      ({ name }) => name,
    );
    assert.deepEqual(files, ["run.safetensors"]);
  });
});

Deno.test("loadCheckpoint() gives null where there is none", async () => {
  await withTemporaryFolder(async (folder) => {
    assert.equal(await loadCheckpoint(`${folder}/none.safetensors`), null);
  });
});

Deno.test("a half-written checkpoint beside the old one does not matter; a damaged one is refused", async () => {
  await withTemporaryFolder(async (folder) => {
    const path = `${folder}/run.safetensors`;
    const checkpoint = drawCheckpoint(3);
    await saveCheckpoint(path, checkpoint);
    const bytes = await Deno.readFile(path);
    await Deno.writeFile(`${path}.partial`, bytes.subarray(0, 100));
    assert.deepEqual(await loadCheckpoint(path), checkpoint);
    await Deno.writeFile(path, bytes.subarray(0, bytes.length - 1));
    await assert.rejects(loadCheckpoint(path), WeightsError);
  });
});

Deno.test("continues() holds only for the same recipe, network and data", () => {
  const checkpoint = drawCheckpoint(4);
  assert.ok(continues(checkpoint, { ...QUICK }, DIGITS, "abc"));
  assert.ok(!continues(checkpoint, QUICK, DIGITS, "abd"));
  assert.ok(!continues(checkpoint, QUICK, fold(DIGITS), "abc"));
  for (const key of Object.keys(QUICK) as (keyof typeof QUICK)[]) {
    const other = { ...QUICK, [key]: "another" } as unknown as Recipe;
    assert.ok(!continues(checkpoint, other, DIGITS, "abc"), key);
  }
});
