import assert from "node:assert/strict";
import {
  parseWeights,
  serializeWeights,
  type Tensor,
  type Weights,
  WeightsError,
} from "../../src/inference/weights.ts";
import { Random } from "../../train/random.ts";
import { between } from "./random_network.ts";

/** A file put together by hand from the format's description. */
function file(header: unknown, data: Uint8Array = new Uint8Array()) {
  const json = typeof header === "string" ? header : JSON.stringify(header);
  const text = new TextEncoder().encode(json);
  const length = new Uint8Array(8);
  for (let i = 0; i < 8; i++) length[i] = (text.length / 256 ** i) & 255;
  return Uint8Array.of(...length, ...text, ...data);
}

function entry(shape: unknown, begin: unknown, end: unknown, dtype = "F32") {
  return { dtype, shape, data_offsets: [begin, end] };
}

function assertRefused(bytes: Uint8Array, message: RegExp): void {
  assert.throws(() => parseWeights(bytes), (error) => {
    assert.ok(error instanceof WeightsError, String(error));
    assert.match(error.message, message);
    return true;
  });
}

function randomWeights(random: Random): Weights {
  const tensors = new Map<string, Tensor>();
  for (let i = between(random, 0, 5); i > 0; i--) {
    const shape = Array.from(
      { length: between(random, 0, 4) },
      () => between(random, 1, 5),
    );
    const length = shape.reduce((a, b) => a * b, 1);
    const data = Float32Array.from({ length }, () => random.normal());
    tensors.set(`layer${i}.kernel`, { shape, data });
  }
  return { metadata: { seed: "1", text: 'é "quoted"\n' }, tensors };
}

Deno.test("parseWeights() reads a file put together by hand from the format's description", () => {
  // 1 is 3f800000, -2 is c0000000, 0.15625 is 3e200000, little-endian; the second array comes first.
  const data = [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0, 0, 0, 0x20, 0x3e];
  const { metadata, tensors } = parseWeights(file(
    '{"b":{"dtype":"F32","shape":[2,1],"data_offsets":[4,12]},' +
      '"__metadata__":{"made":"by hand"},' +
      '"a":{"data_offsets":[0,4],"shape":[],"dtype":"F32"}}   ',
    Uint8Array.from(data),
  ));
  assert.deepEqual(metadata, { made: "by hand" });
  assert.deepEqual(
    tensors,
    new Map([
      ["b", { shape: [2, 1], data: Float32Array.of(-2, 0.15625) }],
      ["a", { shape: [], data: Float32Array.of(1) }],
    ]),
  );
});

Deno.test("parseWeights() reads a file without metadata, and one without tensors", () => {
  assert.deepEqual(parseWeights(file({})), {
    metadata: {},
    tensors: new Map(),
  });
});

Deno.test("parseWeights() reads empty tensors wherever the header names them", () => {
  const data = Uint8Array.of(0, 0, 0x80, 0x3f);
  const a = entry([1], 0, 4);
  for (const place of [0, 4]) {
    const empty = entry([0, 3], place, place);
    for (const header of [{ a, empty }, { empty, a }]) {
      const { tensors } = parseWeights(file(header, data));
      assert.deepEqual(tensors.get("empty")?.data, new Float32Array());
      assert.deepEqual(tensors.get("a")?.data, Float32Array.of(1));
    }
  }
});

Deno.test("parseWeights() reads a file that lies anywhere in a larger buffer", () => {
  const bytes = serializeWeights(randomWeights(new Random(3)));
  const larger = new Uint8Array(bytes.length + 8).fill(255);
  larger.set(bytes, 3);
  assert.deepEqual(
    parseWeights(larger.subarray(3, 3 + bytes.length)),
    parseWeights(bytes),
  );
});

Deno.test("serializeWeights() keeps every bit of 200 random files", () => {
  for (let seed = 0; seed < 200; seed++) {
    const weights = randomWeights(new Random(seed));
    const bytes = serializeWeights(weights);
    const read = parseWeights(bytes);
    assert.deepEqual(read, weights, `seed ${seed}`);
    assert.deepEqual(serializeWeights(read), bytes, `seed ${seed}`);
  }
});

Deno.test("serializeWeights() keeps negative zero and the smallest and largest numbers", () => {
  const data = Float32Array.of(-0, 1.4e-45, -1.17e-38, 3.4028234e38);
  const tensors = new Map([["a", { shape: [4], data }]]);
  const read = parseWeights(serializeWeights({ metadata: {}, tensors }));
  assert.deepEqual(read.tensors.get("a")?.data, data);
});

Deno.test("serializeWeights() gives equal bytes for equal weights, with the data aligned to 8", () => {
  for (let seed = 0; seed < 50; seed++) {
    const bytes = serializeWeights(randomWeights(new Random(seed)));
    assert.deepEqual(serializeWeights(randomWeights(new Random(seed))), bytes);
    assert.equal(bytes[0]! % 8, 0, `seed ${seed}: header length`);
  }
});

Deno.test("serializeWeights() refuses a shape that does not hold its data", () => {
  const data = new Float32Array(5);
  const tensors = new Map([["conv1.kernel", { shape: [2, 3], data }]]);
  assert.throws(() => serializeWeights({ metadata: {}, tensors }), {
    name: "WeightsError",
    message: "conv1.kernel: shape [2,3] holds 6 values, found 5",
  });
});

Deno.test("parseWeights() refuses a file too short for its header", () => {
  for (let length = 0; length < 8; length++) {
    assertRefused(
      new Uint8Array(length),
      new RegExp(`^expected at least 8 bytes, found ${length}$`),
    );
  }
  const bytes = file({ a: entry([1], 0, 4) }, new Uint8Array(4));
  assertRefused(
    bytes.subarray(0, 20),
    /^header: expected \d+ bytes, found 12; the file is cut short$/,
  );
});

Deno.test("parseWeights() refuses a huge header length instead of reserving it", () => {
  const message = /^header length: expected at most 1000000, found \d+/;
  assertRefused(new Uint8Array(16).fill(255), message);
  assertRefused(Uint8Array.of(0x41, 0x42, 0x0f, 0, 0, 0, 0, 0), message);
  assertRefused(
    new TextEncoder().encode("<!DOCTYPE html><html></html>"),
    /not a safetensors file$/,
  );
});

Deno.test("parseWeights() refuses a header that is no JSON object", () => {
  assertRefused(file("{"), /^header: expected JSON, found "\{"$/);
  assertRefused(file(""), /^header: expected JSON, found ""$/);
  for (const header of ["[]", "3", "null", '"text"']) {
    assertRefused(file(header), /^header: expected a JSON object$/);
  }
});

Deno.test("parseWeights() refuses metadata that is not text", () => {
  for (const value of [null, [], 3, "text"]) {
    assertRefused(
      file({ __metadata__: value }),
      /^__metadata__: expected an object$/,
    );
  }
  assertRefused(
    file({ __metadata__: { epochs: 30 } }),
    /^__metadata__\.epochs: expected text, found 30$/,
  );
});

Deno.test("parseWeights() names the tensor whose entry is wrong, what it expected and what it found", () => {
  const refused: [unknown, RegExp][] = [
    [7, /^a: expected an object in the header$/],
    [entry([1], 0, 4, "F16"), /^a: expected dtype F32, found "F16"$/],
    [{ ...entry([1], 0, 4), dtype: undefined }, /^a: .* F32, found undefined$/],
    [entry("1", 0, 4), /^a: expected a shape, found "1"$/],
    [entry([-1], 0, 4), /^a: expected a shape, found \[-1\]$/],
    [entry([1.5], 0, 6), /^a: expected a shape, found \[1.5\]$/],
    [entry([1], 0, "4"), /^a: expected data_offsets .*, found \[0,"4"\]$/],
    [entry([1], -4, 0), /^a: expected data_offsets .*, found \[-4,0\]$/],
    [{ dtype: "F32", shape: [1] }, /^a: expected data_offsets .* undefined$/],
    [
      { dtype: "F32", shape: [1], data_offsets: [0, 4, 8] },
      /^a: expected data_offsets \[begin, end\], found \[0,4,8\]$/,
    ],
    [entry([2], 0, 4), /^a: shape \[2\] takes 8 bytes, data_offsets hold 4$/],
    [entry([1], 4, 0), /^a: shape \[1\] takes 4 bytes, data_offsets hold -4$/],
    [
      entry([2 ** 53 - 1, 2 ** 53 - 1], 0, 4),
      /^a: shape .* takes .* bytes, data_offsets hold 4$/,
    ],
  ];
  for (const [value, message] of refused) {
    assertRefused(file({ a: value }, new Uint8Array(4)), message);
  }
});

Deno.test("parseWeights() refuses data that is cut short, too long, with a gap or an overlap", () => {
  const a = entry([2], 0, 8);
  assertRefused(
    file({ a }, new Uint8Array(7)),
    /^a: expected 8 bytes of data, found 7; the file is cut short$/,
  );
  assertRefused(
    file({ a }, new Uint8Array(9)),
    /^data: expected 8 bytes, found 9$/,
  );
  assertRefused(
    file({ a, b: entry([1], 12, 16) }, new Uint8Array(16)),
    /^b: expected data to begin at 8, found 12: a gap$/,
  );
  assertRefused(
    file({ a, b: entry([1], 4, 8) }, new Uint8Array(8)),
    /^b: expected data to begin at 8, found 4: an overlap$/,
  );
  assertRefused(
    file({ a: entry([2], 4, 12) }, new Uint8Array(12)),
    /^a: expected data to begin at 0, found 4: a gap$/,
  );
});

Deno.test("parseWeights() refuses values that are not finite, with their index", () => {
  for (const wrong of [NaN, Infinity, -Infinity]) {
    const data = Float32Array.of(0, 1, wrong);
    const tensors = new Map([["dense1.bias", { shape: [3], data }]]);
    assertRefused(
      serializeWeights({ metadata: {}, tensors }),
      new RegExp(`^dense1.bias: expected finite .* found ${wrong} at index 2$`),
    );
  }
});
