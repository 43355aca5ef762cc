import assert from "node:assert/strict";
import { type Calibration, judge } from "../../src/inference/calibrate.ts";
import {
  CLASSES,
  NOT_A_DIGIT,
  SEVERAL_DIGITS,
} from "../../src/inference/classes.ts";
import { Random } from "../../train/random.ts";

const CALIBRATION: Calibration = { temperature: 1, sure: 0.9, reject: 0.4 };

/** Logits that softmax turns into these probabilities; digits that are not named have none. */
function logitsOf(
  digits: Readonly<Record<number, number>>,
  strangeness = 0,
): Float32Array {
  const logits = new Float32Array(CLASSES).fill(-40);
  for (const [digit, probability] of Object.entries(digits)) {
    logits[Number(digit)] = Math.log(probability * (1 - strangeness));
  }
  if (strangeness > 0) logits[NOT_A_DIGIT] = Math.log(strangeness);
  return logits;
}

Deno.test("judge() is sure of a digit from one confidence on, and unsure below", () => {
  const verdict = (probability: number) => {
    const logits = logitsOf({ 2: probability, 5: 1 - probability });
    const { verdict, digit } = judge(logits, CALIBRATION);
    return [verdict, digit];
  };
  assert.deepEqual(verdict(0.91), ["sure", 2]);
  assert.deepEqual(verdict(0.89), ["unsure", 2]);
  assert.deepEqual(verdict(0.51), ["unsure", 2]);
});

Deno.test("judge() rejects what is too likely no digit, however clear the digit would be", () => {
  const verdict = (strangeness: number) => {
    const { verdict, digit } = judge(logitsOf({ 3: 1 }, strangeness), {
      ...CALIBRATION,
    });
    return [verdict, digit];
  };
  assert.deepEqual(verdict(0.39), ["sure", 3]);
  assert.deepEqual(verdict(0.41), ["rejected", null]);
});

Deno.test("judge() counts a value equal to a threshold as within it", () => {
  const even = Float32Array.from({ length: CLASSES }, () => 0);
  const at = (calibration: Partial<Calibration>) =>
    judge(even, { ...CALIBRATION, ...calibration }).verdict;
  assert.equal(at({ sure: 1 / 10, reject: 2 / CLASSES }), "sure");
  assert.equal(at({ sure: 0.11, reject: 2 / CLASSES }), "unsure");
  assert.equal(at({ reject: 0.16 }), "rejected");
});

Deno.test("judge() takes several digits for no digit, and says that they are several", () => {
  const logits = logitsOf({ 3: 1 }, 0.5);
  logits[SEVERAL_DIGITS] = Math.log(0.3);
  logits[NOT_A_DIGIT] = Math.log(0.2);
  const { digit, strangeness, several } = judge(logits, CALIBRATION);
  assert.equal(digit, null);
  assert.ok(Math.abs(strangeness - 0.5) < 1e-6);
  assert.ok(Math.abs(several - 0.3) < 1e-6);
});

Deno.test("judge() names alternatives from 1 in 20 on, likeliest first, when unsure", () => {
  const logits = logitsOf({ 0: 0.06, 1: 0.5, 2: 0.04, 3: 0.25, 4: 0.15 }, 0.3);
  const { digit, alternatives } = judge(logits, CALIBRATION);
  assert.equal(digit, 1);
  assert.deepEqual(alternatives, [3, 4, 0]);
  for (const calibration of [{ sure: 0.49 }, { reject: 0.2 }]) {
    const other = judge(logits, { ...CALIBRATION, ...calibration });
    assert.deepEqual(other.alternatives, []);
  }
});

Deno.test("judge() keeps its word on 500 random logits", () => {
  for (let seed = 0; seed < 500; seed++) {
    const random = new Random(seed);
    const logits = Float32Array.from(
      { length: CLASSES },
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
    assert.equal(probabilities.length, 10, what);
    assert.equal(confidence, Math.max(...probabilities), what);
    const sum = probabilities.reduce((a, b) => a + b);
    assert.ok(Math.abs(sum - 1) < 1e-12, what);
    const strange = judgement.strangeness > calibration.reject;
    assert.equal(digit === null, strange, what);
    assert.equal(digit === null, verdict === "rejected", what);
    if (digit !== null) {
      const digits = logits.subarray(0, NOT_A_DIGIT);
      assert.equal(digit, digits.indexOf(Math.max(...digits)), what);
      assert.equal(confidence >= calibration.sure, verdict === "sure", what);
    }
    if (verdict !== "unsure") assert.deepEqual(alternatives, [], what);
    const chances = alternatives.map((other) => probabilities[other]!);
    assert.deepEqual(chances, chances.toSorted((a, b) => b - a), what);
    assert.ok(!alternatives.includes(digit ?? -1), what);
  }
});

Deno.test("judge() rejects logits that are no numbers, whatever the thresholds", () => {
  const lenient = { temperature: 1, sure: 0, reject: 1 };
  for (const broken of [NaN, Infinity]) {
    for (const at of [0, 5, NOT_A_DIGIT]) {
      const logits = new Float32Array(CLASSES);
      logits[at] = broken;
      const { digit, verdict, alternatives } = judge(logits, lenient);
      assert.deepEqual(
        { digit, verdict, alternatives },
        { digit: null, verdict: "rejected", alternatives: [] },
        `${broken} at ${at}`,
      );
    }
  }
  const nothing = new Float32Array(CLASSES).fill(-Infinity);
  assert.equal(judge(nothing, lenient).verdict, "rejected");
});
