import assert from "node:assert/strict";
import { drawTwo, paint } from "../imaging/draw.ts";
import { recognizer } from "./recognizer.ts";

const WIDTH = 400;
const HEIGHT = 300;

/** A two, and to its right a line from some height down to another. */
function read(top: number, bottom: number): string {
  const size = 100;
  const two = drawTwo({ width: WIDTH, height: HEIGHT, x: 90, y: 130, size });
  for (let y = top; y < bottom; y++) {
    const x = 260 - Math.round(0.15 * (y - top));
    two.data.fill(1, y * WIDTH + x, y * WIDTH + x + 9);
  }
  return recognizer.read(paint(two)).text;
}

Deno.test("a high straight line that runs out of the picture beside a digit is the edge of a sheet", () => {
  assert.equal(read(100, HEIGHT), "2");
});

Deno.test("a 1 beside a digit is read", () => {
  assert.equal(read(130, 230), "21");
});
