import assert from "node:assert/strict";
import { OUTPUTS } from "../../src/inference/classes.ts";
import {
  type Conv2d,
  DIGITS,
  elements,
  fold,
  type Layer,
  multiplyAdds,
  type Network,
  NetworkError,
  outputLength,
  padBefore,
  type Padding,
  parameterCount,
  place,
  tensorSpecs,
  volume,
} from "../../src/inference/network.ts";
import { Random } from "../../train/random.ts";
import { describe, randomNetwork } from "./random_network.ts";

const conv: Conv2d = {
  kind: "conv2d",
  name: "conv1",
  size: 3,
  stride: 1,
  padding: "same",
  filters: 4,
  bias: true,
};

function side(length: number, layer: Layer): number {
  const input = { height: length, width: length, channels: 1 };
  const { output } = place({ input, layers: [layer] })[0]!;
  assert.equal(output.height, output.width);
  return output.height;
}

function assertRefused(
  layers: readonly Layer[],
  message: RegExp,
  input = { height: 4, width: 5, channels: 2 },
): void {
  assert.throws(() => place({ input, layers }), (error) => {
    assert.ok(error instanceof NetworkError, String(error));
    assert.match(error.message, message);
    return true;
  });
}

Deno.test("place() pads as TensorFlow does, at odd and even sizes and strides", () => {
  // [length, size, stride, padding, output length, zeros before]
  const table: [number, number, number, Padding, number, number][] = [
    [28, 3, 1, "same", 28, 1],
    [28, 3, 2, "same", 14, 0], // one zero, and it goes behind
    [27, 3, 2, "same", 14, 1],
    [28, 5, 2, "same", 14, 1], // three zeros: one before, two behind
    [27, 5, 2, "same", 14, 2],
    [28, 7, 3, "same", 10, 3],
    [5, 1, 2, "same", 3, 0],
    [6, 1, 3, "same", 2, 0], // nothing to pad where the stride passes over the end
    [1, 7, 1, "same", 1, 3],
    [28, 3, 1, "valid", 26, 0],
    [28, 3, 2, "valid", 13, 0],
    [27, 3, 2, "valid", 13, 0],
    [28, 5, 3, "valid", 8, 0],
    [7, 7, 1, "valid", 1, 0],
    [7, 7, 9, "valid", 1, 0],
  ];
  for (const [length, size, stride, padding, output, before] of table) {
    const layer = { ...conv, size, stride, padding };
    const what = `${length}, ${padding} ${size}/${stride}`;
    assert.equal(side(length, layer), output, what);
    assert.equal(padBefore(length, layer), before, what);
  }
});

Deno.test("place() counts the windows that a sliding one finds, at every length, size and stride", () => {
  for (let length = 1; length <= 13; length++) {
    for (const size of [1, 3, 5, 7]) {
      for (const stride of [1, 2, 3, 4]) {
        let valid = 0;
        for (let at = 0; at + size <= length; at += stride) valid++;
        let same = 0;
        for (let at = 0; at < length; at += stride) same++;
        const layer = { ...conv, size, stride };
        const what = `${length}, ${size}/${stride}`;
        assert.equal(side(length, layer), same, `same ${what}`);
        const before = padBefore(length, layer);
        const total = Math.max(0, (same - 1) * stride + size - length);
        assert.equal(before, Math.floor(total / 2), `before ${what}`);
        if (valid === 0) continue;
        const strict: Layer[] = [
          { ...layer, padding: "valid" },
          { kind: "max_pool", size, stride },
        ];
        for (const layer of strict) {
          assert.equal(side(length, layer), valid, `valid ${what}`);
        }
      }
    }
  }
});

Deno.test("place() hands each layer's output to the next and keeps both sides apart", () => {
  const placed = place({
    input: { height: 9, width: 6, channels: 2 },
    layers: [
      { ...conv, padding: "valid" },
      { kind: "relu" },
      { kind: "max_pool", size: 3, stride: 2 },
      { kind: "flatten" },
      { kind: "dense", name: "dense1", units: 7 },
    ],
  });
  assert.deepEqual(placed.map(({ output }) => Object.values(output)), [
    [7, 4, 4],
    [7, 4, 4],
    [3, 1, 4],
    [1, 1, 12],
    [1, 1, 7],
  ]);
  placed.slice(1).forEach(({ input }, i) =>
    assert.deepEqual(input, placed[i]!.output)
  );
});

Deno.test("place() refuses layers that cannot be, naming them", () => {
  assertRefused([{ ...conv, size: 2 }], /^conv1: expected an odd kernel.* 2$/);
  assertRefused(
    [{ ...conv, size: 7, padding: "valid" }],
    /^conv1: a 7x7 window does not fit into 4x5x2$/,
  );
  assertRefused(
    [{ kind: "max_pool", size: 5, stride: 1 }],
    /^max_pool: a 5x5 window does not fit into 4x5x2$/,
  );
  assertRefused(
    [{ kind: "dense", name: "dense1", units: 3 }],
    /^dense1: expected a flat input, found 4x5x2; put flatten/,
  );
  assertRefused([conv, { ...conv, name: "conv2", size: 4 }], /^conv2: /);
});

Deno.test("place() refuses sizes that are no whole numbers above 0", () => {
  for (const wrong of [0, -1, 1.5, NaN, Infinity]) {
    const refuse = (layer: Layer, what: string) =>
      assertRefused(
        [{ kind: "flatten" }, layer],
        new RegExp(`^${what}: expected a whole number above 0, found ${wrong}`),
      );
    refuse({ ...conv, size: wrong }, "conv1: size");
    refuse({ ...conv, stride: wrong }, "conv1: stride");
    refuse({ ...conv, filters: wrong }, "conv1: filters");
    refuse({ kind: "max_pool", size: wrong, stride: 1 }, "max_pool: size");
    refuse({ kind: "max_pool", size: 1, stride: wrong }, "max_pool: stride");
    refuse({ kind: "dense", name: "dense1", units: wrong }, "dense1: units");
  }
});

Deno.test("tensorSpecs() lists kernels, biases and scales in the order of the layers", () => {
  const network: Network = {
    input: { height: 5, width: 5, channels: 2 },
    layers: [
      { ...conv, bias: false },
      { kind: "batch_norm", name: "norm1" },
      { ...conv, name: "conv2", size: 1, filters: 3 },
      { kind: "flatten" },
      { kind: "dense", name: "dense1", units: 6 },
    ],
  };
  assert.deepEqual(tensorSpecs(network), [
    { name: "conv1.kernel", shape: [3, 3, 2, 4] },
    { name: "norm1.scale", shape: [4] },
    { name: "norm1.offset", shape: [4] },
    { name: "conv2.kernel", shape: [1, 1, 4, 3] },
    { name: "conv2.bias", shape: [3] },
    { name: "dense1.kernel", shape: [75, 6] },
    { name: "dense1.bias", shape: [6] },
  ]);
});

Deno.test("DIGITS reads 28x28 pictures, answers ten digits and no digit and stays within 3.5 million multiply-adds", () => {
  assert.equal(elements(DIGITS.input), 784);
  assert.equal(outputLength(DIGITS), OUTPUTS);
  assert.ok(multiplyAdds(DIGITS) <= 3_500_000);
  const names = tensorSpecs(DIGITS).map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});

Deno.test("DIGITS has as many parameters and multiply-adds as its description says", () => {
  const folded = fold(DIGITS);
  assert.equal(parameterCount(folded), 93_792);
  assert.equal((multiplyAdds(folded) / 1e6).toFixed(2), "2.73");
});

Deno.test("multiplyAdds() and parameterCount() of a network small enough to count by hand", () => {
  const network: Network = {
    input: { height: 4, width: 4, channels: 2 },
    layers: [
      { ...conv, filters: 3, padding: "valid" }, // 2x2x3 outputs of 3x3x2
      { kind: "relu" },
      { kind: "flatten" },
      { kind: "dense", name: "dense1", units: 5 }, // 12 x 5
    ],
  };
  assert.equal(multiplyAdds(network), 2 * 2 * 3 * 18 + 60);
  assert.equal(parameterCount(network), 3 * 18 + 3 + 60 + 5);
});

Deno.test("fold() drops batch normalisation and nothing else, and gives every convolution a bias", () => {
  const folded = fold(DIGITS);
  assert.ok(folded.layers.every(({ kind }) => kind !== "batch_norm"));
  assert.ok(
    folded.layers.every((layer) => layer.kind !== "conv2d" || layer.bias),
  );
  const kinds = (network: Network) =>
    network.layers.map(({ kind }) => kind).filter((kind) =>
      kind !== "batch_norm"
    );
  assert.deepEqual(kinds(folded), kinds(DIGITS));
  assert.deepEqual(fold(folded), folded);
  assert.equal(multiplyAdds(folded), multiplyAdds(DIGITS));
});

Deno.test("outputLength() and parameterCount() add up what place() says, on 100 random networks", () => {
  for (let seed = 0; seed < 100; seed++) {
    const network = randomNetwork(new Random(seed));
    const placed = place(network);
    const what = `seed ${seed}: ${describe(network)}`;
    assert.equal(
      parameterCount(network),
      placed.flatMap(({ tensors }) => tensors)
        .reduce((sum, { shape }) => sum + volume(shape), 0),
      what,
    );
    const last = placed.at(-1)?.output ?? network.input;
    assert.equal(outputLength(network), elements(last), what);
  }
});
