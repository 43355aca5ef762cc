import assert from "node:assert/strict";
import type { Box } from "../../src/imaging/picture.ts";
import type { TextLine } from "../../src/imaging/text_line.ts";
import { leftOutPrice, mayBeCents } from "../../src/reading/prices.ts";

const HEIGHT = 40;

function lineOf(atoms: readonly Box[], crossed: readonly number[]): TextLine {
  return {
    box: { x: 0, y: 0, width: 100, height: HEIGHT },
    block: 1,
    ink: { width: 0, height: 0, data: new Float32Array() },
    height: HEIGHT,
    labels: new Uint16Array(),
    atoms,
    crossed,
  };
}

/** The price of leaving out the only atom of a line, or one that was cut from the next. */
function priceOf(width: number, height: number, isCut = false): number {
  const atom = { x: 0, y: 0, width, height };
  return leftOutPrice(lineOf([atom], isCut ? [0, 1] : [0]), 0);
}

Deno.test("leftOutPrice() asks more the larger an atom is, and no more than for one as high as the line", () => {
  assert.ok(priceOf(4, 4) < priceOf(12, 16));
  assert.ok(priceOf(12, 16) < priceOf(20, HEIGHT));
  assert.equal(priceOf(20, HEIGHT), priceOf(60, 2 * HEIGHT));
});

Deno.test("leftOutPrice() asks less for a dash than for an upright stroke as long, but not where it was cut", () => {
  assert.ok(priceOf(16, 4) < 0.6 * priceOf(4, 16));
  assert.equal(priceOf(16, 4, true), priceOf(4, 16));
});

Deno.test("mayBeCents() is of what stands wide, low and raised behind a digit, apart from it", () => {
  const digit = { x: 0, y: 0, width: 20, height: HEIGHT };
  const cents = { x: 26, y: 0, width: 32, height: 20 };
  const isCents = (box: Box, cut = 0) =>
    mayBeCents(lineOf([digit, box], [0, cut]), 1, box);
  assert.ok(isCents(cents));
  assert.ok(!isCents(cents, 1));
  assert.ok(!isCents({ ...cents, y: 20 }));
  assert.ok(!isCents({ ...cents, width: 18 }));
  assert.ok(!isCents({ ...cents, height: 30 }));
  assert.ok(!isCents({ ...cents, x: 10 }));
  // In the line above.
  assert.ok(!isCents({ ...cents, y: -24 }));
});
