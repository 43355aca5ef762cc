import assert from "node:assert/strict";
import { isHashSign } from "../../src/imaging/hash_sign.ts";
import type { Ink } from "../../src/imaging/ink.ts";

const SIDE = 60;

type Stroke = readonly [x0: number, y0: number, x1: number, y1: number];

/** Straight strokes in hundredths of the picture's side, leaning to the right. */
function drawn(strokes: readonly Stroke[], lean = 0, pen = 2.5): Ink {
  const height = SIDE;
  const width = Math.round(SIDE * (1 + Math.abs(lean)));
  const shift = lean > 0 ? lean * SIDE : 0;
  const data = Float32Array.from({ length: width * height }, (_, i) => {
    const y = Math.floor(i / width);
    const x = i % width - shift + lean * y;
    const away = Math.min(...strokes.map((stroke) => distance(stroke, x, y)));
    return Math.min(1, Math.max(0, pen + 0.5 - away));
  });
  return { width, height, data };
}

function distance(stroke: Stroke, x: number, y: number): number {
  const [x0, y0, x1, y1] = stroke.map((value) => value * SIDE / 100) as [
    number,
    number,
    number,
    number,
  ];
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
}

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
