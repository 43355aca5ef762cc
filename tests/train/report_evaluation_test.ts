import assert from "node:assert/strict";
import type { Outcome } from "../../train/evaluation.ts";
import {
  type EvaluatedSet,
  reportEvaluation,
} from "../../train/report_evaluation.ts";
import { drawDigits } from "./draw_digits.ts";

const outcome = (
  truth: string,
  read: string,
  strangeness = 0,
): Outcome => ({
  truth,
  read,
  rejected: read === "?",
  unsure: false,
  blank: read === "",
  confidence: /^[0-9]$/.test(read) ? 0.9 : null,
  strangeness,
  ms: 1,
});

const test = drawDigits(4);
const mnist: EvaluatedSet = {
  name: "MNIST",
  kind: "mnist",
  outcomes: [
    outcome("0", "0"),
    outcome("1", "7"),
    outcome("2", "?", 0.9),
    outcome("3", "3"),
  ],
};
const unseen: EvaluatedSet = {
  name: "mixed",
  kind: "unseen",
  outcomes: [
    outcome("5", "5", 0.1),
    outcome("6", "?", 0.8),
    outcome("", "?", 0.9),
    outcome("", "3", 0.2),
    outcome("", "?", 0.7),
    outcome("", "", 1),
  ],
};

Deno.test("reportEvaluation() describes every set and keeps the misread images of MNIST", () => {
  const report = reportEvaluation(mnist, [unseen], test, "2026-01-02");
  assert.deepEqual(
    report.sets.map(({ name, correct, images }) => [name, correct, images]),
    [["MNIST", 2, 4], ["mixed", 4, 6]],
  );
  assert.deepEqual(
    report.misread!.map(({ index, truth, read }) => [index, truth, read]),
    [[1, 1, 7], [2, 2, null]],
  );
  assert.deepEqual(
    Uint8Array.fromBase64(report.misread![0]!.pixels),
    test.images.subarray(784, 2 * 784),
  );
});

Deno.test("reportEvaluation() tells the refusals of unseen sets only, blank pictures aside", () => {
  const { refusal } = reportEvaluation(mnist, [unseen], test, "2026-01-02");
  assert.equal(refusal!.digitsRefused, 1 / 2);
  assert.equal(refusal!.nonDigitsRefused, 2 / 3);
  const development = { ...unseen, kind: "development" } as const;
  assert.equal(
    reportEvaluation(mnist, [development], test, "2026-01-02").refusal,
    undefined,
  );
});
