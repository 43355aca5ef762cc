import assert from "node:assert/strict";
import * as tf from "../../../train/tfjs.ts";
import {
  batchNormRelu,
  EPSILON,
} from "../../../train/kernels/batch_norm_relu.ts";
import { Random } from "../../../train/random.ts";
import {
  assertLikeCpu,
  drawValues,
  onBackend,
  valueAndGradients,
  type Values,
} from "./on_backend.ts";

/** The same out of tfjs's own operations. */
function composed(
  x: tf.Tensor,
  scale: tf.Tensor,
  offset: tf.Tensor,
): [y: tf.Tensor, mean: tf.Tensor, variance: tf.Tensor] {
  const axes = x.shape.slice(0, -1).map((_, axis) => axis);
  const mean = tf.mean(x, axes);
  const variance = tf.mean(tf.square(tf.sub(x, mean)), axes);
  const normal = tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, EPSILON)));
  const y = tf.relu(tf.add(tf.mul(normal, scale), offset));
  return [y, mean, variance];
}

function drawInputs(seed: number, shape: number[], shift = 0): Values[] {
  const random = new Random(seed);
  const channels = shape.at(-1)!;
  const x = drawValues(random, shape);
  return [
    { shape, data: x.data.map((value) => value * 2 + shift) },
    drawValues(random, [channels]),
    drawValues(random, [channels]),
    drawValues(random, shape),
  ];
}

const SHAPES = [[2, 3, 3, 4], [8, 5, 4, 16], [5, 1, 1, 8], [7, 12]];

Deno.test("BatchNormRelu agrees with tfjs's own operations, its mean and variance too", async () => {
  for (const shape of SHAPES) {
    for (const shift of [0, 3]) {
      await assertLikeCpu(
        `${shape} around ${shift}`,
        drawInputs(1, shape, shift),
        (x, scale, offset) => batchNormRelu(x!, scale!, offset!),
        (x, scale, offset) => composed(x!, scale!, offset!),
      );
    }
  }
});

Deno.test("BatchNormRelu's gradients by x, scale and offset agree with tfjs's own", async () => {
  for (const shape of SHAPES) {
    const gradients = (normalize: typeof batchNormRelu) =>
    (
      x: tf.Tensor | undefined,
      scale: tf.Tensor | undefined,
      offset: tf.Tensor | undefined,
      weights: tf.Tensor | undefined,
    ) =>
      valueAndGradients(
        (x, scale, offset) => normalize(x!, scale!, offset!)[0],
        [x!, scale!, offset!],
        weights!,
      );
    await assertLikeCpu(
      `${shape}`,
      drawInputs(2, shape),
      gradients(batchNormRelu),
      gradients(composed),
    );
  }
});

Deno.test("BatchNormRelu of a constant channel is its offset, without dividing by nothing", async () => {
  const [, scale, offset] = drawInputs(3, [4, 2, 2, 4]);
  const x = { shape: [4, 2, 2, 4], data: new Float32Array(64).fill(1000.1) };
  const [y, , variance] = await onBackend(
    "wasm",
    [x, scale!, offset!],
    (x, scale, offset) => batchNormRelu(x!, scale!, offset!),
  );
  assert.deepEqual(variance, new Float32Array(4));
  y!.forEach((value, i) => {
    const expected = Math.max(0, offset!.data[i % 4]!);
    assert.ok(Math.abs(value - expected) < 1e-3, `${value}, not ${expected}`);
  });
});

Deno.test("BatchNormRelu refuses a number of channels that is no multiple of 4", async () => {
  await assert.rejects(
    onBackend(
      "wasm",
      drawInputs(4, [2, 3, 3, 6]),
      (x, scale, offset) => batchNormRelu(x!, scale!, offset!),
    ),
    { name: "RangeError", message: /multiple of 4 channels, found 6/ },
  );
});
