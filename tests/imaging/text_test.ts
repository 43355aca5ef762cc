import assert from "node:assert/strict";
import type { Ink } from "../../src/imaging/ink.ts";
import { findText } from "../../src/imaging/text.ts";
import { inkOf, type TextLine } from "../../src/imaging/text_line.ts";
import { findStrokes } from "../../src/imaging/strokes.ts";

/** Bars of ink on paper of 300 x 200. */
function bars(
  ...boxes: readonly (readonly [x: number, y: number, w: number, h: number])[]
): Ink {
  const ink = { width: 300, height: 200, data: new Float32Array(300 * 200) };
  for (const [left, top, width, height] of boxes) {
    for (let y = top; y < top + height; y++) {
      ink.data.fill(1, y * 300 + left, y * 300 + left + width);
    }
  }
  return ink;
}

function linesOf(ink: Ink): readonly TextLine[] {
  return findText(ink, findStrokes(ink)!).lines;
}

function mass({ data }: Ink): number {
  return data.reduce((sum, value) => sum + value, 0);
}

Deno.test("findText() takes a line to atoms from left to right", () => {
  const [line, ...others] = linesOf(
    bars([200, 40, 8, 80], [20, 40, 8, 80], [110, 44, 8, 80]),
  );
  assert.equal(others.length, 0);
  assert.equal(line!.atoms.length, 3);
  const lefts = line!.atoms.map(({ x }) => line!.box.x + x * line!.block);
  assert.deepEqual(lefts.map((x) => Math.round(x / 10)), [2, 11, 20]);
});

Deno.test("findText() loses no ink: atoms together are all writing", () => {
  const ink = bars([20, 20, 60, 6], [20, 20, 6, 80], [74, 20, 6, 80], [
    120,
    30,
    8,
    70,
  ]);
  const [line] = linesOf(ink);
  const { block, atoms } = line!;
  const all = inkOf(line!, 0, atoms.length).ink;
  assert.ok(Math.abs(mass(all) * block ** 2 - mass(ink)) < 1e-3 * mass(ink));
});

Deno.test("findText() keeps what lies within another's box with it", () => {
  const ring = [[40, 40, 60, 6], [40, 114, 60, 6], [40, 40, 6, 80], [
    94,
    40,
    6,
    80,
  ]] as const;
  const [dotted] = linesOf(bars(...ring, [64, 70, 12, 14]));
  assert.equal(dotted!.crossed.filter((price) => price === 0).length, 1);
});

Deno.test("findText() joins pieces of a stroke that a coarse pen left", () => {
  const pieces = Array.from(
    { length: 7 },
    (_, i) => [100 + i % 2, 20 + 22 * i, 9, 20] as const,
  );
  const [line] = linesOf(bars(...pieces, [160, 20, 9, 155]));
  assert.equal(line!.atoms.length, 2);
});

Deno.test("findText() prices a cut by what it crosses, and a gap nothing", () => {
  // Two bars with a bridge between them, and one apart.
  const [line] = linesOf(
    bars([20, 20, 8, 80], [28, 60, 40, 8], [68, 20, 8, 80], [140, 20, 8, 80]),
  );
  const { crossed, atoms } = line!;
  assert.equal(crossed[0], 0);
  assert.equal(crossed[atoms.length - 1], 0);
  const cuts = crossed.filter((price) => price > 0);
  assert.ok(cuts.length >= 1);
  for (const price of cuts) assert.ok(price > 0.5 && price < 1.5);
});

Deno.test("findText() reads lines of any size, each by itself", () => {
  const lines = linesOf(
    bars([20, 10, 10, 100], [60, 10, 10, 100], [20, 140, 5, 50], [
      40,
      140,
      5,
      50,
    ]),
  );
  assert.deepEqual(lines.map(({ atoms }) => atoms.length), [2, 2]);
  const heights = lines.map(({ height, block }) => height * block);
  assert.ok(Math.abs(heights[0]! - 100) <= 4, `${heights[0]}`);
  assert.ok(Math.abs(heights[1]! - 50) <= 4, `${heights[1]}`);
});
