import assert from "node:assert/strict";
import { CLASSES, OUTPUTS } from "../../src/inference/classes.ts";
import { createLoopsEngine } from "../../src/inference/loops/engine.ts";
import type { NetworkWeights } from "../../src/inference/network_weights.ts";
import { softmax } from "../../src/inference/softmax.ts";
import { BatchMaker } from "../../train/batches.ts";
import { PIXELS } from "../../train/mnist.ts";
import { Random } from "../../train/random.ts";
import { QUICK } from "../../train/recipe.ts";
import { createTeacher } from "../../train/teacher.ts";
import { assertClose } from "../inference/assert_close.ts";
import { drawDigits } from "./draw_digits.ts";

/** A dense layer of random weights. */
function randomWeights(seed: number, units = OUTPUTS): NetworkWeights {
  const random = new Random(seed);
  const normal = (length: number, deviation: number) =>
    Float32Array.from({ length }, () => random.normal() * deviation);
  return {
    network: {
      input: { height: 28, width: 28, channels: 1 },
      layers: [{ kind: "flatten" }, { kind: "dense", name: "dense1", units }],
    },
    tensors: new Map([
      ["dense1.kernel", normal(PIXELS * units, 0.2)],
      ["dense1.bias", normal(units, 1)],
    ]),
  };
}

const image = Float32Array.from(
  drawDigits(1).images,
  (value) => value / 255,
);

Deno.test("createTeacher() tells the mean of its networks' probabilities", () => {
  const networks = [randomWeights(1), randomWeights(2), randomWeights(3)];
  const expected = new Float32Array(CLASSES);
  for (const weights of networks) {
    const logits = new Float32Array(OUTPUTS);
    createLoopsEngine(weights).forward(image, logits);
    const one = logits.slice(0, CLASSES);
    softmax(one, one);
    one.forEach((value, i) => expected[i]! += value / networks.length);
  }
  assertClose(createTeacher(networks)!(image), expected, 1e-4, "mean");
});

Deno.test("createTeacher() is none without networks, and refuses other networks", () => {
  assert.equal(createTeacher([]), null);
  assert.throws(
    () => createTeacher([randomWeights(1, 10)]),
    /expected 32 outputs, found 10/,
  );
});

Deno.test("BatchMaker mixes what a teacher says into each target by the recipe's share", () => {
  const data = drawDigits(40);
  const indices = Uint32Array.from({ length: 40 }, (_, i) => i);
  const recipe = { ...QUICK, workers: 1, batch: 20, labelSmoothing: 0.1 };
  const taught = Float32Array.from({ length: CLASSES }, (_, i) => i / 55);
  const targetsWith = (teaching: number) => {
    const maker = new BatchMaker(
      { ...recipe, teaching },
      data,
      indices,
      0,
      10,
      () => taught,
    );
    maker.fill(0, 0);
    return maker.batch.targets;
  };
  const [none, half, all] = [0, 0.5, 1].map(targetsWith);
  none!.forEach((label, i) => {
    const teacher = taught[i % OUTPUTS];
    if (teacher === undefined) return assert.equal(all![i], label);
    assert.ok(Math.abs(all![i]! - teacher) < 1e-6);
    assert.ok(Math.abs(half![i]! - (label + teacher) / 2) < 1e-6);
  });
});
