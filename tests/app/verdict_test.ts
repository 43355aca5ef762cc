import assert from "node:assert/strict";
import { describe, type Described } from "../../src/views/reading/verdict.ts";
import type { Language } from "../../src/views/words/language.ts";
import { wordsOf } from "../../src/views/words/words.ts";

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
  several: 0,
  box,
});

function tell(
  digits: Digit[],
  { leftOut = 0, isCrowded = false, language = "en" }: {
    leftOut?: number;
    isCrowded?: boolean;
    language?: Language;
  } = {},
) {
  return describe({ digits, isCrowded }, leftOut, wordsOf(language).verdict);
}

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
    assert.deepEqual(tell(digits), { verdict, note });
  });
}

Deno.test("marks left out are counted after what was read", () => {
  const one = tell([judgement(8, "sure")], { leftOut: 1 });
  assert.equal(one.note, "70.0% sure. 1 mark left out.");
  const digits = [judgement(1, "sure"), judgement(2, "unsure")];
  const two = tell(digits, { leftOut: 2 });
  assert.equal(two.note, "1 unsure. 2 marks left out.");
});

Deno.test("refused ink that is wide may be a number, and is told what would help", () => {
  const refused = (width: number) => {
    const box = { x: 0, y: 0, width, height: 20 };
    return tell([judgement(null, "rejected", [], box)]).note;
  };
  assert.match(refused(16), /none of the ten/);
  assert.match(refused(50), /crop the picture .* digits further apart/);
});

Deno.test("a crowded picture is told as too much, and what to do", () => {
  const digits = [judgement(null, "rejected")];
  const { verdict, note } = tell(digits, { isCrowded: true });
  assert.equal(verdict, "Too much to read");
  assert.match(note, /Crop it to the number/);
});

const russian: [Digit[], verdict: string, note: string][] = [
  [[judgement(8, "sure")], "Это 8", "Уверенность 70,0\u00a0%."],
  [
    [judgement(4, "unsure", [9, 8])],
    "Вероятно, 4",
    "Но это может быть и 9 или 8.",
  ],
  [
    [judgement(1, "sure"), judgement(2, "unsure"), judgement(null, "rejected")],
    "2 цифры",
    "1 под вопросом, 1 знак не цифра.",
  ],
  [
    Array.from({ length: 5 }, () => judgement(1, "sure")),
    "5 цифр",
    "Сомнений нет.",
  ],
  [
    Array.from({ length: 21 }, () => judgement(1, "sure")),
    "21 цифра",
    "Сомнений нет.",
  ],
];
for (const [digits, verdict, note] of russian) {
  Deno.test(`in Russian ${digits.length} digits are told as "${verdict}"`, () => {
    assert.deepEqual(tell(digits, { language: "ru" }), { verdict, note });
  });
}
