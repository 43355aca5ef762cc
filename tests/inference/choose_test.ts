import assert from "node:assert/strict";
import {
  chooseEngine,
  EngineError,
  resumeEngine,
} from "../../src/inference/choose.ts";
import { createLoopsEngine } from "../../src/inference/loops/engine.ts";
import { DIGITS, fold, type Network } from "../../src/inference/network.ts";
import { answersOf, disagreement } from "../../src/inference/self_check.ts";
import { Random } from "../../train/random.ts";
import { randomTensors } from "./random_network.ts";

const network = fold(DIGITS);
const tensors = randomTensors(new Random(1), network);

/** Nothing emits a pooling of a flattened input. */
const odd: Network = {
  input: { height: 4, width: 4, channels: 1 },
  layers: [{ kind: "flatten" }, { kind: "max_pool", size: 1, stride: 1 }],
};

Deno.test("auto takes simd where it agrees with loops", () => {
  const { engine, reason } = chooseEngine({ network, tensors }, "auto");
  assert.equal(engine.name, "simd");
  assert.equal(reason, "agrees with loops");
});

Deno.test("each engine can be asked for by name", () => {
  assert.equal(
    chooseEngine({ network, tensors }, "loops").engine.name,
    "loops",
  );
  assert.equal(chooseEngine({ network, tensors }, "simd").engine.name, "simd");
});

Deno.test("an engine that goes on from another's program answers bit for bit as it does", () => {
  for (const choice of ["loops", "simd"] as const) {
    const { engine, program } = chooseEngine({ network, tensors }, choice);
    const resumed = resumeEngine({ network, tensors }, program);
    assert.equal(resumed.name, choice);
    const random = new Random(2);
    for (let i = 0; i < 10; i++) {
      const input = Float32Array.from({ length: 784 }, () => random.uniform());
      const [expected, found] = [engine, resumed].map((one) => {
        const logits = new Float32Array(one.outputLength);
        one.forward(input, logits);
        return logits;
      });
      assert.deepEqual(found, expected);
    }
  }
});

Deno.test("auto falls back to loops for a layer without emitter, and says why", () => {
  const { engine, reason } = chooseEngine(
    { network: odd, tensors: new Map() },
    "auto",
  );
  assert.equal(engine.name, "loops");
  assert.equal(reason, "simd cannot run here: max_pool after flatten");
});

Deno.test("simd by name refuses to be replaced", () => {
  assert.throws(
    () => chooseEngine({ network: odd, tensors: new Map() }, "simd"),
    new EngineError("the simd engine cannot run here: max_pool after flatten"),
  );
});

Deno.test("the self-check finds an engine with one wrong layer", () => {
  const changed = new Map(tensors);
  const kernel = tensors.get("conv3.kernel")!.map((weight) => weight * 1.01);
  changed.set("conv3.kernel", kernel);
  const right = createLoopsEngine({ network, tensors });
  const wrong = createLoopsEngine({ network, tensors: changed });
  const answers = answersOf(right);
  assert.equal(disagreement(right, answers), null);
  assert.match(
    disagreement(wrong, answers) ?? "",
    /^logit \d of pattern \d: expected .*, found/,
  );
  assert.match(disagreement(right, []) ?? "", /expected NaN/);
});

Deno.test("auto takes the answers that weights were exported with for those of loops", () => {
  const right = answersOf(createLoopsEngine({ network, tensors }))
    .map((logits) => [...logits]);
  const wrong = right.map((logits) => logits.map((logit) => logit + 1));
  for (const [answers, name] of [[right, "simd"], [wrong, "loops"]] as const) {
    const { engine } = chooseEngine({ network, tensors, answers }, "auto");
    assert.equal(engine.name, name);
  }
});
