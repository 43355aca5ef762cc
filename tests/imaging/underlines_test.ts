import assert from "node:assert/strict";
import type { Component } from "../../src/imaging/components.ts";
import { findUnderlines } from "../../src/imaging/underlines.ts";

const PEN = 4;

/** Strokes of a pen by their boxes, as long as they are wide and high. */
function underlinesOf(
  ...boxes: readonly (readonly [
    x: number,
    y: number,
    width: number,
    height: number,
  ])[]
): boolean[] {
  const list = boxes.map(([x, y, width, height]): Component => ({
    box: { x, y, width, height },
    mass: PEN * Math.max(width, height),
  }));
  return findUnderlines(list, list.map(() => true));
}

const SEVEN = [20, 20, 30, 60] as const;
const FOUR = [60, 22, 35, 62] as const;
const TWO = [105, 18, 33, 63] as const;

Deno.test("findUnderlines() finds a bar under a number, level or slanted, and a second one under that", () => {
  for (const height of [PEN, 12]) {
    assert.deepEqual(
      underlinesOf(SEVEN, FOUR, TWO, [15, 90, 130, height]),
      [false, false, false, true],
    );
  }
  assert.deepEqual(
    underlinesOf(SEVEN, FOUR, TWO, [15, 90, 130, PEN], [20, 100, 120, PEN]),
    [false, false, false, true, true],
  );
});

Deno.test("findUnderlines() finds a bar under one digit that is longer than that is wide, and high", () => {
  assert.deepEqual(underlinesOf(SEVEN, [5, 92, 60, PEN]), [false, true]);
});

Deno.test("findUnderlines() leaves the foot of a one and of a broken two", () => {
  const one = [40, 20, 8, 80] as const;
  assert.deepEqual(underlinesOf(one, [20, 112, 50, PEN]), [false, false]);
  const hook = [30, 20, 40, 45] as const;
  assert.deepEqual(underlinesOf(hook, [28, 67, 55, PEN]), [false, false]);
});

Deno.test("findUnderlines() leaves dashes, bars above digits, and bars without any", () => {
  const dash = [150, 48, 40, PEN] as const;
  const above = [10, 5, 130, PEN] as const;
  assert.equal(
    underlinesOf(SEVEN, FOUR, TWO, dash, above).includes(true),
    false,
  );
  assert.deepEqual(underlinesOf([10, 50, 90, PEN]), [false]);
});
