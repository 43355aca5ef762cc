import assert from "node:assert/strict";
import { BatchMaker, split, stepsPerEpoch } from "../../train/batches.ts";
import { CLASSES, OUTPUTS } from "../../src/inference/classes.ts";
import { PIXELS, readImage } from "../../train/mnist.ts";
import { QUICK, type Recipe } from "../../train/recipe.ts";
import { assertClose } from "../inference/assert_close.ts";
import { drawDigits } from "./draw_digits.ts";

const FEATURES = 50;
const data = drawDigits(100);
const plain: Recipe = {
  ...QUICK,
  workers: 2,
  batch: 20,
  validation: 20,
  augmentation: 0,
  finalAugmentation: 0,
};
const { training } = split(data.count, plain.validation);

function maker(recipe: Recipe, rank: number): BatchMaker {
  return new BatchMaker(recipe, data, training, rank, FEATURES);
}

Deno.test("split() holds out as many images as asked for, always the same, and trains on the rest", () => {
  const { training, validation } = split(1000, 100);
  assert.equal(validation.length, 100);
  assert.deepEqual(
    [...training, ...validation].sort((a, b) => a - b),
    [...Array(1000).keys()],
  );
  assert.deepEqual(split(1000, 100).validation, validation);
});

Deno.test("BatchMaker shows every training image once an epoch, in another order each time", () => {
  const image = new Float32Array(PIXELS);
  const names = new Map(Array.from(training, (index) => {
    readImage(image, data, index);
    return [image.join(), index];
  }));
  assert.equal(names.size, training.length);
  const makers = [maker(plain, 0), maker(plain, 1)];
  const orders = [0, 1].map((epoch) => {
    const order: (number | undefined)[] = [];
    for (let step = 0; step < stepsPerEpoch(plain, training.length); step++) {
      for (const each of makers) {
        each.fill(epoch, step);
        for (let slot = 0; slot < each.batch.count; slot++) {
          const start = slot * PIXELS;
          const pixels = each.batch.images.subarray(start, start + PIXELS);
          order.push(names.get(pixels.join()));
        }
      }
    }
    return order;
  });
  for (const order of orders) {
    assert.deepEqual(
      order.toSorted((a, b) => Number(a) - Number(b)),
      [...training].sort((a, b) => a - b),
    );
  }
  assert.notDeepEqual(orders[0], orders[1]);
});

Deno.test("BatchMaker makes the same images whichever workers share the batch", () => {
  const recipe = { ...plain, augmentation: 0.8, finalAugmentation: 0.8 };
  const alone = maker({ ...recipe, workers: 1 }, 0);
  alone.fill(2, 1);
  const shares = [maker(recipe, 0), maker(recipe, 1)];
  for (const share of shares) {
    // What it made before must not matter.
    share.fill(0, 3);
    share.fill(2, 1);
  }
  for (const key of ["images", "targets", "mask"] as const) {
    assert.deepEqual(
      shares.flatMap(({ batch }) => [...batch[key]]),
      [...alone.batch[key]],
      key,
    );
  }
});

Deno.test("BatchMaker smooths the labels, and drops features so that their mean stays", () => {
  const recipe = { ...plain, labelSmoothing: 0.1, dropout: 0.25 };
  const each = maker(recipe, 0);
  each.fill(0, 0);
  for (let slot = 0; slot < each.batch.count; slot++) {
    const target = each.batch.targets
      .subarray(slot * OUTPUTS, slot * OUTPUTS + CLASSES);
    const expected = new Array<number>(CLASSES).fill(0.1 / CLASSES);
    expected[target.indexOf(Math.max(...target))] = 0.9 + 0.1 / CLASSES;
    assertClose(target, expected, 1e-6, `slot ${slot}`);
  }
  const values = new Set(each.batch.mask);
  assert.deepEqual([...values].sort(), [0, Math.fround(1 / 0.75)]);
  const mean = each.batch.mask.reduce((a, b) => a + b) / each.batch.mask.length;
  assert.ok(Math.abs(mean - 1) < 0.15, String(mean));
});
