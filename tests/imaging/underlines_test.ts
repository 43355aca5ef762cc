import assert from "node:assert/strict";
import type { Box } from "../../src/imaging/picture.ts";
import { findUnderlines } from "../../src/imaging/underlines.ts";

const HEIGHT = 100;

function box(x: number, y: number, width: number, height: number): Box {
  return { x, y, width, height };
}

const cents = [box(0, 0, 40, 50), box(50, 0, 40, 50)];

function underlinesIn(boxes: readonly Box[]): number[] {
  return [...findUnderlines(boxes, HEIGHT)];
}

Deno.test("a stroke under two digits is an underline, and so is a second one", () => {
  const strokes = [box(0, 60, 90, 8), box(10, 75, 80, 8)];
  assert.deepEqual(underlinesIn([...cents, ...strokes]), [2, 3]);
});

Deno.test("a stroke under one piece is none: it may be the foot of a 1 or a 2", () => {
  assert.deepEqual(underlinesIn([box(20, 0, 12, 90), box(0, 95, 60, 8)]), []);
  assert.deepEqual(underlinesIn([box(0, 0, 60, 85), box(0, 95, 60, 8)]), []);
});

Deno.test("a stroke under two digits that touch is an underline", () => {
  assert.deepEqual(underlinesIn([box(0, 0, 90, 50), box(0, 60, 90, 8)]), [1]);
});

Deno.test("a stroke near below an underline is one, however far from the digits", () => {
  const strokes = [box(0, 85, 90, 8), box(0, 110, 90, 8), box(0, 150, 90, 8)];
  assert.deepEqual(underlinesIn([...cents, ...strokes]), [2, 3]);
});

Deno.test("a stroke above digits, beside them or far below is none", () => {
  for (
    const stroke of [
      box(0, -20, 90, 8),
      box(100, 30, 60, 8),
      box(0, 110, 90, 8),
    ]
  ) assert.deepEqual(underlinesIn([...cents, stroke]), []);
});

Deno.test("what is a third as high as wide is no stroke", () => {
  assert.deepEqual(underlinesIn([...cents, box(0, 60, 90, 31)]), []);
});
