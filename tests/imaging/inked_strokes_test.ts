import assert from "node:assert/strict";
import type { Ink } from "../../src/imaging/ink.ts";
import { findInkedStrokes } from "../../src/imaging/inked_strokes.ts";
import { strokesBox } from "../../src/imaging/strokes.ts";
import { drawTwo } from "./draw.ts";

const SIDE = 120;
const TWO = drawTwo({ width: SIDE, height: SIDE, x: 30, y: 30, size: 60 });

/** A two of some strength beside firm specks, as the edge of a table leaves them. */
function paleTwo(strength: number): Ink {
  const data = TWO.data.map((value) => strength * value);
  data.fill(1, 5 * SIDE + 110, 5 * SIDE + 113);
  return { width: SIDE, height: SIDE, data };
}

Deno.test("findInkedStrokes() finds pale writing where a speck is blacker, and gives it full ink", () => {
  const firm = findInkedStrokes({ ...TWO });
  const pale = findInkedStrokes(paleTwo(0.4));
  assert.deepEqual(strokesBox(pale.strokes!), strokesBox(firm.strokes!));
  const fullest = (ink: Ink) =>
    ink.data.reduce((most, value) => Math.max(most, value), 0);
  assert.equal(fullest(pale.ink), 1);
});

Deno.test("findInkedStrokes() leaves firm ink as it is, and finds nothing in haze", () => {
  const ink = { ...TWO };
  assert.equal(findInkedStrokes(ink).ink, ink);
  assert.equal(findInkedStrokes(paleTwo(0.1)).strokes, null);
});
