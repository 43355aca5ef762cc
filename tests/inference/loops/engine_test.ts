import assert from "node:assert/strict";
import { OUTPUTS } from "../../../src/inference/classes.ts";
import { createLoopsEngine } from "../../../src/inference/loops/engine.ts";
import {
  DIGITS,
  elements,
  fold,
  type Layer,
  type Network,
  NetworkError,
} from "../../../src/inference/network.ts";
import { createReferenceEngine } from "../../../src/inference/loops/reference.ts";
import { Random } from "../../../train/random.ts";
import { assertClose } from "../assert_close.ts";
import {
  between,
  describe,
  randomNetwork,
  randomTensors,
  randomValues,
  referenceAnswer,
} from "../random_network.ts";

const NETWORKS = 300;
/** Of the largest activation; Winograd adds in another order, layer after layer. */
const TOLERANCE = 5e-6;

function run(
  network: Network,
  tensors: ReadonlyMap<string, Float32Array>,
  input: Float32Array,
): Float32Array {
  const engine = createLoopsEngine({ network, tensors });
  const logits = new Float32Array(engine.outputLength);
  engine.forward(input, logits);
  return logits;
}

function check(network: Network, random: Random, what: string): void {
  const tensors = randomTensors(random, network);
  const input = randomValues(random, elements(network.input));
  const { logits, scale } = referenceAnswer(network, tensors, input);
  assertClose(
    run(network, tensors, input),
    logits,
    TOLERANCE,
    `${what}: ${describe(network)}`,
    scale,
  );
}

Deno.test(`createLoopsEngine() agrees with the reference on ${NETWORKS} random networks`, () => {
  for (let seed = 0; seed < NETWORKS; seed++) {
    const random = new Random(seed, 3);
    check(randomNetwork(random), random, `seed ${seed}`);
  }
});

Deno.test("the random networks hold every kind of layer, kernel, stride and pooling", () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < NETWORKS; seed++) {
    describe(randomNetwork(new Random(seed, 3))).split(", ").slice(1)
      .forEach((layer) => seen.add(layer.replace(/ to \d+| \d+$/, "")));
  }
  const kinds = ["relu", "flatten", "dense"]
    .concat(["2/2", "3/2", "3/3", "2/1"].map((pool) => `pool ${pool}`))
    .concat(
      [1, 3, 5, 7].flatMap((size) =>
        [1, 2, 3].flatMap((stride) =>
          ["same", "valid"].map((padding) =>
            `${padding} conv ${size}/${stride}`
          )
        )
      ),
    );
  assert.deepEqual(kinds.filter((kind) => !seen.has(kind)), []);
});

Deno.test("createLoopsEngine() runs the shipped layer table as the reference does", () => {
  for (let seed = 0; seed < 5; seed++) {
    check(fold(DIGITS), new Random(seed, 4), `seed ${seed}`);
  }
});

const flatten: Layer = { kind: "flatten" };
const relu: Layer = { kind: "relu" };
const conv: Layer = {
  kind: "conv2d",
  name: "conv1",
  size: 3,
  stride: 1,
  padding: "same",
  filters: 4,
  bias: true,
};
const dense: Layer = { kind: "dense", name: "dense1", units: 3 };
const pool: Layer = { kind: "max_pool", size: 2, stride: 2 };

Deno.test("createLoopsEngine() agrees with the reference on tables in unusual order", () => {
  const tables: Record<string, readonly Layer[]> = {
    "only relu": [relu],
    "only flatten": [flatten],
    "relu twice": [conv, relu, relu, flatten, dense],
    "pooling twice": [conv, pool, pool, relu],
    "flatten before relu": [conv, flatten, relu, dense],
    "flatten twice": [conv, flatten, flatten, dense],
    "convolution of a flat input": [flatten, conv, relu],
    "convolution of a flattened convolution": [
      conv,
      flatten,
      relu,
      { ...conv, name: "conv2" },
    ],
    "pooling of a flattened convolution": [
      conv,
      flatten,
      { kind: "max_pool", size: 1, stride: 1 },
    ],
    "convolution of a dense layer": [flatten, dense, relu, conv],
  };
  for (const [name, layers] of Object.entries(tables)) {
    const input = { height: 6, width: 5, channels: 8 };
    check({ input, layers }, new Random(1, 5), name);
  }
});

Deno.test("forward() answers the same each time, whatever it read before", () => {
  for (let seed = 0; seed < 40; seed++) {
    const random = new Random(seed, 6);
    const network = randomNetwork(random);
    const tensors = randomTensors(random, network);
    const engine = createLoopsEngine({ network, tensors });
    const images = Array.from(
      { length: 3 },
      () => randomValues(random, engine.inputLength),
    );
    const read = (image: Float32Array) => {
      const logits = new Float32Array(engine.outputLength);
      engine.forward(image, logits);
      return logits;
    };
    const first = images.map(read);
    const what = `seed ${seed}: ${describe(network)}`;
    assert.deepEqual(images.map(read), first, what);
    assert.deepEqual(images.toReversed().map(read).reverse(), first, what);
    assert.deepEqual(run(network, tensors, images[2]!), first[2], what);
  }
});

Deno.test("forward() leaves the input and the weights as they are", () => {
  const random = new Random(1, 7);
  const network = fold(DIGITS);
  const tensors = randomTensors(random, network);
  const before = structuredClone(tensors);
  const input = randomValues(random, elements(network.input));
  const copy = input.slice();
  run(network, tensors, input);
  assert.deepEqual(input, copy);
  assert.deepEqual(tensors, before);
});

Deno.test("a pixel that is not a number never gives an answer: loops and reference agree where it spreads", () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = new Random(seed, 9);
    const network = randomNetwork(random);
    const tensors = randomTensors(random, network);
    const input = randomValues(random, elements(network.input));
    input[between(random, 0, input.length - 1)] = NaN;
    const { logits } = referenceAnswer(network, tensors, input);
    assert.deepEqual(
      Array.from(run(network, tensors, input), Number.isNaN),
      Array.from(logits, Number.isNaN),
      `seed ${seed}: ${describe(network)}`,
    );
  }
});

Deno.test("one pixel that is not a number, anywhere in a digit, makes every logit NaN", () => {
  const network = fold(DIGITS);
  const tensors = randomTensors(new Random(1, 10), network);
  const engines = [createLoopsEngine, createReferenceEngine]
    .map((create) => create({ network, tensors }));
  const logits = new Float32Array(OUTPUTS);
  // The network never looks at what pooling drops; every other pixel counts.
  const pixels = [0, 27, 28, 14 * 28 + 14, 27 * 28, 28 * 28 - 1];
  for (const pixel of pixels) {
    for (const engine of engines) {
      const input = new Float32Array(engine.inputLength);
      input[pixel] = NaN;
      engine.forward(input, logits);
      assert.ok(logits.every(Number.isNaN), `pixel ${pixel}: ${logits}`);
    }
  }
});

for (const create of [createLoopsEngine, createReferenceEngine]) {
  const network: Network = {
    input: { height: 5, width: 4, channels: 2 },
    layers: [conv, relu, flatten, dense],
  };
  const tensors = randomTensors(new Random(1), network);

  Deno.test(`${create.name}() tells its lengths and refuses others, naming both`, () => {
    const engine = create({ network, tensors });
    assert.equal(engine.inputLength, 40);
    assert.equal(engine.outputLength, 3);
    assert.throws(
      () => engine.forward(new Float32Array(39), new Float32Array(3)),
      { name: "RangeError", message: /expected 40 inputs, found 39/ },
    );
    assert.throws(
      () => engine.forward(new Float32Array(40), new Float32Array(4)),
      { name: "RangeError", message: /room for 3 logits, found 4/ },
    );
  });

  Deno.test(`${create.name}() refuses weights that lack a tensor, naming it`, () => {
    for (const name of tensors.keys()) {
      const lacking = new Map(tensors);
      lacking.delete(name);
      assert.throws(
        () => create({ network, tensors: lacking }),
        (error) =>
          error instanceof NetworkError && error.message.startsWith(name),
      );
    }
  });

  Deno.test(`${create.name}() refuses batch normalisation that was not folded`, () => {
    assert.throws(
      () =>
        create({
          network: DIGITS,
          tensors: randomTensors(new Random(1), DIGITS),
        }),
      { name: "NetworkError", message: /must be folded/ },
    );
  });
}

Deno.test("createReferenceEngine() shows what every layer computed", () => {
  const network: Network = {
    input: { height: 2, width: 2, channels: 1 },
    layers: [
      { ...conv, size: 1, filters: 1 },
      relu,
      { kind: "max_pool", size: 2, stride: 2 },
    ],
  };
  const tensors = new Map([
    ["conv1.kernel", Float32Array.of(2)],
    ["conv1.bias", Float32Array.of(-3)],
  ]);
  const engine = createReferenceEngine({ network, tensors });
  engine.forward(Float32Array.of(1, 2, 0, 4), new Float32Array(1));
  assert.deepEqual(engine.activations.map((values) => [...values]), [
    [-1, 1, -3, 5],
    [0, 1, 0, 5],
    [5],
  ]);
});
