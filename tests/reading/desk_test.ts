import assert from "node:assert/strict";
import type { Ink } from "../../src/imaging/ink.ts";
import { Random } from "../../train/random.ts";
import { strokeHands } from "../../train/synthetic/numbers/hands.ts";
import {
  drawDigits,
  spacedNumber,
} from "../../train/synthetic/numbers/sources.ts";
import { assertRead } from "./misread.ts";
import { recognizer } from "./recognizer.ts";
import { emptySheet, paste, pictureOf } from "./sheet.ts";

/** Numbers on a sheet, and what lies on it or around it. */

const WIDTH = 700;
const HEIGHT = 500;
const SIZE = { height: 80, thickness: 6 };
const PICTURES = 10;

type Draw = (sheet: Ink) => void;

/** Nine of ten numbers at least are read where something is drawn beside them. */
function assertReadBeside(draw: Draw): void {
  assertRead(PICTURES, (seed) => {
    const random = new Random(37, seed);
    const text = drawDigits(random, 3, 5);
    const { ink } = spacedNumber(text, strokeHands(random), random, SIZE);
    const sheet = emptySheet(WIDTH, HEIGHT);
    paste(sheet, ink, 120, 200);
    draw(sheet);
    return { picture: pictureOf(sheet), text };
  }, 1);
}

/** A line from one place to another, `thickness` pixels wide. */
function line(
  sheet: Ink,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
  thickness: number,
): void {
  const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]));
  for (let step = 0; step <= steps; step++) {
    const at = (axis: 0 | 1) =>
      from[axis] + step / steps * (to[axis] - from[axis]);
    disc(sheet, at(0), at(1), thickness / 2);
  }
}

function disc(sheet: Ink, x: number, y: number, radius: number): void {
  for (let row = Math.ceil(y - radius); row <= y + radius; row++) {
    for (let column = Math.ceil(x - radius); column <= x + radius; column++) {
      const isIn = Math.hypot(column - x, row - y) <= radius &&
        row >= 0 && row < sheet.height && column >= 0 && column < sheet.width;
      if (isIn) sheet.data[row * sheet.width + column] = 1;
    }
  }
}

Deno.test("numbers are read beside nothing, nine of ten at least", () => {
  assertReadBeside(() => {});
});

Deno.test("the holes of a binding are no noise, no line of digits, and no writing", () => {
  assertReadBeside((sheet) => {
    for (let y = 12; y < HEIGHT; y += 25) disc(sheet, 60, y, 8);
  });
});

Deno.test("a pen that lies on the sheet is no 1", () => {
  assertReadBeside((sheet) => line(sheet, [90, 0], [60, 190], 24));
});

Deno.test("the edge of a sheet beside a number is no 1", () => {
  assertReadBeside((sheet) => line(sheet, [50, 90], [60, 400], 6));
});

Deno.test("a short stroke far to the side of all lines is no line", () => {
  assertReadBeside((sheet) => line(sheet, [60, 60], [50, 130], 6));
});

Deno.test("a small piece far below a column leaves its lines in their order", () => {
  const random = new Random(41, 0);
  const sheet = emptySheet(WIDTH, HEIGHT);
  const hand = strokeHands(random);
  ["58", "3", "9"].forEach((text, row) => {
    const { ink } = spacedNumber(text, hand, random, SIZE);
    paste(sheet, ink, 100, 30 + 110 * row);
  });
  line(sheet, [600, 330], [680, 334], 8);
  assert.equal(recognizer.read(pictureOf(sheet)).text, "58\n3\n9");
});

Deno.test("two digits above each other with clear paper between them are no single one", () => {
  assertRead(100, (seed) => {
    const random = new Random(43, seed);
    const hand = strokeHands(random);
    const sheet = emptySheet(300, 400);
    const lines = [drawDigits(random, 1, 1), drawDigits(random, 1, 1)];
    lines.forEach((text, row) => {
      const { ink } = spacedNumber(text, hand, random, SIZE);
      paste(sheet, ink, 110, 60 + 140 * row);
    });
    return { picture: pictureOf(sheet), text: lines.join("\n") };
  }, 2);
});

Deno.test("many bars are no number", () => {
  const sheet = emptySheet(WIDTH, HEIGHT);
  for (let x = 100; x < 600; x += 45) line(sheet, [x, 180], [x, 300], 9);
  assert.doesNotMatch(recognizer.read(pictureOf(sheet)).text, /[0-9]/);
});

Deno.test("a ring with eyes, a nose and a mouth is no 0", () => {
  const sheet = emptySheet(400, 500);
  for (let step = 0; step < 400; step++) {
    const turn = step / 400 * 2 * Math.PI;
    disc(sheet, 200 + 130 * Math.cos(turn), 250 + 150 * Math.sin(turn), 4);
  }
  for (const x of [150, 250]) line(sheet, [x - 20, 200], [x + 20, 205], 8);
  line(sheet, [200, 240], [190, 280], 8);
  line(sheet, [155, 330], [245, 320], 8);
  assert.doesNotMatch(recognizer.read(pictureOf(sheet)).text, /[0-9]/);
});
