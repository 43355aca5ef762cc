import assert from "node:assert/strict";
import { colourDistance, penColour } from "../../src/imaging/pen_colour.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import type { Picture } from "../../src/imaging/picture.ts";
import { Random } from "../../train/random.ts";
import { strokeHands } from "../../train/synthetic/numbers/hands.ts";
import {
  drawDigits,
  spacedNumber,
} from "../../train/synthetic/numbers/sources.ts";
import { assertRead } from "./misread.ts";
import { emptySheet, paste } from "./sheet.ts";

/** What is not written with the pen of a number, on a photo in uneven light. */

type Colour = readonly [red: number, green: number, blue: number];

const [WIDTH, HEIGHT] = [700, 420];
const PAPER: Colour = [236, 230, 214];
const BLUE: Colour = [40, 60, 130];
const RED: Colour = [170, 40, 40];
const SIZE = { height: 90, thickness: 7 };

/** Light from the left; the right half is in the shadow. */
const lightAt = (x: number) => (1 - 0.2 * x / WIDTH) * (x < 400 ? 1 : 0.6);

/** Ink of some colours on paper, in that light. */
function photo(...inks: readonly (readonly [Ink, Colour])[]): Picture {
  const rgba = new Uint8Array(4 * WIDTH * HEIGHT).fill(255);
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    for (let c = 0; c < 3; c++) {
      const level = inks.reduce(
        (level, [{ data }, colour]) => level + data[i]! * (colour[c]! - level),
        PAPER[c]!,
      );
      rgba[4 * i + c] = lightAt(i % WIDTH) * level;
    }
  }
  return { width: WIDTH, height: HEIGHT, rgba, scale: 1 };
}

/** A slanted stick, as a pencil or a cable that lies there. */
function stick(left: number, top: number, height: number): Ink {
  const sheet = emptySheet(WIDTH, HEIGHT);
  for (let y = top; y < top + height; y++) {
    const x = left + Math.round((height - y + top) / 5);
    sheet.data.fill(
      1,
      y * WIDTH + x,
      Math.min(y * WIDTH + x + 12, (y + 1) * WIDTH),
    );
  }
  return sheet;
}

function written(text: string, random: Random): Ink {
  const { ink } = spacedNumber(text, strokeHands(random), random, SIZE);
  const sheet = emptySheet(WIDTH, HEIGHT);
  paste(sheet, ink, 90, 150);
  return sheet;
}

Deno.test("a pen leaves as much of the light in the shadow as beside it, and another pen does not", () => {
  const [left, right] = [stick(100, 100, 80), stick(500, 100, 80)];
  const boxes = [100, 500].map((x) => ({ x, y: 100, width: 30, height: 80 }));
  const [own, shaded] = boxes.map((box, i) =>
    penColour(photo([left, BLUE], [right, BLUE]), [left, right][i]!, box)!
  );
  assert.ok(colourDistance(own!, shaded!) < 0.25);
  const red = penColour(photo([right, RED]), right, boxes[1]!)!;
  assert.ok(colourDistance(own!, red) > 0.5);
});

Deno.test("where nothing is written no pen is told", () => {
  const sheet = emptySheet(WIDTH, HEIGHT);
  const box = { x: 100, y: 100, width: 30, height: 80 };
  assert.equal(penColour(photo(), sheet, box), null);
});

Deno.test("a stick of another colour that reaches in from the edge is no 1 of a number", () => {
  assertRead(10, (seed) => {
    const random = new Random(41, seed);
    const text = drawDigits(random, 2, 4);
    const edge = stick(WIDTH - 40, 120, 130);
    return { picture: photo([written(text, random), BLUE], [edge, RED]), text };
  }, 1);
});

Deno.test("two numbers in two colours are both read", () => {
  assertRead(10, (seed) => {
    const random = new Random(43, seed);
    const [first, second] = [
      drawDigits(random, 2, 4),
      drawDigits(random, 2, 4),
    ];
    const below = emptySheet(WIDTH, HEIGHT);
    const { ink } = spacedNumber(second, strokeHands(random), random, SIZE);
    paste(below, ink, 90, 290);
    const above = emptySheet(WIDTH, HEIGHT);
    paste(
      above,
      spacedNumber(first, strokeHands(random), random, SIZE).ink,
      90,
      40,
    );
    return {
      picture: photo([above, BLUE], [below, RED]),
      text: `${first}\n${second}`,
    };
  }, 2);
});
