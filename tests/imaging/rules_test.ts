import assert from "node:assert/strict";
import type { Component } from "../../src/imaging/components.ts";
import { findRules } from "../../src/imaging/rules.ts";

const PEN = 4;

/** Strokes of a pen by their boxes, as long as they are wide and high. */
function rulesOf(
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
  return findRules(list, list.map(() => true));
}

const SEVEN = [20, 20, 30, 60] as const;
const FOUR = [60, 22, 35, 62] as const;
const TWO = [105, 18, 33, 63] as const;

Deno.test("findRules() finds a bar under a number, level or slanted, and a second one under that", () => {
  for (const height of [PEN, 12]) {
    assert.deepEqual(
      rulesOf(SEVEN, FOUR, TWO, [15, 90, 130, height]),
      [false, false, false, true],
    );
  }
  assert.deepEqual(
    rulesOf(SEVEN, FOUR, TWO, [15, 90, 130, PEN], [20, 100, 120, PEN]),
    [false, false, false, true, true],
  );
});

Deno.test("findRules() finds the rule above a sum", () => {
  const sum = [[22, 110, 30, 62], [64, 108, 32, 60]] as const;
  assert.deepEqual(
    rulesOf(SEVEN, FOUR, ...sum, [10, 92, 110, 8]),
    [false, false, false, false, true],
  );
});

Deno.test("findRules() finds a bar under one digit that is longer than that is wide, and high", () => {
  assert.deepEqual(rulesOf(SEVEN, [5, 92, 60, PEN]), [false, true]);
});

Deno.test("findRules() finds two bars under one digit that are shorter than it is high", () => {
  const under = [[12, 92, 45, PEN], [14, 104, 45, PEN]] as const;
  assert.deepEqual(rulesOf(SEVEN, ...under), [false, true, true]);
  assert.deepEqual(rulesOf(SEVEN, under[0]), [false, false]);
});

Deno.test("findRules() leaves the foot of a one and of a broken two", () => {
  const one = [40, 20, 8, 80] as const;
  assert.deepEqual(rulesOf(one, [20, 112, 50, PEN]), [false, false]);
  const hook = [30, 20, 40, 45] as const;
  assert.deepEqual(rulesOf(hook, [28, 67, 55, PEN]), [false, false]);
});

Deno.test("findRules() leaves dashes, the bar of a broken seven, and bars without writing", () => {
  const dash = [150, 48, 40, PEN] as const;
  const above = [102, 10, 45, PEN] as const;
  assert.equal(
    rulesOf(SEVEN, FOUR, TWO, dash, above).includes(true),
    false,
  );
  assert.deepEqual(rulesOf([10, 50, 90, PEN]), [false]);
});

Deno.test("findRules() finds strokes that fill the line beside writing, though it slopes", () => {
  for (const height of [PEN, 22]) {
    assert.deepEqual(
      rulesOf(SEVEN, FOUR, [110, 45, 120, height], [112, 58, 110, height]),
      [false, false, true, true],
    );
  }
});

Deno.test("findRules() leaves short dashes beside writing, and digits that touch", () => {
  const dash = [100, 50, 40, PEN] as const;
  assert.equal(rulesOf(SEVEN, FOUR, dash).includes(true), false);
  const touching = [100, 20, 260, 62] as const;
  assert.equal(rulesOf(SEVEN, FOUR, touching).includes(true), false);
});
