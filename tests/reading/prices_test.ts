import assert from "node:assert/strict";
import type { TextLine } from "../../src/imaging/text_line.ts";
import { leftOutPrice } from "../../src/reading/prices.ts";

const HEIGHT = 40;

/** The price of leaving out the only atom of a line, or one that was cut from the next. */
function priceOf(width: number, height: number, isCut = false): number {
  const line: TextLine = {
    box: { x: 0, y: 0, width: 100, height: HEIGHT },
    block: 1,
    ink: { width: 0, height: 0, data: new Float32Array() },
    height: HEIGHT,
    labels: new Uint16Array(),
    atoms: [{ x: 0, y: 0, width, height }],
    crossed: isCut ? [0, 1] : [0],
  };
  return leftOutPrice(line, 0);
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
