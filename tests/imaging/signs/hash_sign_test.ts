import assert from "node:assert/strict";
import { isHashSign } from "../../../src/imaging/signs/hash_sign.ts";
import { drawn, type Stroke } from "./strokes.ts";

const STEMS: readonly Stroke[] = [[34, 8, 34, 92], [66, 8, 66, 92]];
const BARS: readonly Stroke[] = [[8, 40, 92, 32], [8, 70, 92, 62]];

Deno.test("a # is told, upright or leaning, by a thin and by a thick pen", () => {
  for (const lean of [-0.2, 0, 0.3, 0.5]) {
    for (const pen of [1.5, 2.5, 4]) {
      assert.ok(isHashSign(drawn([...STEMS, ...BARS], lean, pen)), `${lean}`);
    }
  }
});

Deno.test("what lacks a stroke of a #, or has one more, is none", () => {
  const all = [...STEMS, ...BARS];
  for (const missing of all) {
    assert.ok(!isHashSign(drawn(all.filter((stroke) => stroke !== missing))));
  }
  assert.ok(!isHashSign(drawn([...all, [50, 8, 50, 92]])));
});

Deno.test("digits that touch are no #", () => {
  const four: readonly Stroke[] = [
    [30, 8, 6, 60],
    [4, 60, 52, 60],
    [36, 30, 36, 92],
  ];
  const right = (strokes: readonly Stroke[], by: number) =>
    strokes.map(([a, b, c, d]): Stroke => [a + by, b, c + by, d]);
  const seven: readonly Stroke[] = [[6, 10, 46, 10], [46, 10, 20, 92]];
  const one: readonly Stroke[] = [[20, 8, 20, 92], [4, 92, 40, 92]];
  for (
    const digits of [
      [...four, ...right(four, 46)],
      [...seven, ...right(four, 44)],
      [...one, ...right(one, 36)],
      [...seven, ...right(seven, 40)],
    ]
  ) assert.ok(!isHashSign(drawn(digits)));
});
