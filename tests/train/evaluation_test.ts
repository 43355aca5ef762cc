import assert from "node:assert/strict";
import { isCorrect, type Outcome, summarize } from "../../train/evaluation.ts";

const outcome = (
  truth: string,
  read: string,
  rest: Partial<Outcome> = {},
): Outcome => ({
  truth,
  read,
  rejected: false,
  unsure: false,
  blank: false,
  confidence: null,
  strangeness: 0,
  ms: 1,
  ...rest,
});

Deno.test("a number is right only when every digit and line is", () => {
  assert.ok(isCorrect(outcome("12|3", "12|3")));
  assert.ok(!isCorrect(outcome("12|3", "123")));
  assert.ok(!isCorrect(outcome("12", "1?")));
});

Deno.test("a picture without a digit is right when it is blank or refused", () => {
  assert.ok(isCorrect(outcome("", "")));
  assert.ok(isCorrect(outcome("", "?")));
  assert.ok(!isCorrect(outcome("", "3")));
});

Deno.test("summarize() counts what was right, refused, doubted and confused", () => {
  const evaluation = summarize("set", [
    outcome("1", "1", { ms: 3 }),
    outcome("2", "7", { unsure: true, ms: 1 }),
    outcome("2", "7", { ms: 2 }),
    outcome("5", "?", { rejected: true, ms: 4 }),
  ]);
  assert.equal(evaluation.images, 4);
  assert.equal(evaluation.correct, 1);
  assert.equal(evaluation.accuracy, 0.25);
  assert.equal(evaluation.rejected, 1);
  assert.equal(evaluation.unsure, 1);
  assert.deepEqual(evaluation.confusions, [["2", "7", 2], ["5", "?", 1]]);
  assert.deepEqual(evaluation.ms, { median: 3, p99: 4 });
});

Deno.test("summarize() of nothing claims nothing", () => {
  const { accuracy, interval } = summarize("empty", []);
  assert.equal(accuracy, 0);
  assert.deepEqual(interval, [0, 1]);
});
