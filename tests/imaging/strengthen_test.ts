import assert from "node:assert/strict";
import { strengthen } from "../../src/imaging/strengthen.ts";
import { drawTwo } from "./draw.ts";

const TWO = drawTwo({ width: 120, height: 120, x: 20, y: 20, size: 80 });

/** The drawing in ink of `strength`. */
function inked(strength: number) {
  return { ...TWO, data: TWO.data.map((value) => strength * value) };
}

Deno.test("strengthen() gives pale writing the ink of full writing", () => {
  for (const strength of [0.3, 0.5, 0.8]) {
    const { data } = strengthen(inked(strength));
    data.forEach((value, i) =>
      assert.ok(Math.abs(value - TWO.data[i]!) < 0.02, `${value} at ${i}`)
    );
  }
});

Deno.test("strengthen() leaves full ink, faint traces and crumbs as they are", () => {
  const crumbs = new Float32Array(120 * 120);
  for (const at of [1000, 5000, 9000]) crumbs.fill(0.4, at, at + 5);
  for (const ink of [inked(1), inked(0.1), { ...TWO, data: crumbs }]) {
    assert.deepEqual(strengthen(ink), ink);
  }
});
