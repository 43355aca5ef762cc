import assert from "node:assert/strict";
import { decode } from "../../../src/imaging/decode/decode.ts";
import { type GifOptions, makeGif } from "../make_gif.ts";
import { assertRefused } from "./assert_refused.ts";

const PALETTE = [[1, 2, 3], [200, 100, 50], [9, 9, 9]] as const;
const WHOLE: GifOptions = {
  canvas: [3, 2],
  frame: { x: 0, y: 0, width: 3, height: 2 },
  indices: Uint8Array.of(0, 1, 2, 2, 1, 0),
  palette: PALETTE,
};

/** Whole pixels as palette indices; -1 where nothing shows. */
function indices(gif: Uint8Array): number[] {
  const { rgba } = decode(gif);
  return Array.from({ length: rgba.length / 4 }, (_, i) => {
    const [red, , , alpha] = rgba.subarray(4 * i, 4 * i + 4);
    return alpha === 0 ? -1 : PALETTE.findIndex((color) => color[0] === red);
  });
}

Deno.test("decode() reads a GIF", () => {
  assert.deepEqual(indices(makeGif(WHOLE)), [0, 1, 2, 2, 1, 0]);
});

Deno.test("decode() reads a GIF of many codes", () => {
  const side = 100;
  const drawn = Uint8Array.from({ length: side * side }, (_, i) => i * i % 3);
  const frame = { x: 0, y: 0, width: side, height: side };
  const canvas = [side, side] as const;
  const gif = makeGif({ ...WHOLE, canvas, frame, indices: drawn });
  assert.deepEqual(indices(gif), [...drawn]);
});

Deno.test("decode() keeps the transparency of a GIF", () => {
  const gif = makeGif({ ...WHOLE, transparent: 1 });
  assert.deepEqual(indices(gif), [0, -1, 2, 2, -1, 0]);
});

Deno.test("decode() puts the first frame of a GIF in its place", () => {
  const frame = { x: 1, y: 1, width: 2, height: 1 };
  const gif = makeGif({ ...WHOLE, frame, indices: Uint8Array.of(2, 1) });
  assert.deepEqual(indices(gif), [-1, -1, -1, -1, 2, 1]);
});

Deno.test("decode() refuses a GIF whose canvas is too large", () => {
  const indices = Uint8Array.of(1);
  const frame = { x: 0, y: 0, width: 1, height: 1 };
  const wide = makeGif({ ...WHOLE, canvas: [65_535, 65_535], frame, indices });
  assertRefused(wide, "too-large", /65535 x 65535/);
  const large = makeGif({ ...WHOLE, canvas: [5000, 4000], frame, indices });
  assertRefused(large, "too-large", /at most 16777216/);
});

Deno.test("decode() refuses a GIF whose frame leaves its canvas", () => {
  const huge = { x: 0, y: 0, width: 15_000, height: 15_000 };
  const bomb = makeGif({ ...WHOLE, canvas: [28, 28], frame: huge });
  assertRefused(bomb, "malformed", /reaches to 15000 x 15000/);
  const shifted = makeGif({
    ...WHOLE,
    frame: { x: 1, y: 0, width: 3, height: 2 },
  });
  assertRefused(shifted, "malformed", /reaches to 4 x 2/);
});

Deno.test("decode() refuses a GIF without pixels", () => {
  const empty = { x: 0, y: 0, width: 0, height: 2 };
  const none = makeGif({ ...WHOLE, frame: empty });
  assertRefused(none, "malformed", /no pixels/);
  const canvas = makeGif({ ...WHOLE, canvas: [0, 2] });
  assertRefused(canvas, "malformed", /0 x 2/);
  const header = makeGif(WHOLE).subarray(0, 13);
  assertRefused(header, "malformed", /no frame/);
  assertRefused(header.subarray(0, 9), "malformed", /ends in its header/);
});
