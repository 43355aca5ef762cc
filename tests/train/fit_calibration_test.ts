import assert from "node:assert/strict";
import { judge } from "../../src/inference/calibrate.ts";
import { softmax } from "../../src/inference/softmax.ts";
import { fitCalibration } from "../../train/fit_calibration.ts";
import {
  DIGIT_COUNT,
  NOT_A_DIGIT,
  OUTPUTS,
} from "../../src/inference/classes.ts";
import { Random } from "../../train/random.ts";

/** Labels drawn from the softmax of the logits, which are then blown up by `temperature`. */
function drawLogits(count: number, temperature: number, seed: number) {
  const random = new Random(seed);
  const logits = new Float32Array(count * OUTPUTS);
  const labels = new Uint8Array(count);
  const probabilities = new Float64Array(DIGIT_COUNT);
  for (let i = 0; i < count; i++) {
    const row = logits.subarray(i * OUTPUTS, (i + 1) * OUTPUTS);
    for (let k = 0; k < DIGIT_COUNT; k++) row[k] = random.normal();
    row[Math.floor(random.uniform() * DIGIT_COUNT)]! += 2 +
      8 * random.uniform();
    row[NOT_A_DIGIT] = random.normal();
    softmax(probabilities, row.subarray(0, DIGIT_COUNT));
    let rest = random.uniform();
    labels[i] = Math.max(0, probabilities.findIndex((p) => (rest -= p) < 0));
    for (let k = 0; k < OUTPUTS; k++) row[k]! *= temperature;
  }
  return { logits, labels };
}

function judgements(
  { logits, labels }: ReturnType<typeof drawLogits>,
  calibration: ReturnType<typeof fitCalibration>,
) {
  return Array.from(labels, (label, i) => {
    const row = logits.subarray(i * OUTPUTS, (i + 1) * OUTPUTS);
    return { label, ...judge(row, calibration) };
  });
}

Deno.test("fitCalibration() recovers the temperature that the logits were made with", () => {
  for (const temperature of [0.4, 1, 2.5, 4]) {
    const { logits, labels } = drawLogits(4000, temperature, 1);
    const found = fitCalibration(logits, labels).temperature;
    assert.ok(
      Math.abs(Math.log(found / temperature)) < 0.06,
      `expected ${temperature}, found ${found}`,
    );
  }
});

Deno.test("fitCalibration() keeps its promises on the images it is fitted on, however many", () => {
  for (const count of [1, 7, 100, 999, 1500, 4000]) {
    const drawn = drawLogits(count, 1.5, count);
    const judged = judgements(
      drawn,
      fitCalibration(drawn.logits, drawn.labels),
    );
    const sure = judged.filter(({ verdict }) => verdict === "sure");
    const wrong = sure.filter(({ digit, label }) => digit !== label);
    assert.ok(
      wrong.length <= 0.001 * sure.length,
      `${wrong.length} of ${sure.length} sure answers of ${count} are wrong`,
    );
    const rejected = judged.filter(({ verdict }) => verdict === "rejected");
    assert.equal(rejected.length, Math.floor(0.0015 * count), `of ${count}`);
  }
});

Deno.test("fitCalibration() calls many answers sure where the network is good", () => {
  const drawn = drawLogits(4000, 1, 3);
  const judged = judgements(drawn, fitCalibration(drawn.logits, drawn.labels));
  const sure = judged.filter(({ verdict }) => verdict === "sure");
  assert.ok(sure.length > 400, `${sure.length} of 4000`);
});

Deno.test("fitCalibration() is not sure of a confidence that as many wrong answers share", () => {
  const count = 200;
  const logits = new Float32Array(count * OUTPUTS);
  // All are read as 0 with the same confidence; one in ten is not.
  const labels = Uint8Array.from(
    { length: count },
    (_, i) => i % 10 === 9 ? 1 : 0,
  );
  for (let i = 0; i < count; i++) logits[i * OUTPUTS] = 3;
  const drawn = { logits, labels };
  const judged = judgements(drawn, fitCalibration(logits, labels));
  assert.ok(judged.every(({ verdict }) => verdict === "unsure"));
});

Deno.test("fitCalibration() lets nothing pass that is all but surely no digit, though held-out digits be so", () => {
  const { logits, labels } = drawLogits(100, 1, 1);
  for (let i = 0; i < labels.length; i++) {
    logits[i * OUTPUTS + NOT_A_DIGIT] = 50;
  }
  assert.ok(fitCalibration(logits, labels).reject <= 0.95);
});
