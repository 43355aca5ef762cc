import assert from "node:assert/strict";
import { drawTwo, paint, recolor, seeded } from "../imaging/draw.ts";
import { recognizer } from "./recognizer.ts";

const WIDTH = 300;
const HEIGHT = 240;
const TWO = { width: WIDTH, height: HEIGHT, x: 160, y: 90, size: 90 };

type Shape = (x: number, y: number) => boolean;

/** Black on white without grays, as a threshold leaves it: a two, and what else is black. */
function thresholded(...shapes: readonly Shape[]) {
  return recolor(paint(drawTwo(TWO)), (value, i) => {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    return value < 128 || shapes.some((shape) => shape(x, y)) ? 0 : 255;
  });
}

/** Black as of a shadow that falls into the corner. */
const corner: Shape = (x, y) => x + 1.4 * y < 130;

/** Grains that are the denser the nearer to the corner. */
function grains(): Shape {
  const random = seeded(7);
  const isGrain = Uint8Array.from({ length: WIDTH * HEIGHT / 9 }, (_, i) => {
    const far = (3 * i % WIDTH + Math.floor(3 * i / WIDTH) * 3) / WIDTH;
    return random() < 0.5 - 0.6 * far ? 1 : 0;
  });
  return (x, y) =>
    isGrain[Math.floor(y / 3) * WIDTH / 3 + Math.floor(x / 3)] === 1;
}

const ring: Shape = (x, y) => Math.abs(Math.hypot(x - 80, y - 150) - 35) < 5;

/** Black that reaches in from the edge by a narrow foot. */
const wedge: Shape = (x, y) => Math.abs(x - 60) < 4 + 0.7 * y && y < 70;

Deno.test("a digit beside a black corner is read", () => {
  assert.equal(recognizer.read(thresholded(corner)).text, "2");
});

/** An arc as thick as the pen. */
const arc: Shape = (x, y) => Math.abs(Math.hypot(x - 60, y) - 30) < 5;

Deno.test("a digit beside black that reaches in from the edge is read", () => {
  assert.equal(recognizer.read(thresholded(wedge)).text, "2");
});

Deno.test("a digit beside a stroke that reaches in from the edge is read, and the stroke told as left out", () => {
  const { text, leftOut } = recognizer.read(thresholded(arc));
  assert.equal(text, "2");
  assert.equal(leftOut.length, 1);
});

Deno.test("a digit among grains is read", () => {
  assert.equal(recognizer.read(thresholded(corner, grains())).text, "2");
});

Deno.test("what is as large as a digit beside it is not passed over", () => {
  const { text } = recognizer.read(thresholded(corner, ring));
  assert.notEqual(text, "2");
});
