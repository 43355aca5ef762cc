import assert from "node:assert/strict";
import { clearHaze } from "../../src/imaging/haze.ts";
import { Random } from "../../train/random.ts";

const SIDE = 30;

/** A stroke down the middle with edges that fade over four pixels, on paper with `haze`. */
function softStroke(haze: (i: number) => number) {
  const data = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const stroke = 1.25 - Math.abs(i % SIDE - 15) / 4;
    return Math.min(1, Math.max(stroke, haze(i)));
  });
  return { width: SIDE, height: SIDE, data };
}

Deno.test("clearHaze() leaves strokes with their soft edges as they are", () => {
  const ink = softStroke(() => 0);
  assert.deepEqual(clearHaze(ink, 3).data, ink.data);
});

Deno.test("clearHaze() clears faint ink beyond the reach of an edge, and only that", () => {
  const random = new Random(1);
  const faint = Float32Array.from(
    { length: SIDE * SIDE },
    () => 0.4 * random.uniform(),
  );
  const ink = softStroke((i) => faint[i]!);
  const { data } = clearHaze(ink, 3);
  data.forEach((value, i) => {
    const distance = Math.abs(i % SIDE - 15);
    // The stroke is firm up to three pixels from its middle.
    assert.equal(value, distance <= 6 ? ink.data[i] : 0, `pixel ${i}`);
  });
});

Deno.test("clearHaze() clears all where nothing is firm", () => {
  const data = new Float32Array(SIDE * SIDE).fill(0.4);
  const cleared = clearHaze({ width: SIDE, height: SIDE, data }, 3);
  assert.ok(cleared.data.every((value) => value === 0));
});
