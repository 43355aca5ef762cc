import assert from "node:assert/strict";
import { type Calibration, judge } from "../../src/inference/calibrate.ts";
import { Random } from "../../train/random.ts";

const CALIBRATION: Calibration = { temperature: 1, sure: 0.9, reject: 0.4 };

/** Logits that softmax turns into these probabilities. */
function logitsOf(...probabilities: number[]): Float32Array {
  return Float32Array.from(probabilities, Math.log);
}

Deno.test("judge() is sure, unsure or rejects by the two thresholds", () => {
  const verdict = (largest: number) => {
    const rest = (1 - largest) / 4;
    const logits = logitsOf(rest, rest, largest, rest, rest);
    const { verdict, digit } = judge(logits, CALIBRATION);
    return [verdict, digit];
  };
  assert.deepEqual(verdict(0.91), ["sure", 2]);
  assert.deepEqual(verdict(0.89), ["unsure", 2]);
  assert.deepEqual(verdict(0.41), ["unsure", 2]);
  assert.deepEqual(verdict(0.39), ["rejected", null]);
});

Deno.test("judge() counts a confidence equal to a threshold as reaching it", () => {
  const logits = Float32Array.of(0, 0); // 0.5 exactly
  const at = (calibration: Partial<Calibration>) =>
    judge(logits, { ...CALIBRATION, ...calibration }).verdict;
  assert.equal(at({ sure: 0.5 }), "sure");
  assert.equal(at({ reject: 0.5 }), "unsure");
  assert.equal(at({ sure: 0.5, reject: 0.6 }), "rejected");
});

Deno.test("judge() names alternatives from 1 in 20 on, likeliest first, when unsure", () => {
  const logits = logitsOf(0.06, 0.5, 0.04, 0.25, 0.15);
  const { digit, alternatives } = judge(logits, CALIBRATION);
  assert.equal(digit, 1);
  assert.deepEqual(alternatives, [3, 4, 0]);
  for (const calibration of [{ sure: 0.5 }, { reject: 0.6 }]) {
    const other = judge(logits, { ...CALIBRATION, ...calibration });
    assert.deepEqual(other.alternatives, []);
  }
});

Deno.test("judge() keeps its word on 500 random logits", () => {
  for (let seed = 0; seed < 500; seed++) {
    const random = new Random(seed);
    const logits = Float32Array.from(
      { length: 10 },
      () => random.normal() * 3,
    );
    const calibration = {
      temperature: 0.1 + random.uniform() * 3,
      sure: random.uniform(),
      reject: random.uniform(),
    };
    const judgement = judge(logits, calibration);
    const { digit, confidence, probabilities, verdict, alternatives } =
      judgement;
    const what = `seed ${seed}: ${JSON.stringify(judgement)}`;
    assert.equal(confidence, Math.max(...probabilities), what);
    const sum = probabilities.reduce((a, b) => a + b);
    assert.ok(Math.abs(sum - 1) < 1e-12, what);
    assert.equal(digit === null, confidence < calibration.reject, what);
    assert.equal(digit === null, verdict === "rejected", what);
    if (digit !== null) {
      assert.equal(digit, logits.indexOf(Math.max(...logits)), what);
      assert.equal(confidence >= calibration.sure, verdict === "sure", what);
    }
    if (verdict !== "unsure") assert.deepEqual(alternatives, [], what);
    const chances = alternatives.map((other) => probabilities[other]!);
    assert.deepEqual(chances, chances.toSorted((a, b) => b - a), what);
    assert.ok(!alternatives.includes(digit ?? -1), what);
  }
});

Deno.test("judge() rejects logits that are no numbers, whatever the thresholds", () => {
  const lenient = { temperature: 1, sure: 0, reject: 0 };
  const broken = [
    Float32Array.of(NaN, NaN, NaN),
    Float32Array.of(1, NaN, 100),
    Float32Array.of(1, Infinity, 2),
    Float32Array.of(-Infinity, -Infinity),
  ];
  for (const logits of broken) {
    const { digit, verdict, alternatives } = judge(logits, lenient);
    assert.deepEqual(
      { digit, verdict, alternatives },
      { digit: null, verdict: "rejected", alternatives: [] },
      String(logits),
    );
  }
});
