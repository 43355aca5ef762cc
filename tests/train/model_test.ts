import assert from "node:assert/strict";
import * as tf from "../../train/tfjs.ts";
import type { Conv2d, Network } from "../../src/inference/network.ts";
import {
  initialParameters,
  initialStatistics,
} from "../../train/initialize.ts";
import { registerTrainingKernels } from "../../train/kernels/register.ts";
import { slotNamed, view } from "../../train/layout.ts";
import { CLASSES, DIGIT_COUNT, OUTPUTS } from "../../src/inference/classes.ts";
import { SIDE } from "../../train/mnist.ts";
import { type Batch, TrainableNetwork } from "../../train/model.ts";
import { Random } from "../../train/random.ts";
import { fillTarget, labelOfTwo } from "../../train/targets.ts";
import { startBackend } from "../../train/start_backend.ts";
import { assertClose } from "../inference/assert_close.ts";
import { drawDigits } from "./draw_digits.ts";

const conv: Conv2d = {
  kind: "conv2d",
  name: "conv1",
  size: 3,
  stride: 2,
  padding: "same",
  filters: 4,
  bias: false,
};

const SMALL: Network = {
  input: { height: SIDE, width: SIDE, channels: 1 },
  layers: [
    conv,
    { kind: "max_pool", size: 2, stride: 2 },
    { kind: "batch_norm", name: "norm1" },
    { kind: "relu" },
    { ...conv, name: "conv2", size: 5, bias: true },
    { kind: "relu" },
    { kind: "flatten" },
    { kind: "dense", name: "dense1", units: OUTPUTS },
  ],
};
const FEATURES = 4 * 4 * 4;

function drawBatch(count: number): Batch {
  const { images, labels } = drawDigits(count);
  const targets = new Float32Array(count * OUTPUTS);
  labels.forEach((label, i) => targets[i * OUTPUTS + label] = 1);
  return {
    count,
    images: Float32Array.from(images, (value) => value / 255),
    targets,
    mask: new Float32Array(count * FEATURES).fill(1),
  };
}

async function withNetwork(
  use: (network: TrainableNetwork) => void,
  table = SMALL,
): Promise<void> {
  await startBackend("wasm");
  registerTrainingKernels();
  const network = new TrainableNetwork(table);
  try {
    use(network);
  } finally {
    network.dispose();
  }
}

function gradientOf(network: TrainableNetwork) {
  const { layout } = network;
  return {
    parameters: new Float32Array(layout.parameterCount),
    statistics: new Float32Array(layout.statisticCount),
  };
}

Deno.test("lossAndGradient() agrees with finite differences along 20 random directions", async () => {
  await withNetwork((network) => {
    const { layout } = network;
    const batch = drawBatch(20);
    const parameters = initialParameters(layout, 1);
    const gradient = gradientOf(network);
    network.load(parameters);
    network.lossAndGradient(gradient, batch);
    const lossAt = (direction: Float32Array, step: number) => {
      network.load(parameters.map((value, i) => value + step * direction[i]!));
      return network.lossAndGradient(gradientOf(network), batch);
    };
    for (let seed = 0; seed < 20; seed++) {
      const random = new Random(seed);
      const drawn = parameters.map(() => random.normal());
      const norm = Math.hypot(...drawn);
      const direction = drawn.map((value) => value / norm);
      const step = 2e-3;
      const slope = (lossAt(direction, step) - lossAt(direction, -step)) /
        (2 * step);
      const expected = gradient.parameters
        .reduce((sum, value, i) => sum + value * direction[i]!, 0);
      const length = Math.hypot(...gradient.parameters);
      assertClose([slope], [expected], 0.02, `seed ${seed}`, length);
    }
  });
});

Deno.test("lossAndGradient() of uniform answers is the logarithm of the number of classes", async () => {
  await withNetwork((network) => {
    network.load(new Float32Array(network.layout.parameterCount));
    const loss = network.lossAndGradient(gradientOf(network), drawBatch(10));
    assert.ok(Math.abs(loss - Math.log(CLASSES)) < 1e-5, String(loss));
  });
});

Deno.test("lossAndGradient() of two digits asks for both as well", async () => {
  await withNetwork((network) => {
    network.load(new Float32Array(network.layout.parameterCount));
    const batch = drawBatch(10);
    for (let i = 0; i < batch.count; i++) {
      const target = batch.targets.subarray(i * OUTPUTS, (i + 1) * OUTPUTS);
      fillTarget(target, labelOfTwo(i, 9 - i), 0);
    }
    const loss = network.lossAndGradient(gradientOf(network), batch);
    const uniform = Math.log(CLASSES) + 2 * Math.log(DIGIT_COUNT);
    assert.ok(Math.abs(loss - uniform) < 1e-5, String(loss));
  });
});

Deno.test("lossAndGradient() tells mean and variance of what is normalised", async () => {
  await withNetwork((network) => {
    const { layout } = network;
    const batch = drawBatch(20);
    const parameters = initialParameters(layout, 2);
    const gradient = gradientOf(network);
    network.load(parameters);
    network.lossAndGradient(gradient, batch);
    const expected = tf.tidy(() => {
      const slot = slotNamed(layout.parameters, "conv1.kernel");
      const y = tf.maxPool(
        tf.conv2d(
          tf.tensor4d(batch.images, [batch.count, SIDE, SIDE, 1]),
          tf.tensor4d(view(parameters, slot), [3, 3, 1, 4]),
          2,
          "same",
        ),
        2,
        2,
        "valid",
      );
      const { mean, variance } = tf.moments(y, [0, 1, 2]);
      return [...mean.dataSync(), ...variance.dataSync()];
    });
    assertClose(gradient.statistics, expected, 1e-5, "mean and variance");
  });
});

Deno.test("lossAndGradient() gives dropped features no gradient", async () => {
  await withNetwork((network) => {
    const batch = drawBatch(10);
    const dropped = 7;
    for (let i = dropped; i < batch.mask.length; i += FEATURES) {
      batch.mask[i] = 0;
    }
    network.load(initialParameters(network.layout, 3));
    const gradient = gradientOf(network);
    network.lossAndGradient(gradient, batch);
    const slot = slotNamed(network.layout.parameters, "dense1.kernel");
    const rows = view(gradient.parameters, slot);
    const row = rows.subarray(dropped * OUTPUTS, (dropped + 1) * OUTPUTS);
    assert.ok(row.every((value) => value === 0));
    assert.ok(rows.some((value) => value !== 0));
  });
});

Deno.test("lossAndGradient() keeps no tensors", async () => {
  await withNetwork((network) => {
    const batch = drawBatch(4);
    network.load(initialParameters(network.layout, 1));
    network.lossAndGradient(gradientOf(network), batch);
    const before = tf.memory().numTensors;
    for (let i = 0; i < 3; i++) {
      network.load(initialParameters(network.layout, i));
      network.lossAndGradient(gradientOf(network), batch);
    }
    assert.equal(tf.memory().numTensors, before);
  });
});

Deno.test("TrainableNetwork refuses a normalisation without relu after it", async () => {
  const layers = SMALL.layers.filter((_, i) => i !== 3);
  await withNetwork((network) => {
    assert.throws(
      () => network.lossAndGradient(gradientOf(network), drawBatch(2)),
      { name: "TypeError", message: /expected relu after norm1/ },
    );
  }, { ...SMALL, layers });
});

Deno.test("initialParameters() are within 1 / sqrt(fan-in), scales 1, the rest 0, and repeatable", async () => {
  await withNetwork(({ layout }) => {
    const parameters = initialParameters(layout, 5);
    assert.deepEqual(initialParameters(layout, 5), parameters);
    assert.notDeepEqual(initialParameters(layout, 6), parameters);
    for (const slot of layout.parameters) {
      const values = view(parameters, slot);
      if (slot.name.endsWith(".kernel")) {
        const bound = 1 / Math.sqrt(slot.length / slot.shape.at(-1)!);
        assert.ok(values.every((value) => Math.abs(value) <= bound), slot.name);
        assert.ok(values.some((value) => Math.abs(value) > bound / 2));
      } else {
        const expected = slot.name.endsWith(".scale") ? 1 : 0;
        assert.ok(values.every((value) => value === expected), slot.name);
      }
    }
    assert.deepEqual([...initialStatistics(layout)], [0, 0, 0, 0, 1, 1, 1, 1]);
  });
});
