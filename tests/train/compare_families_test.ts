import assert from "node:assert/strict";
import { FAMILIES } from "../../train/compare/families.ts";
import type { Family, Reader } from "../../train/compare/family.ts";
import { NAIVE_BAYES } from "../../train/compare/naive_bayes.ts";
import { NEAREST_NEIGHBOURS } from "../../train/compare/nearest_neighbours.ts";
import { registerTrainingKernels } from "../../train/kernels/register.ts";
import {
  DataError,
  type DataSet,
  loadTest,
  loadTrain,
  PIXELS,
} from "../../train/mnist.ts";
import { Random } from "../../train/random.ts";
import { startBackend } from "../../train/start_backend.ts";
import { drawDigits } from "./draw_digits.ts";

const tf = await startBackend("wasm");
registerTrainingKernels();

const training = drawDigits(300, 1);
const test = drawDigits(100, 2);

/** Of few images there are few steps in an epoch; each needs as many as it learns slowly. */
const EPOCHS: Readonly<Record<string, number>> = {
  "small-dense": 60,
  "deep-dense": 20,
  "cnn": 8,
  "lstm": 20,
};

function fit(family: Family, data: DataSet): Reader {
  const epochs = EPOCHS[family.id] ?? 1;
  return family.fit(data, { seed: 1, epochs, onProgress() {} });
}

function accuracy(reader: Reader, { count, images, labels }: DataSet): number {
  const read = reader.read(images);
  assert.equal(read.length, count);
  return read.filter((digit, i) => digit === labels[i]).length / count;
}

for (const family of FAMILIES) {
  Deno.test(`${family.id} learns to read what is easy to tell, and leaves nothing behind`, () => {
    const before = tf.memory().numTensors;
    {
      using reader = fit(family, training);
      const share = accuracy(reader, test);
      assert.ok(share >= 0.7, `${share} read right`);
      assert.ok(reader.parameters > 0);
    }
    assert.equal(tf.memory().numTensors, before);
  });

  Deno.test(`${family.id} reads an image alike by itself and among others`, () => {
    using reader = fit(family, drawDigits(50));
    const together = reader.read(test.images);
    for (let i = 0; i < 5; i++) {
      const image = test.images.subarray(i * PIXELS, (i + 1) * PIXELS);
      assert.deepEqual([...reader.read(image)], [together[i]]);
    }
  });
}

/** The losses of each step, which every weight and image has a part in. */
function losses(family: Family, seed: number): number[] {
  const found: number[] = [];
  using _ = family.fit(drawDigits(300), {
    seed,
    epochs: 2,
    onProgress: ({ loss }) => void found.push(loss),
  });
  return found;
}

for (const family of FAMILIES.filter(({ epochs }) => epochs !== null)) {
  Deno.test(`${family.id} is trained alike from the same seed, and otherwise from another`, () => {
    const first = losses(family, 1);
    assert.ok(first.length > 0);
    assert.deepEqual(losses(family, 1), first);
    assert.notDeepEqual(losses(family, 2), first);
  });
}

function noise(count: number, seed: number): DataSet {
  const random = new Random(seed);
  return {
    count,
    images: Uint8Array.from(
      { length: count * PIXELS },
      () => random.uint32() % 256,
    ),
    labels: Uint8Array.from({ length: count }, () => random.uint32() % 10),
  };
}

/** The votes of the three nearest, by distances in whole numbers. */
function nearest(data: DataSet, image: Uint8Array): number[] {
  const distances = Array.from({ length: data.count }, (_, i) => {
    let sum = 0;
    for (let p = 0; p < PIXELS; p++) {
      sum += (data.images[i * PIXELS + p]! - image[p]!) ** 2;
    }
    return { sum, label: data.labels[i]! };
  });
  return distances.sort((a, b) => a.sum - b.sum).slice(0, 3)
    .map(({ label }) => label);
}

Deno.test("k-nn reads what most of the three nearest are, else what the nearest is", () => {
  // More than fit into a block.
  const data = noise(4100, 1);
  const asked = noise(20, 2);
  using reader = fit(NEAREST_NEIGHBOURS, data);
  const read = reader.read(asked.images);
  for (let i = 0; i < asked.count; i++) {
    const image = asked.images.subarray(i * PIXELS, (i + 1) * PIXELS);
    const [a, b, c] = nearest(data, image);
    assert.equal(read[i], b === c ? b : a);
  }
});

async function mnist(): Promise<[DataSet, DataSet] | null> {
  try {
    return await Promise.all([loadTrain(), loadTest()]);
  } catch (error) {
    if (
      !(error instanceof DataError || error instanceof Deno.errors.NotFound)
    ) throw error;
    console.log("No MNIST: the test of naive Bayes on it is left out.");
    return null;
  }
}

const sets = await mnist();

Deno.test({
  name: "naive-bayes misreads MNIST as scikit-learn's does",
  ignore: sets === null,
  fn() {
    // GaussianNB of scikit-learn with its defaults: 0.5558.
    using reader = fit(NAIVE_BAYES, sets![0]);
    assert.equal(accuracy(reader, sets![1]), 0.5558);
  },
});
