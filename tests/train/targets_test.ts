import assert from "node:assert/strict";
import {
  CLASSES,
  DIGIT_COUNT,
  NOT_A_DIGIT,
  OUTPUTS,
  SEVERAL_DIGITS,
} from "../../src/inference/classes.ts";
import { partition } from "../../train/corpus.ts";
import { ANSWERS, fillTarget, labelOfTwo } from "../../train/targets.ts";

/** The sum of each answer, and its likeliest output. */
function answersTo(label: number, smoothing: number) {
  const target = new Float32Array(OUTPUTS).fill(9);
  fillTarget(target, label, smoothing);
  return ANSWERS.map(([from, to]) => {
    const answer = target.subarray(from, to);
    const sum = answer.reduce((a, b) => a + b);
    return [Number(sum.toFixed(6)), answer.indexOf(Math.max(...answer))];
  });
}

Deno.test("partition() takes two digits neither for a digit nor for what is none", () => {
  const labels = Uint8Array.of(
    0,
    9,
    NOT_A_DIGIT,
    SEVERAL_DIGITS,
    labelOfTwo(0, 0),
  );
  const set = { count: labels.length, images: new Uint8Array(), labels };
  const { digits, nonDigits } = partition(set, Uint32Array.of(0, 1, 2, 3, 4));
  assert.deepEqual([[...digits], [...nonDigits]], [[0, 1], [2, 3]]);
});

Deno.test("fillTarget() asks for nothing but the class of what is not two digits", () => {
  for (const label of [0, 7, NOT_A_DIGIT, SEVERAL_DIGITS]) {
    assert.deepEqual(answersTo(label, 0.1), [[1, label], [0, 0], [0, 0]]);
  }
});

Deno.test("fillTarget() asks which two digits there are, and that they are several", () => {
  for (let first = 0; first < DIGIT_COUNT; first++) {
    for (let second = 0; second < DIGIT_COUNT; second++) {
      const label = labelOfTwo(first, second);
      assert.ok(label >= CLASSES && label < 256);
      const expected = [[1, SEVERAL_DIGITS], [1, first], [1, second]];
      assert.deepEqual(answersTo(label, 0.1), expected);
    }
  }
});
