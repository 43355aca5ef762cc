import assert from "node:assert/strict";
import type { Network } from "../../src/inference/network.ts";
import { parseModel } from "../../src/inference/model.ts";
import {
  checkEngines,
  EngineToleranceError,
} from "../../train/check_engines.ts";
import { Random } from "../../train/random.ts";
import { randomValues } from "../inference/random_network.ts";

const model = parseModel(await Deno.readFile("weights/digits.safetensors"));
const images = Array.from(
  { length: 3 },
  (_, seed) => randomValues(new Random(seed), 784),
);

Deno.test("checkEngines() passes the shipped weights", () => {
  checkEngines(model, images);
});

Deno.test("checkEngines() names the layer whose weights an engine loses precision on", () => {
  // The difference of neighbours, on inputs that are nearly the same: almost everything cancels.
  const channels = 8;
  const network: Network = {
    input: { height: 12, width: 12, channels },
    layers: [{
      kind: "conv2d",
      name: "difference",
      size: 3,
      stride: 1,
      padding: "valid",
      filters: 4,
      bias: true,
    }],
  };
  const kernel = Float32Array.from({ length: 9 * channels * 4 }, (_, i) => {
    const column = Math.floor(i / (channels * 4)) % 3;
    return 1 - column;
  });
  const tensors = new Map([
    ["difference.kernel", kernel],
    ["difference.bias", new Float32Array(4)],
  ]);
  const random = new Random(1);
  const image = Float32Array.from(
    { length: 12 * 12 * channels },
    () => 1 + 1e-5 * random.signed(),
  );
  assert.throws(() => checkEngines({ network, tensors }, [image]), (error) => {
    assert.ok(error instanceof EngineToleranceError);
    assert.match(
      error.message,
      /^difference: the (loops|simd) engine is off by/,
    );
    return true;
  });
});
