import assert from "node:assert/strict";
import type { Picture } from "../../src/imaging/picture.ts";
import { soften } from "../../src/imaging/soften.ts";
import { seeded } from "./draw.ts";

const WEIGHTS = [1, 4, 6, 4, 1];

/** The same in numbers of any size; what is beyond the edge is as the edge. */
function softened({ width, height, rgba }: Picture): number[] {
  return Array.from(rgba, (_, at) => {
    const x = (at >> 2) % width;
    const y = Math.floor((at >> 2) / width);
    let sum = 0;
    for (const [j, below] of WEIGHTS.entries()) {
      for (const [i, right] of WEIGHTS.entries()) {
        const column = Math.min(width - 1, Math.max(0, x + i - 2));
        const row = Math.min(height - 1, Math.max(0, y + j - 2));
        const value = rgba[4 * (row * width + column) + at % 4]!;
        sum += right * below * value / 256;
      }
    }
    return sum;
  });
}

function noise(width: number, height: number, seed: number): Picture {
  const random = seeded(seed);
  const rgba = Uint8Array.from(
    { length: 4 * width * height },
    () => Math.floor(256 * random()),
  );
  return { width, height, rgba, scale: 1 };
}

Deno.test("soften() blurs each channel for itself, to less than one level of the exact value", () => {
  for (const [width, height] of [[9, 7], [1, 5], [5, 1], [2, 2], [1, 1]]) {
    const picture = noise(width!, height!, 5 + width!);
    const exact = softened(picture);
    soften(picture).rgba.forEach((value, i) => {
      const message = `${width}x${height} at ${i}: ${value}, ${exact[i]}`;
      // Half a level for each axis.
      assert.ok(Math.abs(value - exact[i]!) <= 1, message);
    });
  }
});

Deno.test("soften() leaves what has one colour as it is", () => {
  for (const level of [0, 1, 127, 128, 254, 255]) {
    const rgba = new Uint8Array(4 * 6 * 4).fill(level);
    const soft = soften({ width: 6, height: 4, rgba, scale: 1 });
    assert.deepEqual(soft.rgba, rgba);
  }
});
