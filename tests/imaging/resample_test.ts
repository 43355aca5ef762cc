import assert from "node:assert/strict";
import { resample } from "../../src/imaging/resample.ts";
import { seeded } from "./draw.ts";

function noise(length: number, seed: number): Float32Array {
  const random = seeded(seed);
  return Float32Array.from({ length }, random);
}

/** Box filter by repetition: every sample `to` times, averaged `from` by `from`. */
function naiveShrink(
  plane: Float32Array,
  width: number,
  height: number,
  newWidth: number,
  newHeight: number,
): Float32Array {
  return Float32Array.from({ length: newWidth * newHeight }, (_, i) => {
    const left = (i % newWidth) * width;
    const top = Math.floor(i / newWidth) * height;
    let sum = 0;
    for (let y = top; y < top + height; y++) {
      for (let x = left; x < left + width; x++) {
        const row = Math.floor(y / newHeight);
        sum += plane[row * width + Math.floor(x / newWidth)]!;
      }
    }
    return sum / (width * height);
  });
}

function assertClose(actual: Float32Array, expected: Float32Array): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, i) =>
    assert.ok(Math.abs(value - expected[i]!) < 1e-6, `at ${i}: ${value}`)
  );
}

Deno.test("resample() shrinks like a naive box filter", () => {
  const sizes = [[7, 5, 3, 2], [28, 28, 20, 20], [20, 9, 19, 9], [6, 4, 3, 1]];
  for (const [width, height, newWidth, newHeight] of sizes) {
    const plane = noise(width! * height!, 1);
    assertClose(
      resample(plane, width!, height!, newWidth!, newHeight!),
      naiveShrink(plane, width!, height!, newWidth!, newHeight!),
    );
  }
});

Deno.test("resample() enlarges linearly between pixel centres", () => {
  const actual = resample(Float32Array.of(0, 1), 2, 1, 4, 1);
  assertClose(actual, Float32Array.of(0, 0.25, 0.75, 1));
});

Deno.test("resample() keeps a ramp a ramp when enlarging", () => {
  const ramp = Float32Array.from({ length: 5 }, (_, i) => i);
  const actual = resample(ramp, 1, 5, 1, 12);
  for (let i = 2; i < 10; i++) {
    assert.ok(Math.abs(actual[i]! - ((i + 0.5) * 5 / 12 - 0.5)) < 1e-6);
  }
});

Deno.test("resample() changes nothing at equal size", () => {
  const plane = noise(13 * 9, 2);
  assert.deepEqual(resample(plane, 13, 9, 13, 9), plane);
});

Deno.test("resample() keeps the mean when shrinking", () => {
  const plane = noise(31 * 17, 3);
  const mean = (a: Float32Array) => a.reduce((s, v) => s + v, 0) / a.length;
  const small = resample(plane, 31, 17, 11, 5);
  assert.ok(Math.abs(mean(small) - mean(plane)) < 1e-6);
});

Deno.test("resample() mixes both axes: one shrinks, one grows", () => {
  const actual = resample(Float32Array.of(0, 1, 1, 1), 4, 1, 2, 3);
  assertClose(actual, Float32Array.of(0.5, 1, 0.5, 1, 0.5, 1));
});

Deno.test("resample() refuses wrong sizes", () => {
  const plane = new Float32Array(6);
  assert.throws(() => resample(plane, 3, 2, 0, 1), RangeError);
  assert.throws(() => resample(plane, 3, 2, 1.5, 1), RangeError);
  assert.throws(() => resample(plane, 3, 3, 1, 1), TypeError);
});
