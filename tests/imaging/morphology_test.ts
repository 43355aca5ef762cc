import assert from "node:assert/strict";
import {
  close,
  dilate,
  erode,
  invert,
  type Plane,
} from "../../src/imaging/morphology.ts";
import { seeded } from "./draw.ts";

function noise(width: number, height: number, seed: number): Plane {
  const random = seeded(seed);
  const data = Uint8Array.from(
    { length: width * height },
    () => 256 * random(),
  );
  return { width, height, data };
}

/** The lightest level within `radius` pixels, looked up one by one. */
function naiveDilate({ width, height, data }: Plane, radius: number): Plane {
  const lightest = data.map((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    let most = 0;
    for (let v = Math.max(0, y - radius); v <= y + radius && v < height; v++) {
      for (let u = Math.max(0, x - radius); u <= x + radius && u < width; u++) {
        most = Math.max(most, data[v * width + u]!);
      }
    }
    return most;
  });
  return { width, height, data: lightest };
}

const SIZES = [[1, 1], [7, 5], [5, 7], [1, 20], [20, 1], [23, 17]] as const;

Deno.test("dilate() finds what a search pixel by pixel finds", () => {
  for (const [width, height] of SIZES) {
    for (const radius of [0, 1, 2, 3, 8, 30]) {
      const plane = noise(width, height, 1 + radius);
      assert.deepEqual(dilate(plane, radius), naiveDilate(plane, radius));
    }
  }
});

Deno.test("erode() is dilate() with dark and light exchanged", () => {
  const plane = noise(23, 17, 5);
  assert.deepEqual(erode(plane, 3), invert(naiveDilate(invert(plane), 3)));
});

Deno.test("close() never darkens, and closes once for all", () => {
  for (const [width, height] of SIZES) {
    const plane = noise(width, height, 9);
    const closed = close(plane, 2);
    assert.ok(closed.data.every((level, i) => level >= plane.data[i]!));
    assert.deepEqual(close(closed, 2), closed);
  }
});

/** A light plane of 40 x 30 that is dark where `isDark`. */
function dark(isDark: (x: number, y: number) => boolean): Plane {
  const data = Uint8Array.from(
    { length: 1200 },
    (_, i) => isDark(i % 40, Math.floor(i / 40)) ? 30 : 220,
  );
  return { width: 40, height: 30, data };
}

Deno.test("close() takes strokes away, also those cut by the edge", () => {
  const light = dark(() => false);
  assert.deepEqual(close(dark((x) => x >= 10 && x < 15), 3), light);
  assert.deepEqual(close(dark((x, y) => y > 20 && x > 8 && x < 14), 3), light);
});

Deno.test("close() leaves the shade that goes on beyond the edge", () => {
  const shade = dark((x) => x < 3);
  assert.deepEqual(close(shade, 5), shade);
});
