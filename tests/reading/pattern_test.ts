import assert from "node:assert/strict";
import type { Picture } from "../../src/imaging/picture.ts";
import { Random } from "../../train/random.ts";
import { strokeHands } from "../../train/synthetic/numbers/hands.ts";
import {
  drawDigits,
  spacedNumber,
} from "../../train/synthetic/numbers/sources.ts";
import { assertRead, type NumberPicture } from "./misread.ts";
import { recognizer } from "./recognizer.ts";

const PAPER = 215;
const PATTERN = 130;
const INK = 35;

/** Paper with fine dark lines from corner to corner, as cheques are printed on, and ink on it. */
function patterned(
  width: number,
  height: number,
  inkAt: (x: number, y: number) => number,
): Picture {
  const rgba = new Uint8Array(4 * width * height).fill(255);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const paper = (x + y) % 5 < 2 ? PATTERN : PAPER;
    const level = paper - (paper - INK) * inkAt(x, y);
    rgba.fill(level, 4 * i, 4 * i + 3);
  }
  return { width, height, rgba, scale: 1 };
}

function amount(index: number): NumberPicture {
  const random = new Random(8, index);
  const text = drawDigits(random, 3, 6);
  const size = { height: 60, thickness: 6 };
  const { ink } = spacedNumber(text, strokeHands(random), random, size);
  const picture = patterned(ink.width + 40, ink.height + 40, (x, y) => {
    const [left, top] = [x - 20, y - 20];
    const isIn = left >= 0 && left < ink.width && top >= 0 && top < ink.height;
    return isIn ? ink.data[top * ink.width + left]! : 0;
  });
  return { picture, text };
}

Deno.test("numbers on paper with a pattern of half their contrast are read, three of four at least", () => {
  assertRead(20, amount, 5);
});

Deno.test("no digit is read on paper with a pattern and no writing", () => {
  const { text } = recognizer.read(patterned(300, 120, () => 0));
  assert.doesNotMatch(text, /[0-9]/);
});
