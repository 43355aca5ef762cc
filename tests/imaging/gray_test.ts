import assert from "node:assert/strict";
import { channelPlanes, grayPlanes } from "../../src/imaging/gray.ts";

/** Pixels of opaque colours. */
function picture(...pixels: readonly (readonly [number, number, number])[]) {
  const rgba = Uint8Array.from(pixels.flatMap((pixel) => [...pixel, 255]));
  return { width: pixels.length, height: 1, rgba, scale: 1 };
}

Deno.test("grayPlanes() of a picture without hue are one: each channel says the same", () => {
  const grays = picture([0, 0, 0], [17, 17, 17], [255, 255, 255]);
  assert.deepEqual([...grayPlanes(grays)], [Uint8Array.of(0, 17, 255)]);
});

Deno.test("grayPlanes() of one coloured pixel are its luma, and each channel", () => {
  for (const colour of [[9, 9, 8], [9, 8, 9], [8, 9, 9]] as const) {
    const planes = [...grayPlanes(picture([0, 0, 0], colour, [255, 255, 255]))];
    assert.equal(planes.length, 4);
    const [red, green, blue] = colour;
    assert.deepEqual(planes.slice(1).map((plane) => plane[1]), [
      blue,
      red,
      green,
    ]);
  }
});

Deno.test("channelPlanes() are green, red and blue, and none where there is no hue", () => {
  const planes = channelPlanes(picture([1, 2, 3], [255, 254, 253]));
  assert.deepEqual([...planes], [
    Uint8Array.of(2, 254),
    Uint8Array.of(1, 255),
    Uint8Array.of(3, 253),
  ]);
  assert.deepEqual([...channelPlanes(picture([7, 7, 7], [0, 0, 0]))], []);
});
