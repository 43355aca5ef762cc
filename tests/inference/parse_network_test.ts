import assert from "node:assert/strict";
import { DIGITS, fold, NetworkError } from "../../src/inference/network.ts";
import { parseNetwork } from "../../src/inference/parse_network.ts";
import { Random } from "../../train/random.ts";
import { randomNetwork } from "./random_network.ts";

const conv = {
  kind: "conv2d",
  name: "conv1",
  size: 3,
  stride: 1,
  padding: "same",
  filters: 4,
  bias: true,
};
const input = { height: 8, width: 8, channels: 1 };

function assertRefused(value: unknown, message: RegExp): void {
  assert.throws(() => parseNetwork(value), (error) => {
    assert.ok(error instanceof NetworkError, String(error));
    assert.match(error.message, message);
    return true;
  });
}

Deno.test("parseNetwork() reads back what JSON wrote", () => {
  const random = Array.from(
    { length: 100 },
    (_, seed) => randomNetwork(new Random(seed)),
  );
  for (const network of [DIGITS, fold(DIGITS), ...random]) {
    if (network.layers.length === 0) continue;
    assert.deepEqual(
      parseNetwork(JSON.parse(JSON.stringify(network))),
      network,
    );
  }
});

Deno.test("parseNetwork() takes only the fields it knows", () => {
  const network = { input, layers: [{ ...conv, comment: "x" }], extra: 1 };
  assert.deepEqual(parseNetwork(network), { input, layers: [conv] });
});

Deno.test("parseNetwork() refuses what is no table", () => {
  for (const value of [null, 3, "network", [], undefined]) {
    assertRefused(value, /^network: expected an object, found/);
  }
  assertRefused({ layers: [conv] }, /^network\.input: expected an object/);
  for (const layers of [undefined, {}, [], "relu"]) {
    assertRefused({ input, layers }, /^network\.layers: expected a list/);
  }
});

Deno.test("parseNetwork() names the side of the input that is no whole number above 0", () => {
  for (const side of ["height", "width", "channels"]) {
    for (const wrong of [0, -3, 2.5, "8", null, undefined]) {
      assertRefused(
        { input: { ...input, [side]: wrong }, layers: [conv] },
        new RegExp(`^network\\.input\\.${side}: expected a whole number`),
      );
    }
  }
});

Deno.test("parseNetwork() names the layer's field, what it expected and what it found", () => {
  const pool = { kind: "max_pool", size: 2, stride: 2 };
  const dense = { kind: "dense", name: "dense1", units: 10 };
  const norm = { kind: "batch_norm", name: "norm1" };
  const fields: [object, string, unknown, RegExp][] = [
    [conv, "name", "", /name: expected a name, found ""/],
    [conv, "name", 7, /name: expected a name, found 7/],
    [conv, "size", 0, /size: expected a whole number above 0, found 0/],
    [conv, "stride", "1", /stride: expected a whole number above 0, found "1"/],
    [conv, "filters", 1.5, /filters: expected .*, found 1.5/],
    [conv, "padding", "full", /padding: expected same or valid, found "full"/],
    [pool, "size", null, /size: expected .*, found null/],
    [pool, "stride", -1, /stride: expected .*, found -1/],
    [dense, "name", null, /name: expected a name, found null/],
    [dense, "units", {}, /units: expected .*, found \{\}/],
    [norm, "name", undefined, /name: expected a name, found undefined/],
    [conv, "kind", "conv3d", /kind: expected conv2d, .*, found "conv3d"/],
    [conv, "kind", undefined, /kind: expected conv2d, .*, found undefined/],
  ];
  for (const [layer, field, value, message] of fields) {
    assertRefused(
      { input, layers: [{ kind: "relu" }, { ...layer, [field]: value }] },
      new RegExp(`^network\\.layers\\[1\\]\\.${message.source}`),
    );
  }
  assertRefused(
    { input, layers: ["relu"] },
    /^network\.layers\[0\]: expected an object, found "relu"/,
  );
});

Deno.test("parseNetwork() refuses layers that do not fit together", () => {
  assertRefused({ input, layers: [{ ...conv, size: 4 }] }, /^conv1: .*odd/);
  assertRefused(
    { input, layers: [{ kind: "dense", name: "dense1", units: 3 }] },
    /^dense1: expected a flat input/,
  );
});
