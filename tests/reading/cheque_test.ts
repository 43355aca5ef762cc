import type { Ink } from "../../src/imaging/ink.ts";
import { Random } from "../../train/random.ts";
import { between } from "../../train/synthetic/chance.ts";
import { drawNonDigit } from "../../train/synthetic/non_digits.ts";
import { strokeHands } from "../../train/synthetic/numbers/hands.ts";
import {
  drawDigits,
  spacedNumber,
} from "../../train/synthetic/numbers/sources.ts";
import { assertRead, type NumberPicture } from "./misread.ts";
import { emptySheet, paste, pictureOf } from "./sheet.ts";

/** What stands around the amount on a cheque, and is no part of it. */

const MARGIN = 90;
const COUNT = 20;

/** An amount in the middle of paper, and what else is drawn there. */
function cheque(
  random: Random,
  add: (sheet: Ink, random: Random) => void,
): NumberPicture {
  const text = drawDigits(random, 3, 6);
  const size = { height: 70, thickness: 6 };
  const { ink } = spacedNumber(text, strokeHands(random), random, size);
  const sheet = emptySheet(ink.width + 2 * MARGIN, ink.height + 2 * MARGIN);
  paste(sheet, ink, MARGIN, MARGIN);
  add(sheet, random);
  return { picture: pictureOf(sheet, 35, 235), text };
}

/** The loops of a signature, the lower half of which the edge cuts off. */
function sign({ width, height, data }: Ink): void {
  for (let left = 60; left < width - 60; left += 50) {
    for (let angle = Math.PI; angle < 2 * Math.PI; angle += 0.005) {
      const x = left + 34 * Math.cos(angle);
      const y = height + 60 * Math.sin(angle);
      for (let i = 0; i < 25; i++) {
        const [column, row] = [x + i % 5, y + Math.floor(i / 5)].map(
          Math.floor,
        );
        if (row! < height) data[row! * width + column!] = 1;
      }
    }
  }
}

/** Letters a quarter as high as the digits. */
function print(sheet: Ink, random: Random): void {
  for (let i = 0; i < 12; i++) {
    const letter = drawNonDigit(random, 18, "letter");
    paste(sheet, letter, MARGIN + 20 * i, sheet.height - MARGIN + 20);
  }
}

/** Two small digits beside the others, with a stroke under them. */
function withCents(index: number): NumberPicture {
  const random = new Random(23, index);
  const cents = drawDigits(random, 2, 2);
  const size = { height: 38, thickness: 5 };
  const { ink } = spacedNumber(cents, strokeHands(random), random, size);
  const { picture, text } = cheque(random, (sheet) => {
    const left = sheet.width - MARGIN + 15;
    paste(sheet, ink, left, MARGIN);
    const line = between(random, 5, 12);
    for (let y = 0; y < 5; y++) {
      const from = Math.round(MARGIN + ink.height + line + y) * sheet.width;
      sheet.data.fill(1, from + left, from + sheet.width - 2);
    }
  });
  return { picture, text: text + cents };
}

Deno.test("a signature that reaches in from below is no line of digits", () => {
  assertRead(COUNT, (i) => cheque(new Random(22, i), sign), COUNT / 10);
});

Deno.test("small print under an amount does not keep it from being read", () => {
  assertRead(COUNT, (i) => cheque(new Random(22, i), print), COUNT / 5);
});

Deno.test("small digits with a stroke under them are read, three of four at least", () => {
  assertRead(COUNT, withCents, COUNT / 4);
});
