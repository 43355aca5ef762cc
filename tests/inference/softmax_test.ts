import assert from "node:assert/strict";
import { softmax } from "../../src/inference/softmax.ts";
import { Random } from "../../train/random.ts";
import { assertClose } from "./assert_close.ts";
import { between } from "./random_network.ts";

function probabilities(logits: ArrayLike<number>, temperature?: number) {
  const result = new Float64Array(logits.length);
  softmax(result, logits, temperature);
  return result;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function randomLogits(random: Random): Float64Array {
  return Float64Array.from(
    { length: between(random, 1, 20) },
    () => random.normal() * 5,
  );
}

Deno.test("softmax() is exp(x) over the sum of them all", () => {
  for (let seed = 0; seed < 100; seed++) {
    const logits = randomLogits(new Random(seed));
    const total = sum(logits.map(Math.exp));
    assertClose(
      probabilities(logits),
      logits.map((value) => Math.exp(value) / total),
      1e-14,
      `seed ${seed}`,
    );
  }
});

Deno.test("softmax() sums to one and does not change when all logits are shifted", () => {
  for (let seed = 0; seed < 100; seed++) {
    const random = new Random(seed);
    const logits = randomLogits(random);
    const shift = random.normal() * 100;
    const temperature = 0.1 + random.uniform() * 5;
    const expected = probabilities(logits, temperature);
    assertClose([sum(expected)], [1], 1e-12, `seed ${seed}: sum`);
    const shifted = logits.map((value) => value + shift);
    assertClose(
      probabilities(shifted, temperature),
      expected,
      1e-9,
      `seed ${seed}: shifted by ${shift}`,
    );
  }
});

Deno.test("softmax() neither overflows nor divides by nothing at ±1000", () => {
  assert.deepEqual([...probabilities([1000, 1000])], [0.5, 0.5]);
  assert.deepEqual([...probabilities([-1000, -1000])], [0.5, 0.5]);
  assert.deepEqual([...probabilities([-1000, 1000])], [0, 1]);
  assert.deepEqual([...probabilities([1000, -1000], 0.05)], [1, 0]);
});

Deno.test("softmax() divides the logits by the temperature", () => {
  const logits = [1, 2, 4];
  assert.deepEqual(
    probabilities(logits, 2),
    probabilities(logits.map((value) => value / 2)),
  );
  const spread = (temperature: number) =>
    Math.max(...probabilities(logits, temperature));
  assert.ok(spread(0.5) > spread(1) && spread(1) > spread(2));
});

Deno.test("softmax() may write over the logits", () => {
  const logits = Float32Array.of(-3, 0.5, 2, 2);
  const expected = new Float32Array(4);
  softmax(expected, logits, 1.5);
  softmax(logits, logits, 1.5);
  assert.deepEqual(logits, expected);
});

Deno.test("softmax() of a NaN is NaN everywhere", () => {
  assert.ok(probabilities([1, NaN, 2]).every(Number.isNaN));
});

Deno.test("softmax() refuses another length, naming both", () => {
  assert.throws(() => softmax(new Float32Array(3), [1, 2]), {
    name: "RangeError",
    message: /2 logits, room for 3/,
  });
});
