import { Random } from "../../train/random.ts";
import { between } from "../../train/synthetic/chance.ts";
import { strokeHands } from "../../train/synthetic/numbers/hands.ts";
import {
  drawDigits,
  spacedNumber,
} from "../../train/synthetic/numbers/sources.ts";
import { assertRead, type NumberPicture } from "./misread.ts";

/** A number on a note, which lies on a table of dark wood. */
function note(random: Random, text: string): NumberPicture {
  const size = { height: 60, thickness: 5 };
  const { ink } = spacedNumber(text, strokeHands(random), random, size);
  const [width, height] = [ink.width + 420, ink.height + 400];
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const [left, top] = [x - 210, y - 200];
    const isNote = Math.abs(left - ink.width / 2) < ink.width / 2 + 50 &&
      Math.abs(top - ink.height / 2) < ink.height / 2 + 60;
    const isInk = left >= 0 && left < ink.width && top >= 0 &&
      top < ink.height;
    const value = isInk ? ink.data[top * ink.width + left]! : 0;
    const wood = 70 + 25 * Math.sin(x / 9 + 2 * Math.sin(y / 60)) +
      between(random, -6, 6);
    const level = isNote ? 205 - 170 * value : wood;
    rgba.set([level, level * 0.9, level * 0.7], 4 * i);
  }
  return { picture: { width, height, rgba, scale: 1 }, text };
}

Deno.test("numbers on a note that lies on a dark table are read, nine of ten at least", () => {
  assertRead(20, (index) => {
    const random = new Random(7, index);
    return note(random, drawDigits(random, 3, 6));
  }, 2);
});

Deno.test("a 7 on a note is none of its edges, nine of ten are read at least", () => {
  assertRead(20, (index) => note(new Random(61, index), "7"), 2);
});
