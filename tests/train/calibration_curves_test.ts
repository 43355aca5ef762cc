import assert from "node:assert/strict";
import {
  type Answer,
  expectedCalibrationError,
  refusalAt,
  refusalCurve,
  reliabilityBins,
  riskCoverage,
} from "../../train/calibration_curves.ts";
import { Random } from "../../train/random.ts";
import { assertClose } from "../inference/assert_close.ts";

/** Answers that are right as often as `honesty` makes of their confidence. */
function answer(
  count: number,
  honesty: (confidence: number) => number = (confidence) => confidence,
  seed = 1,
): Answer[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const confidence = Math.round(100 * random.uniform()) / 100;
    return { confidence, right: random.uniform() < honesty(confidence) };
  });
}

function shuffled<T>(values: readonly T[]): T[] {
  return Array.from(
    new Random(9).permutation(values.length),
    (i) => values[i]!,
  );
}

function scores(count: number, centre: number, seed: number): number[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => centre + random.normal());
}

Deno.test("reliabilityBins() puts every answer into the bin of its confidence", () => {
  const answers = answer(1000);
  const bins = reliabilityBins(answers);
  assert.equal(bins.reduce((sum, { count }) => sum + count, 0), 1000);
  for (const { from, to, count, confidence, accuracy } of bins) {
    const inside = answers.filter((a) =>
      a.confidence >= from && (a.confidence < to || to === 1)
    );
    assert.equal(count, inside.length);
    assert.equal(
      Math.round(accuracy * count),
      inside.filter(({ right }) => right).length,
    );
    assert.ok(from <= confidence && confidence <= to);
  }
});

Deno.test("reliabilityBins() leaves out what no answer falls into", () => {
  const bins = reliabilityBins([
    { confidence: 1, right: true },
    { confidence: 0.05, right: false },
  ]);
  assert.deepEqual(bins.map(({ from, to }) => [from, to]), [[0, 0.1], [
    0.9,
    1,
  ]]);
  assert.deepEqual(reliabilityBins([]), []);
});

Deno.test("expectedCalibrationError() is near 0 for honest confidences, and what is claimed too much for others", () => {
  const error = (answers: Answer[]) =>
    expectedCalibrationError(reliabilityBins(answers));
  assert.ok(error(answer(100_000)) < 0.01);
  // Claims c, is right c - c/4 of the time: off by c/4, 1/8 in the mean.
  assertClose([error(answer(100_000, (c) => 0.75 * c))], [0.125], 0.01, "");
  assert.equal(error([]), 0);
  assert.equal(error([{ confidence: 1, right: false }]), 1);
});

Deno.test("riskCoverage() ends with every picture answered and the plain share of errors", () => {
  const answers = answer(5000);
  const curve = riskCoverage(answers);
  const wrong = answers.filter(({ right }) => !right).length;
  assert.deepEqual(curve.at(-1), [1, wrong / 5000]);
  for (const [i, [coverage]] of curve.entries()) {
    assert.ok(i === 0 || coverage > curve[i - 1]![0]);
  }
});

Deno.test("riskCoverage() gives at each coverage the errors among the most confident", () => {
  const answers = answer(300);
  for (const [coverage, risk] of riskCoverage(answers)) {
    const answered = answers
      .toSorted((a, b) => b.confidence - a.confidence)
      .slice(0, Math.round(coverage * answers.length));
    const least = answered.at(-1)!.confidence;
    assert.ok(
      answers.every((a) => a.confidence < least || answered.includes(a)),
    );
    const wrong = answered.filter(({ right }) => !right).length;
    assertClose([risk], [wrong / answered.length], 1e-12, "risk");
  }
});

Deno.test("refusalCurve() ascends from refusing nothing to refusing all", () => {
  const curve = refusalCurve(scores(700, 3, 1), scores(400, 0, 2));
  assert.deepEqual(curve[0], [0, 0]);
  assert.deepEqual(curve.at(-1), [1, 1]);
  for (let i = 1; i < curve.length; i++) {
    assert.ok(curve[i]![0] >= curve[i - 1]![0]);
    assert.ok(curve[i]![1] >= curve[i - 1]![1]);
  }
});

Deno.test("the area under refusalCurve() is how often a non-digit scores below a digit", () => {
  const digits = scores(60, 1, 3);
  const others = scores(60, 0, 4);
  const curve = refusalCurve(digits, others);
  let area = 0;
  for (let i = 1; i < curve.length; i++) {
    const [x0, y0] = curve[i - 1]!;
    const [x1, y1] = curve[i]!;
    area += (x1 - x0) * (y0 + y1) / 2;
  }
  const below = digits.flatMap((digit) =>
    others.filter((other) => other < digit)
  );
  assertClose([area], [below.length / 3600], 1e-12, "area");
});

Deno.test("refusalAt() refuses at most the share of digits allowed, and no threshold refuses more non-digits", () => {
  const digits = scores(500, 3, 5);
  const others = scores(500, 0, 6);
  for (const share of [0, 0.02, 0.1, 1]) {
    const best = refusalAt(digits, others, share);
    assert.ok(best.digitsRefused <= share);
    const refused = (values: number[], threshold: number) =>
      values.filter((score) => score < threshold).length / values.length;
    assert.equal(best.digitsRefused, refused(digits, best.threshold));
    assert.equal(best.nonDigitsRefused, refused(others, best.threshold));
    for (const threshold of [...digits, ...others, Infinity]) {
      if (refused(digits, threshold) > share) continue;
      assert.ok(refused(others, threshold) <= best.nonDigitsRefused);
    }
  }
});

Deno.test("no curve depends on the order of its input, and none is longer than 200 points", () => {
  const answers = answer(3000);
  const digits = scores(3000, 2, 7);
  const others = scores(3000, 0, 8);
  const curves = (order: <T>(values: T[]) => T[]) => ({
    risk: riskCoverage(order(answers)),
    refusal: refusalCurve(order(digits), order(others)),
    counts: reliabilityBins(order(answers)).map(({ count, accuracy }) => [
      count,
      accuracy,
    ]),
  });
  const { risk, refusal } = curves((values) => values);
  assert.deepEqual(curves(shuffled), curves((values) => values));
  assert.ok(risk.length <= 200 && refusal.length === 200);
});
