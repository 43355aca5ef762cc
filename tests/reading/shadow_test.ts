import assert from "node:assert/strict";
import { drawTwo, paint, recolor } from "../imaging/draw.ts";
import { recognizer } from "./recognizer.ts";

const WIDTH = 280;
const drawing = drawTwo({
  width: WIDTH,
  height: 210,
  x: 80,
  y: 45,
  size: 120,
  thickness: 0.035,
});

/** A two in pen on a sheet in falling light, a part of which lies in a shadow with sharp edges. */
function shaded(left: number, top: number, side: number) {
  const sheet = paint(drawing, [40, 45, 60, 255], [215, 212, 205, 255]);
  return recolor(sheet, (value, i) => {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    const isShaded = x >= left && x < left + side &&
      y >= top && y < top + 2 * side;
    return value * (1 - 0.3 * x / WIDTH) * (isShaded ? 0.45 : 1);
  });
}

for (const side of [36, 44, 52]) {
  Deno.test(`a digit is read through a hard shadow of ${side} by ${2 * side} pixels, wherever that lies`, () => {
    for (const left of [80, 110, 140]) {
      for (const top of [30, 60, 90]) {
        const { text } = recognizer.read(shaded(left, top, side));
        assert.equal(text, "2", `at ${left}, ${top}`);
      }
    }
  });
}
