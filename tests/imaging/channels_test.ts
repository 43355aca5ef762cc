import assert from "node:assert/strict";
import { channelsOf } from "../../src/imaging/channels.ts";
import type { Picture } from "../../src/imaging/picture.ts";

function picture(...pixels: readonly (readonly number[])[]): Picture {
  const rgba = Uint8Array.from(pixels.flat());
  return { width: pixels.length, height: 1, rgba, scale: 1 };
}

Deno.test("a picture with hue is shown in green, red and blue, each as gray", () => {
  const shown = channelsOf(picture([1, 2, 3, 255], [255, 254, 253, 255]));
  assert.deepEqual(
    [...shown].map(({ rgba }) => [...rgba]),
    [2, 1, 3].map((first) => {
      const last = 256 - first;
      return [first, first, first, 255, last, last, last, 255];
    }),
  );
});

Deno.test("a gray picture, or one that may be seen through, is shown in no colour", () => {
  for (const pixel of [[7, 7, 7, 255], [7, 8, 9, 254]]) {
    assert.deepEqual([...channelsOf(picture(pixel))], []);
  }
});
