import assert from "node:assert/strict";
import { drawTwo, paint, recolor } from "../imaging/draw.ts";
import { Random } from "../../train/random.ts";
import { strokeHands } from "../../train/synthetic/numbers/hands.ts";
import {
  drawDigits,
  spacedNumber,
} from "../../train/synthetic/numbers/sources.ts";
import { assertRead, type NumberPicture } from "./misread.ts";
import { recognizer } from "./recognizer.ts";
import { emptySheet, paste, pictureOf } from "./sheet.ts";

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

/** A number in falling light, over the end of which a finger throws a soft shadow. */
function fingered(index: number): NumberPicture {
  const random = new Random(47, index);
  const text = drawDigits(random, 3, 5);
  const size = { height: 70, thickness: 4 };
  const { ink } = spacedNumber(text, strokeHands(random), random, size);
  const sheet = emptySheet(ink.width + 240, ink.height + 240);
  paste(sheet, ink, 100, 120);
  const { width } = sheet;
  const picture = recolor(pictureOf(sheet, 60, 225), (value, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const away = Math.abs(x - ink.width - 75 - 0.3 * (y - 120)) / 22;
    const isBelow = 1 / (1 + Math.exp((100 - y) / 6));
    const shade = 0.5 * isBelow / (1 + Math.exp(6 * (away - 1)));
    return value * (1 - 0.2 * x / width) * (1 - shade);
  });
  return { picture, text };
}

Deno.test("numbers are read over the end of which a finger throws its shadow, 17 of 20 at least", () => {
  assertRead(20, fingered, 3);
});
