import type { Ink } from "../../src/imaging/ink.ts";
import { Random } from "../../train/random.ts";
import { strokeHands } from "../../train/synthetic/numbers/hands.ts";
import {
  drawDigits,
  spacedNumber,
} from "../../train/synthetic/numbers/sources.ts";
import { assertRead, type NumberPicture } from "./misread.ts";
import { emptySheet, paste, pictureOf } from "./sheet.ts";

/** Scores of two sides: numbers in two columns, with something between them. */

const WIDTH = 520;
const ROW = 90;
const ROWS = 5;
const TOP = 60;
const SIZE = { height: 50, thickness: 4 };

function drawScores(
  seed: number,
  draw: (sheet: Ink) => void,
): NumberPicture {
  const random = new Random(31, seed);
  const hand = strokeHands(random);
  const sheet = emptySheet(WIDTH, TOP + ROWS * ROW);
  const lines = Array.from(
    { length: ROWS },
    (_, row) =>
      [90, 330].map((left) => {
        const text = drawDigits(random, 1, 2);
        const { ink } = spacedNumber(text, hand, random, SIZE);
        paste(sheet, ink, left, TOP + row * ROW);
        return text;
      }).join(""),
  );
  draw(sheet);
  return { picture: pictureOf(sheet), text: lines.join("\n") };
}

function fill(sheet: Ink, x: number, y: number, width: number, height: number) {
  for (let row = y; row < y + height; row++) {
    sheet.data.fill(1, row * WIDTH + x, row * WIDTH + x + width);
  }
}

function assertScores(draw: (sheet: Ink) => void): void {
  assertRead(10, (seed) => drawScores(seed, draw), 3);
}

Deno.test("numbers on both sides of a drawn T are read, seven pictures of ten at least", () => {
  assertScores((sheet) => {
    fill(sheet, 60, 40, 400, 4);
    fill(sheet, 258, 40, 4, sheet.height - 70);
  });
});

Deno.test("the dots of colons between numbers are no noise", () => {
  assertScores((sheet) => {
    for (let row = 0; row < ROWS; row++) {
      for (const y of [15, 40]) fill(sheet, 258, TOP + row * ROW + y, 6, 6);
    }
  });
});
