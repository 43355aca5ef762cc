import assert from "node:assert/strict";
import { chooseEngine } from "../../src/inference/choose.ts";
import {
  channelPeaks,
  createTracer,
} from "../../src/inference/feature_maps.ts";
import { maxPool } from "../../src/inference/loops/max_pool.ts";
import { createReferenceEngine } from "../../src/inference/loops/reference.ts";
import { parseModel } from "../../src/inference/model.ts";
import { elements } from "../../src/inference/network.ts";
import { Random } from "../../train/random.ts";
import { mnistImages } from "../imaging/mnist.ts";
import { assertClose } from "./assert_close.ts";
import {
  describe,
  randomNetwork,
  randomTensors,
  randomValues,
} from "./random_network.ts";

const WEIGHTS = new URL("../../weights/digits.safetensors", import.meta.url);
const model = parseModel(Deno.readFileSync(WEIGHTS));
const { engine } = chooseEngine(model, "auto");
const trace = createTracer(model);
const TOLERANCE = 1e-4;
const IMAGES = 200;

function engineLogits(input: Float32Array): Float32Array {
  const logits = new Float32Array(engine.outputLength);
  engine.forward(input, logits);
  return logits;
}

function assertTraced(input: Float32Array, what: string): void {
  assertClose(trace(input).logits, engineLogits(input), TOLERANCE, what, 1);
}

Deno.test(`a trace ends in the engine's logits on ${IMAGES} random images`, () => {
  for (let seed = 0; seed < IMAGES; seed++) {
    const random = new Random(seed, 20);
    const input = Float32Array.from(
      { length: engine.inputLength },
      () => random.uniform(),
    );
    assertTraced(input, `seed ${seed}`);
  }
});

const digits = mnistImages();

Deno.test({
  name: `a trace ends in the engine's logits on ${IMAGES} digits of MNIST`,
  ignore: digits === null,
  fn() {
    for (const [i, bytes] of digits!.slice(0, IMAGES).entries()) {
      assertTraced(
        Float32Array.from(bytes, (byte) => byte / 255),
        `image ${i}`,
      );
    }
  },
});

Deno.test("a trace shows every convolution of the shipped network before pooling", () => {
  const { features } = trace(new Float32Array(engine.inputLength));
  assert.deepEqual(
    features.map(({ name, shape: { height, width, channels } }) => [
      name,
      height,
      width,
      channels,
    ]),
    [
      ["conv1", 26, 26, 24],
      ["conv2", 11, 11, 56],
      ["conv3", 5, 5, 40],
      ["conv4", 5, 5, 40],
      ["conv5", 3, 3, 72],
    ],
  );
});

Deno.test("the largest values of the first feature maps are what the second layer is given", () => {
  const input = randomValues(new Random(1, 21), engine.inputLength)
    .map(Math.abs);
  const reference = createReferenceEngine(model);
  reference.forward(input, new Float32Array(engine.outputLength));
  const { shape, values } = trace(input).features[0]!;
  const second = model.network.layers.findIndex((layer) =>
    layer.kind === "conv2d" && layer.name === "conv2"
  );
  const given = reference.activations[second - 1]!;
  const pooled = new Float32Array(given.length);
  const [outHeight, outWidth] = [shape.height / 2, shape.width / 2];
  maxPool(pooled, values, {
    ...shape,
    size: 2,
    stride: 2,
    outHeight,
    outWidth,
  });
  assert.deepEqual(pooled, given);
});

Deno.test("a trace of any network has its logits, and maps of the sizes it names", () => {
  for (let seed = 0; seed < 100; seed++) {
    const random = new Random(seed, 22);
    const network = randomNetwork(random);
    const weights = { network, tensors: randomTensors(random, network) };
    const input = randomValues(random, elements(network.input));
    const { logits, features } = createTracer(weights)(input);
    const reference = createReferenceEngine(weights);
    const expected = new Float32Array(reference.outputLength);
    reference.forward(input, expected);
    const what = `seed ${seed}: ${describe(network)}`;
    assert.deepEqual(logits, expected, what);
    for (const { shape, values } of features) {
      assert.equal(values.length, elements(shape), what);
    }
  }
});

Deno.test("a trace stays as it is when the next is made", () => {
  const first = trace(new Float32Array(engine.inputLength).fill(0.5));
  const before = structuredClone(first);
  trace(new Float32Array(engine.inputLength).fill(1));
  assert.deepEqual(first, before);
});

Deno.test("channelPeaks() finds the largest value of each channel, and 0 where none is above", () => {
  const shape = { height: 1, width: 3, channels: 2 };
  const values = Float32Array.of(1, -1, 5, -2, 3, -3);
  assert.deepEqual(channelPeaks({ name: "conv1", shape, values }), [5, 0]);
});
