import assert from "node:assert/strict";
import { drawTwo, paint, recolor } from "../imaging/draw.ts";
import { recognizer } from "./recognizer.ts";

const WIDTH = 280;
const HEIGHT = 200;
const PAPER = [215, 212, 205, 255] as const;
const drawing = drawTwo({
  width: WIDTH,
  height: HEIGHT,
  x: 90,
  y: 45,
  size: 110,
});

/** A picture in falling light, and a black strip along a part of its lower edge. */
function photo(sheet: Uint8Array, strip: number) {
  const picture = { width: WIDTH, height: HEIGHT, rgba: sheet, scale: 1 };
  return recolor(picture, (value, i) => {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    const isBlack = y >= HEIGHT - strip && x < 90;
    return isBlack ? 0 : value * (1 - 0.2 * x / WIDTH);
  });
}

const pale = paint(drawing, [185, 182, 190, 255], PAPER).rgba;
const empty = paint(
  { ...drawing, data: new Float32Array(WIDTH * HEIGHT) },
  PAPER,
  PAPER,
).rgba;

Deno.test("pale writing is read though something black reaches over the edge of the picture", () => {
  for (const strip of [1, 2, 3]) {
    const { text, blank } = recognizer.read(photo(pale, strip));
    assert.equal(text, "2", `${strip} pixels, ${blank}`);
  }
});

Deno.test("nothing is read where only something black reaches over the edge", () => {
  for (const strip of [1, 2, 3]) {
    assert.equal(recognizer.read(photo(empty, strip)).text, "");
  }
});
