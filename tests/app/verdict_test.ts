import assert from "node:assert/strict";
import { percent, shortPercent } from "../../src/views/percent.ts";
import { describe, type Described } from "../../src/views/verdict.ts";

type Digit = Described["digits"][number];

const judgement = (
  digit: number | null,
  verdict: Digit["verdict"],
  alternatives: number[] = [],
  box: Digit["box"] = null,
): Digit => ({
  digit,
  verdict,
  alternatives,
  confidence: 0.7,
  probabilities: [],
  strangeness: 0,
  box,
});

const cases: [Digit[], verdict: string, note: string][] = [
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
    "1 unsure, 1 mark is no digit.",
  ],
  [
    [judgement(null, "rejected"), judgement(null, "rejected")],
    "0 digits",
    "2 marks are no digits.",
  ],
];
for (const [digits, verdict, note] of cases) {
  Deno.test(`${digits.map((d) => d.verdict).join(", ")} is told as "${verdict}"`, () => {
    const told = describe({ digits, isCrowded: false }, 0);
    assert.deepEqual(told, { verdict, note });
  });
}

Deno.test("marks left out are counted after what was read", () => {
  const one = { digits: [judgement(8, "sure")], isCrowded: false };
  assert.equal(describe(one, 1).note, "70.0% sure. 1 mark left out.");
  const digits = [judgement(1, "sure"), judgement(2, "unsure")];
  const { note } = describe({ digits, isCrowded: false }, 2);
  assert.equal(note, "1 unsure. 2 marks left out.");
});

Deno.test("refused ink that is wide may be a number, and is told what would help", () => {
  const refused = (width: number) => {
    const box = { x: 0, y: 0, width, height: 20 };
    const digits = [judgement(null, "rejected", [], box)];
    return describe({ digits, isCrowded: false }, 0).note;
  };
  assert.match(refused(16), /none of the ten/);
  assert.match(refused(50), /crop the picture .* digits further apart/);
});

Deno.test("a crowded picture is told as too much, and what to do", () => {
  const digits = [judgement(null, "rejected")];
  const { verdict, note } = describe({ digits, isCrowded: true }, 0);
  assert.equal(verdict, "Too much to read");
  assert.match(note, /Crop it to the number/);
});

Deno.test("a percentage never rounds to certainty or impossibility", () => {
  assert.equal(percent(0.99951), "over 99.9%");
  assert.equal(percent(0.0004), "under 0.1%");
  assert.equal(percent(0.5), "50.0%");
  assert.equal(percent(0), "0%");
});

Deno.test("a short percentage has two digits at most, and never rounds up", () => {
  assert.equal(shortPercent(1), "99%");
  assert.equal(shortPercent(0.99951), "99%");
  assert.equal(shortPercent(0.7199), "71%");
  assert.equal(shortPercent(0.004), "0%");
});
