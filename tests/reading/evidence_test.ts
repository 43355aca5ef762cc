import assert from "node:assert/strict";
import type { Judgement } from "../../src/inference/calibrate.ts";
import { evidence, isLikelyNumber } from "../../src/reading/evidence.ts";
import type { Part } from "../../src/reading/line.ts";

const SOME_INK = { width: 1, height: 1, data: new Float32Array(1) };
const SOME_BOX = { x: 0, y: 0, width: 1, height: 1 };

function judged(
  digit: number | null,
  { strangeness = 0, several = 0 }: Partial<Judgement> = {},
): Judgement {
  return {
    digit,
    confidence: 1,
    probabilities: [],
    strangeness,
    several,
    verdict: digit === null ? "rejected" : "sure",
    alternatives: [],
  };
}

function part(
  judgement: Judgement | null,
  isCut = false,
  box = SOME_BOX,
): Part {
  const glyph = judgement && {
    box,
    ink: SOME_INK,
    thickened: null,
    normalized: new Float32Array(0),
    judgement,
  };
  return { from: 0, to: 1, box, glyph, isCut, width: 0.6, height: 1 };
}

Deno.test("evidence() is for two digits that together look like several, and against them where they look like a letter", () => {
  const parts = [part(judged(3), true), part(judged(8), true)];
  assert.ok(evidence(parts, 0.99) > 0);
  assert.ok(evidence(parts, 0.01) < 0);
});

Deno.test("evidence() grows with how much all of it looks like several digits", () => {
  const parts = [part(judged(3)), part(judged(8))];
  const grades = [0, 0.01, 0.1, 0.5, 1].map((several) =>
    evidence(parts, several)
  );
  assert.deepEqual(grades, grades.toSorted((a, b) => a - b));
});

Deno.test("evidence() takes a long line of plain digits for a number, whatever it looks like as one glyph", () => {
  const parts = Array.from({ length: 10 }, (_, digit) => part(judged(digit)));
  assert.ok(evidence(parts, 0) > 0);
});

Deno.test("evidence() makes less of what was cut out, of what any stroke looks like, and of doubtful digits", () => {
  const of = (one: Part) => evidence([one], 0.5);
  const plain = of(part(judged(5)));
  assert.ok(of(part(judged(5), true)) < plain);
  assert.ok(of(part(judged(1))) < plain);
  assert.ok(of(part(judged(5, { strangeness: 0.5 }))) < plain);
  assert.ok(of(part(judged(null))) < of(part(null)));
});

Deno.test("evidence() takes 1s that stand in a row for as much as other digits, but not in a column, beside a strange one, or cut out", () => {
  const boxAt = (x: number, y: number, height = 40) => ({
    x,
    y,
    width: 8,
    height,
  });
  const ones = (...boxes: ReturnType<typeof boxAt>[]) =>
    boxes.map((box) => part(judged(1), false, box));
  const [first, second] = [boxAt(0, 0), boxAt(30, 5)];
  const row = evidence(ones(first, second), 0.5);
  const others = [part(judged(3)), part(judged(8))];
  assert.equal(row, evidence(others, 0.5));
  assert.ok(evidence(ones(first, boxAt(0, 50)), 0.5) < row);
  assert.ok(evidence(ones(first, boxAt(30, 0, 80)), 0.5) < row);
  assert.ok(
    evidence([...ones(first, second), part(null, false, first)], 0.5) < row,
  );
  const cut = [...ones(first), part(judged(1), true, second)];
  assert.ok(evidence(cut, 0.5) < row);
});

Deno.test("evidence() makes less of 1s between which something wide is left out, not of other digits", () => {
  const wide = part(null);
  const dot = { ...part(null), width: 0.2 };
  const of = (digit: number, beside: Part) =>
    evidence([part(judged(digit)), beside, part(judged(1))], 0.5);
  assert.ok(of(1, wide) < of(1, dot));
  assert.equal(of(4, wide), of(4, dot));
  const after = [part(judged(1)), part(judged(1), false)];
  assert.equal(
    evidence([...after, wide], 0.5),
    evidence([...after, dot], 0.5),
  );
});

Deno.test("isLikelyNumber() looks at all writing as one glyph only where that decides, and decides as evidence() does", () => {
  for (let count = 1; count <= 6; count++) {
    for (const several of [0, 0.05, 0.5, 1]) {
      const parts = Array.from(
        { length: count },
        (_, i) => part(judged(i % 2 ? 1 : 4, { strangeness: 0.3 }), true),
      );
      let asked = 0;
      const isNumber = isLikelyNumber(parts, () => {
        asked++;
        return several;
      });
      assert.equal(isNumber, evidence(parts, several) > 0);
      const isOpen = evidence(parts, 0) <= 0 && evidence(parts, 1) > 0;
      assert.equal(asked, isOpen ? 1 : 0);
    }
  }
});

Deno.test("evidence() is for zeros in a row behind what is no digit, and less for rings that are not level", () => {
  const sign = part(judged(null, { strangeness: 1 }));
  const zeros = (step: number) =>
    Array.from(
      { length: 3 },
      (_, i) =>
        part(judged(0), false, { x: 2 * i, y: step * i, width: 1, height: 1 }),
    );
  const row = evidence([sign, ...zeros(0)], 0.5);
  assert.ok(row > evidence([sign, ...zeros(1)], 0.5));
  assert.ok(row > evidence([sign, sign, sign, ...zeros(0)], 0.5) + 1);
});
