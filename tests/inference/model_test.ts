import assert from "node:assert/strict";
import {
  FORMAT_VERSION,
  type Model,
  modelWeights,
  parseModel,
} from "../../src/inference/model.ts";
import type { Network } from "../../src/inference/network.ts";
import {
  parseWeights,
  serializeWeights,
  type Tensor,
  type Weights,
  WeightsError,
} from "../../src/inference/weights.ts";
import { Random } from "../../train/random.ts";
import { between, chance, randomTensors } from "./random_network.ts";

const NETWORK: Network = {
  input: { height: 4, width: 4, channels: 1 },
  layers: [
    {
      kind: "conv2d",
      name: "conv1",
      size: 3,
      stride: 1,
      padding: "valid",
      filters: 2,
      bias: true,
    },
    { kind: "relu" },
    { kind: "flatten" },
    { kind: "dense", name: "dense1", units: 3 },
  ],
};

const MODEL: Model = {
  name: "small",
  version: "2026-01-02-abc",
  network: NETWORK,
  tensors: randomTensors(new Random(1), NETWORK),
  calibration: { temperature: 1.25, sure: 0.97, reject: 0.4 },
  answers: [[0.5, -1, 2], [0, 0.25, 3]],
  metadata: { date: "2026-01-02" },
};

/** The model's file with changes; undefined takes a field or tensor away. */
function changed(
  metadata: Readonly<Record<string, string | undefined>>,
  tensors: Readonly<Record<string, Tensor | undefined>> = {},
): Uint8Array {
  const whole = modelWeights(MODEL);
  const present = <T>(entries: [string, T | undefined][]) =>
    entries.filter((entry): entry is [string, T] => entry[1] !== undefined);
  const weights: Weights = {
    metadata: Object.fromEntries(
      present(Object.entries({ ...whole.metadata, ...metadata })),
    ),
    tensors: new Map(
      present(
        Object.entries({ ...Object.fromEntries(whole.tensors), ...tensors }),
      ),
    ),
  };
  return serializeWeights(weights);
}

function assertRefused(bytes: Uint8Array, message: RegExp): void {
  assert.throws(() => parseModel(bytes), (error) => {
    assert.ok(error instanceof WeightsError, String(error));
    assert.match(error.message, message);
    return true;
  });
}

Deno.test("parseModel() reads back what modelWeights() wrote", () => {
  const bytes = serializeWeights(modelWeights(MODEL));
  const { metadata, ...read } = parseModel(bytes);
  const { metadata: extra, ...written } = MODEL;
  assert.deepEqual(read, written);
  assert.equal(metadata.date, extra.date);
  assert.equal(metadata.format_version, FORMAT_VERSION);
  assert.deepEqual(
    serializeWeights(modelWeights({ ...read, metadata })),
    bytes,
  );
});

Deno.test("modelWeights() refuses a model that lacks a tensor, naming it", () => {
  const tensors = new Map(MODEL.tensors);
  tensors.delete("conv1.bias");
  assert.throws(() => modelWeights({ ...MODEL, tensors }), {
    name: "WeightsError",
    message: /^conv1\.bias: expected in the model/,
  });
});

Deno.test("parseModel() names the metadata that is missing", () => {
  const keys = ["format_version", "name", "version", "network", "calibration"];
  for (const key of keys) {
    assertRefused(
      changed({ [key]: undefined }),
      new RegExp(`^__metadata__\\.${key}: expected, found nothing$`),
    );
  }
});

Deno.test("a weights file may lack the answers of the self-check, but not hold others", () => {
  assert.equal(parseModel(changed({ answers: undefined })).answers, undefined);
  for (const answers of ["{", "[1]", '[["1"]]', "[[null]]"]) {
    assertRefused(changed({ answers }), /^answers: expected a list of lists/);
  }
});

Deno.test("parseModel() refuses another format version, naming both", () => {
  assertRefused(
    changed({ format_version: "2" }),
    /^format_version: expected 1, found 2$/,
  );
});

Deno.test("parseModel() refuses a network that cannot be read or run", () => {
  assertRefused(changed({ network: "{" }), /^network: /);
  assertRefused(changed({ network: "[]" }), /^network: network: expected/);
  const even = JSON.stringify(NETWORK).replace('"size":3', '"size":2');
  assertRefused(changed({ network: even }), /^network: conv1: expected an odd/);
});

Deno.test("parseModel() refuses tensors that are not the network's, naming them", () => {
  const bias = { shape: [2], data: new Float32Array(2) };
  assertRefused(
    changed({}, { "conv1.bias": undefined }),
    /^conv1\.bias: expected by the network, not in the file$/,
  );
  assertRefused(
    changed({}, { "conv2.bias": bias }),
    /^conv2\.bias: not a tensor of this network$/,
  );
  assertRefused(
    changed({}, { "conv1.bias": { ...bias, shape: [1, 2] } }),
    /^conv1\.bias: expected shape \[2\], found \[1,2\]$/,
  );
});

Deno.test("parseModel() refuses a calibration that cannot be meant, naming the field", () => {
  const refuse = (calibration: string, message: RegExp) =>
    assertRefused(changed({ calibration }), message);
  refuse("{", /^calibration: expected JSON, found "\{"$/);
  for (const json of ["null", "3", "[]", "{}"]) {
    refuse(json, /^calibration\.temperature: expected a number in 0\.05\.\.20/);
  }
  const wrong: [string, unknown][] = [
    ["temperature", 0],
    ["temperature", -1],
    ["temperature", 21],
    ["sure", 1.01],
    ["sure", "0.9"],
    ["reject", -0.1],
    ["reject", null],
  ];
  for (const [key, value] of wrong) {
    refuse(
      JSON.stringify({ ...MODEL.calibration, [key]: value }),
      new RegExp(`^calibration\\.${key}: expected .* found `),
    );
  }
});

/** Flips bits, overwrites, cuts off, repeats or removes bytes; mostly in the header. */
function mutate(random: Random, bytes: Uint8Array): Uint8Array {
  const mutant = [...bytes];
  for (let times = between(random, 1, 3); times > 0; times--) {
    const reach = chance(random, 0.8) ? 700 : mutant.length;
    const at = between(random, 0, Math.min(reach, mutant.length) - 1);
    const kind = between(random, 0, 5);
    if (kind === 0) {
      mutant[at] = (mutant[at] ?? 0) ^ (1 << between(random, 0, 7));
    }
    if (kind === 1) mutant[at] = between(random, 0, 255);
    if (kind === 2) {
      mutant[at] = '0123456789-.e[]{}",:'.charCodeAt(between(random, 0, 19));
    }
    if (kind === 3) mutant.length = at;
    if (kind === 4) mutant.splice(at, between(random, 1, 8));
    if (kind === 5) {
      mutant.splice(at, 0, ...mutant.slice(at, at + between(random, 1, 8)));
    }
  }
  return Uint8Array.from(mutant);
}

/** The same, with the header's length put right so that damage gets past it. */
function withHeaderLength(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf("}".charCodeAt(0)) + 1;
  if (end < 8) return bytes;
  const copy = bytes.slice();
  new DataView(copy.buffer).setBigUint64(0, BigInt(end - 8), true);
  return copy;
}

Deno.test("parseWeights() and parseModel() read or refuse 4,000 damaged files, and never fail otherwise", () => {
  const whole = serializeWeights(modelWeights(MODEL));
  let refused = 0;
  for (let seed = 0; seed < 4000; seed++) {
    const random = new Random(seed);
    const mutated = mutate(random, whole);
    const bytes = chance(random, 0.5) ? mutated : withHeaderLength(mutated);
    for (const parse of [parseWeights, parseModel]) {
      try {
        parse(bytes);
      } catch (error) {
        assert.ok(error instanceof WeightsError, `seed ${seed}: ${error}`);
        assert.match(error.message, /expected|holds?|not a tensor|network: /);
        refused++;
      }
    }
  }
  assert.ok(refused > 4000, `only ${refused} of 8000 were refused`);
});
