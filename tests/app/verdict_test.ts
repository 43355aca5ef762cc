import assert from "node:assert/strict";
import type { Judgement } from "../../src/inference/calibrate.ts";
import { percent } from "../../src/views/percent.ts";
import { describe } from "../../src/views/verdict.ts";

const judgement = (
  digit: number | null,
  verdict: Judgement["verdict"],
  alternatives: number[] = [],
): Judgement => ({
  digit,
  verdict,
  alternatives,
  confidence: 0.7,
  probabilities: [],
  strangeness: 0,
});

const cases: [Judgement[], verdict: string, note: string][] = [
  [[judgement(8, "sure")], "It is an 8", "70.0% sure."],
  [
    [judgement(4, "unsure", [9, 8])],
    "Probably a 4",
    "It could be a 9 or an 8 as well.",
  ],
  [[judgement(4, "unsure")], "Probably a 4", "Only 70.0% sure."],
  [
    [judgement(null, "rejected")],
    "No digit here",
    "This looks like none of the ten.",
  ],
  [[judgement(1, "sure"), judgement(2, "sure")], "2 digits", "All clear."],
  [
    [judgement(1, "sure"), judgement(2, "unsure"), judgement(null, "rejected")],
    "2 digits",
    "1 unsure, 1 not a digit.",
  ],
];
for (const [digits, verdict, note] of cases) {
  Deno.test(`${digits.map((d) => d.verdict).join(", ")} is told as "${verdict}"`, () => {
    assert.deepEqual(describe(digits), { verdict, note });
  });
}

Deno.test("a percentage never rounds to certainty or impossibility", () => {
  assert.equal(percent(0.99951), "over 99.9%");
  assert.equal(percent(0.0004), "under 0.1%");
  assert.equal(percent(0.5), "50.0%");
  assert.equal(percent(0), "0%");
});
