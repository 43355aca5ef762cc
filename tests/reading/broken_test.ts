import { Random } from "../../train/random.ts";
import { between } from "../../train/synthetic/chance.ts";
import { strokeHands } from "../../train/synthetic/numbers/hands.ts";
import {
  drawDigits,
  spacedNumber,
} from "../../train/synthetic/numbers/sources.ts";
import { assertRead, type NumberPicture } from "./misread.ts";
import { emptySheet, paste, pictureOf } from "./sheet.ts";

/** Strokes that broke, as on a worn copy. */

const SIZE = { height: 90, thickness: 9 };
/** Pixels. */
const BREAK = 6;
const MARGIN = 60;

/** A number through all of which one clear line runs. */
function striped(index: number): NumberPicture {
  const random = new Random(53, index);
  const text = drawDigits(random, 2, 5);
  const { ink } = spacedNumber(text, strokeHands(random), random, SIZE);
  const top = Math.round(ink.height * between(random, 0.3, 0.7));
  ink.data.fill(0, top * ink.width, (top + BREAK) * ink.width);
  const sheet = emptySheet(ink.width + 2 * MARGIN, ink.height + 2 * MARGIN);
  paste(sheet, ink, MARGIN, MARGIN);
  return { picture: pictureOf(sheet), text };
}

/** Two numbers above each other, of which the digits nearly meet. */
function close(index: number): NumberPicture {
  const random = new Random(59, index);
  const hand = strokeHands(random);
  const sheet = emptySheet(700, 400);
  let top = 40;
  const lines = [0, 1].map(() => {
    const text = drawDigits(random, 2, 4);
    const { ink } = spacedNumber(text, hand, random, SIZE);
    paste(sheet, ink, 60, top);
    top += ink.height + BREAK;
    return text;
  });
  return { picture: pictureOf(sheet), text: lines.join("\n") };
}

Deno.test("a number through which a clear line runs is one line, four of five are read at least", () => {
  assertRead(20, striped, 4);
});

Deno.test("lines of digits that nearly meet are no broken ones, four of five are read at least", () => {
  assertRead(20, close, 4);
});
