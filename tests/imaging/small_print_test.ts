import assert from "node:assert/strict";
import type { Box } from "../../src/imaging/picture.ts";
import { findSmallPrint } from "../../src/imaging/small_print.ts";

const HEIGHT = 100;

function box(x: number, y: number, width: number, height: number): Box {
  return { x, y, width, height };
}

const digits = [0, 1, 2].map((i) => box(80 * i, 100, 60, HEIGHT));

/** Small pieces side by side, the first of which comes after the digits. */
function row(count: number, y: number, height = 24): Box[] {
  return Array.from({ length: count }, (_, i) => box(26 * i, y, 18, height));
}

function printIn(boxes: readonly Box[]): number[] {
  return [...findSmallPrint(boxes, HEIGHT)].sort((a, b) => a - b);
}

Deno.test("a row of small pieces is print above digits and below them", () => {
  for (const y of [50, 210]) {
    assert.deepEqual(printIn([...digits, ...row(6, y)]), [3, 4, 5, 6, 7, 8]);
  }
});

Deno.test("a dotted line under digits is print", () => {
  const dots = Array.from({ length: 20 }, (_, i) => box(12 * i, 215, 5, 4));
  assert.equal(printIn([...digits, ...dots]).length, 20);
});

Deno.test("dots and commas at the height of digits are no print, however many", () => {
  assert.deepEqual(printIn([...digits, ...row(6, 170)]), []);
});

Deno.test("few small pieces above digits are no print: the bar of a 5 may be broken", () => {
  assert.deepEqual(printIn([...digits, ...row(4, 70)]), []);
  assert.deepEqual(printIn([...digits, ...row(6, 70).slice(0, 4)]), []);
});

Deno.test("a line half as high is no print: a number may be written smaller", () => {
  assert.deepEqual(printIn([...digits, ...row(6, 230, 50)]), []);
});
