import { Random } from "../../train/random.ts";
import { strokeHands } from "../../train/synthetic/numbers/hands.ts";
import {
  drawDigits,
  spacedNumber,
} from "../../train/synthetic/numbers/sources.ts";
import { drawn, PERCENT, type Stroke } from "../imaging/signs/strokes.ts";
import { assertRead, type NumberPicture } from "./misread.ts";
import { emptySheet, paste, pictureOf } from "./sheet.ts";

/** Signs beside digits, which the network takes for digits. */

const COUNT = 20;
const MARGIN = 40;

const PLUS: readonly Stroke[] = [[50, 28, 48, 76], [24, 54, 76, 50]];
const EQUALS: readonly Stroke[] = [[20, 44, 80, 40], [20, 66, 80, 64]];

/** Two numbers with a sign between them, or one with a sign behind it. */
function withSign(
  sign: readonly Stroke[],
  index: number,
  isLast = false,
): NumberPicture {
  const random = new Random(29, index);
  const hand = strokeHands(random);
  const number = () => {
    const text = drawDigits(random, 1, 3);
    const size = { height: 60, thickness: 5 };
    return { text, ...spacedNumber(text, hand, random, size) };
  };
  const [before, after] = [number(), number()];
  const ink = drawn(sign);
  const width = before.ink.width + ink.width + after.ink.width + 5 * MARGIN;
  const height = Math.max(before.ink.height, after.ink.height) + 2 * MARGIN;
  const sheet = emptySheet(width, height);
  paste(sheet, before.ink, MARGIN, MARGIN);
  const beside = MARGIN + before.ink.width + 20;
  paste(sheet, ink, beside, MARGIN);
  if (!isLast) paste(sheet, after.ink, beside + ink.width + 20, MARGIN);
  const text = before.text + (isLast ? "" : after.text);
  return { picture: pictureOf(sheet), text };
}

Deno.test("a + and a = between numbers are left out", () => {
  assertRead(COUNT, (i) => withSign(PLUS, i), COUNT / 10);
  assertRead(COUNT, (i) => withSign(EQUALS, i), COUNT / 10);
});

Deno.test("a % behind a number is left out", () => {
  assertRead(COUNT, (i) => withSign(PERCENT, i, true), COUNT / 10);
});
