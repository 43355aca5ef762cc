import assert from "node:assert/strict";
import { OUTPUTS } from "../../../src/inference/classes.ts";
import { createLoopsEngine } from "../../../src/inference/loops/engine.ts";
import {
  DIGITS,
  elements,
  fold,
  type Layer,
  type Network,
} from "../../../src/inference/network.ts";
import {
  createSimdEngine,
  hasRelaxedMadd,
} from "../../../src/inference/simd/engine.ts";
import { UnsupportedLayerError } from "../../../src/inference/simd/pass.ts";
import { Random } from "../../../train/random.ts";
import { assertClose } from "../assert_close.ts";
import {
  describe,
  randomNetwork,
  randomTensors,
  randomValues,
  referenceAnswer,
} from "../random_network.ts";

const NETWORKS = 400;
/** Of the largest activation: F(5x5,3x3) loses about one digit more than F(2x2,3x3). */
const TOLERANCE = 5e-5;

/** Runs one random input through the emitted code; false where the emitters cannot do the network. */
function check(
  network: Network,
  random: Random,
  relaxed: boolean,
  what: string,
): boolean {
  const tensors = randomTensors(random, network);
  const input = randomValues(random, elements(network.input));
  const { logits: expected, scale } = referenceAnswer(network, tensors, input);
  let engine;
  try {
    engine = createSimdEngine({ network, tensors }, { relaxed });
  } catch (error) {
    if (error instanceof UnsupportedLayerError) return false;
    throw error;
  }
  const found = new Float32Array(engine.outputLength);
  // The second call meets what the first has left in memory.
  for (let call = 0; call < 2; call++) {
    engine.forward(input, found);
    assertClose(
      found,
      expected,
      TOLERANCE,
      `${what}, call ${call}: ${describe(network)}`,
      scale,
    );
  }
  return true;
}

for (const relaxed of [false, true]) {
  Deno.test({
    name:
      `createSimdEngine() agrees with the reference on ${NETWORKS} random networks, ` +
      (relaxed
        ? "with relaxed_madd"
        : "with separate multiplication and addition"),
    ignore: relaxed && !hasRelaxedMadd(),
    fn: () => {
      let done = 0;
      for (let seed = 0; seed < NETWORKS; seed++) {
        const random = new Random(seed, 5);
        if (check(randomNetwork(random), random, relaxed, `seed ${seed}`)) {
          done++;
        }
      }
      // The rest flatten before a convolution or a pooling, or have no layers at all.
      assert.ok(done > 0.9 * NETWORKS, `${done} of ${NETWORKS}`);
    },
  });
}

Deno.test("createSimdEngine() agrees with the reference on wide 3x3 convolutions of every size", () => {
  for (let seed = 0; seed < 60; seed++) {
    const random = new Random(seed, 6);
    const sides = () => 3 + Math.floor(random.uniform() * 16);
    const conv = (name: string): Layer => ({
      kind: "conv2d",
      name,
      size: 3,
      stride: 1,
      padding: random.uniform() < 0.5 ? "same" : "valid",
      filters: 1 + Math.floor(random.uniform() * 40),
      bias: true,
    });
    const network: Network = {
      input: {
        height: sides(),
        width: sides(),
        channels: 8 + Math.floor(random.uniform() * 25),
      },
      layers: random.uniform() < 0.5
        ? [conv("conv1"), { kind: "relu" }]
        : [conv("conv1"), { kind: "max_pool", size: 1, stride: 1 }],
    };
    assert.ok(check(network, random, hasRelaxedMadd(), `seed ${seed}`));
  }
});

Deno.test("createSimdEngine() runs the shipped layer table as the reference does", () => {
  for (let seed = 0; seed < 5; seed++) {
    assert.ok(
      check(
        fold(DIGITS),
        new Random(seed, 4),
        hasRelaxedMadd(),
        `seed ${seed}`,
      ),
    );
  }
});

Deno.test("createSimdEngine() names the layer that it has no code for", () => {
  const network: Network = {
    input: { height: 4, width: 4, channels: 2 },
    layers: [{ kind: "flatten" }, { kind: "max_pool", size: 1, stride: 1 }],
  };
  assert.throws(
    () => createSimdEngine({ network, tensors: new Map() }),
    new UnsupportedLayerError("max_pool after flatten"),
  );
});

/** Both engines on the shipped table with random weights. */
function bothEngines() {
  const network = fold(DIGITS);
  const tensors = randomTensors(new Random(1, 7), network);
  return [
    createLoopsEngine({ network, tensors }),
    createSimdEngine({ network, tensors }),
  ];
}

Deno.test("an input that is not finite, anywhere, makes every logit NaN in every engine", () => {
  for (const engine of bothEngines()) {
    const logits = new Float32Array(OUTPUTS);
    for (let pixel = 0; pixel < 784; pixel += 13) {
      for (const value of [NaN, Infinity, -Infinity]) {
        const input = new Float32Array(784);
        input[pixel] = value;
        engine.forward(input, logits);
        assert.ok(
          logits.every(Number.isNaN),
          `${engine.name}, pixel ${pixel}: ${logits}`,
        );
      }
    }
    engine.forward(new Float32Array(784), logits);
    assert.ok(logits.every(Number.isFinite), `${engine.name} recovers`);
  }
});

Deno.test("every engine names both lengths when one is wrong", () => {
  for (const engine of bothEngines()) {
    assert.throws(
      () => engine.forward(new Float32Array(783), new Float32Array(OUTPUTS)),
      new RangeError("Cannot run the network: expected 784 inputs, found 783"),
    );
    assert.throws(
      () => engine.forward(new Float32Array(784), new Float32Array(9)),
      new RangeError(
        "Cannot run the network: expected room for 32 logits, found 9",
      ),
    );
  }
});
