import assert from "node:assert/strict";
import type { Ink } from "../../src/imaging/ink.ts";
import type { Picture } from "../../src/imaging/picture.ts";
import { Random } from "../../train/random.ts";
import { strokeHands } from "../../train/synthetic/numbers/hands.ts";
import {
  drawDigits,
  spacedNumber,
} from "../../train/synthetic/numbers/sources.ts";
import { recognizer } from "./recognizer.ts";
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
): { picture: Picture; text: string } {
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

function misread(draw: (sheet: Ink) => void): string[] {
  return Array.from({ length: 10 }, (_, seed) => drawScores(seed, draw))
    .flatMap(({ picture, text }) => {
      const read = recognizer.read(picture).text;
      return read === text ? [] : `${text}: ${read}`.replaceAll("\n", "|");
    });
}

Deno.test("numbers on both sides of a drawn T are read, seven pictures of ten at least", () => {
  const wrong = misread((sheet) => {
    fill(sheet, 60, 40, 400, 4);
    fill(sheet, 258, 40, 4, sheet.height - 70);
  });
  assert.ok(wrong.length <= 3, wrong.join(" "));
});

Deno.test("the dots of colons between numbers are no noise", () => {
  const wrong = misread((sheet) => {
    for (let row = 0; row < ROWS; row++) {
      for (const y of [15, 40]) fill(sheet, 258, TOP + row * ROW + y, 6, 6);
    }
  });
  assert.ok(wrong.length <= 3, wrong.join(" "));
});
