import assert from "node:assert/strict";
import { NORMALIZED_SIDE } from "../../src/imaging/normalize.ts";
import { stretch } from "../../src/imaging/stretch.ts";

/** Two upright bars at either end of a box. */
function bars(width: number, height: number) {
  const thick = Math.ceil(Math.max(width, height) / 8);
  const data = Float32Array.from(
    { length: width * height },
    (_, i) => i % width < thick || i % width >= width - thick ? 1 : 0,
  );
  return { width, height, data };
}

function extent(image: Float32Array, isRow: boolean): [number, number] {
  const at = image.keys().filter((i) => image[i]! > 0.5)
    .map((i) => isRow ? Math.floor(i / NORMALIZED_SIDE) : i % NORMALIZED_SIDE)
    .toArray();
  return [Math.min(...at), Math.max(...at)];
}

Deno.test("stretch() fills what the network sees but for a margin of 2, whatever the shape", () => {
  for (const [width, height] of [[40, 40], [60, 40], [90, 40], [300, 200]]) {
    const image = stretch(bars(width!, height!));
    assert.deepEqual(extent(image, true), [2, 25], `${width}`);
    assert.deepEqual(extent(image, false), [2, 25], `${width}`);
  }
});

Deno.test("stretch() leaves what is narrow narrow, and in the middle", () => {
  const image = stretch(bars(12, 40));
  assert.deepEqual(extent(image, true), [2, 25]);
  const [left, right] = extent(image, false);
  assert.ok(right - left <= 12 && Math.abs(left + right - 27) <= 1);
});

Deno.test("stretch() gives paper without ink", () => {
  const data = new Float32Array(100);
  assert.ok(stretch({ width: 10, height: 10, data }).every((v) => v === 0));
});
