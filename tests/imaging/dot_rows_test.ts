import assert from "node:assert/strict";
import type { Component } from "../../src/imaging/components.ts";
import { findDotRows } from "../../src/imaging/dot_rows.ts";
import { Random } from "../../train/random.ts";

function dot(x: number, y: number, side = 10): Component {
  return {
    box: { x: x - side / 2, y: y - side / 2, width: side, height: side },
    mass: 0.7 * side * side,
  };
}

/** Dots in a row, each `grow` times as far from the next as from the one before. */
function row(count: number, grow = 1): Component[] {
  let [y, step] = [0, 20];
  return Array.from({ length: count }, () => {
    const next = dot(30 + 0.1 * y, y);
    y += step;
    step *= grow;
    return next;
  });
}

function countIn(list: readonly Component[]): number {
  return findDotRows(list, () => true).filter((is) => is).length;
}

Deno.test("findDotRows() finds eight dots in line or more, also where they come nearer to each other", () => {
  assert.equal(countIn(row(8)), 8);
  assert.equal(countIn(row(30, 0.97)), 30);
  assert.equal(countIn(row(7)), 0);
});

Deno.test("findDotRows() finds dots whatever else lies around them", () => {
  const [large, small] = [dot(300, 100, 60), dot(42, 31, 3)];
  const list = [large, ...row(12).toReversed(), small];
  assert.deepEqual(
    findDotRows(list, () => true),
    list.map((piece) => piece !== large && piece !== small),
  );
});

Deno.test("findDotRows() takes pieces that are no dots, and dots anywhere, for no row", () => {
  assert.ok(!findDotRows(row(20), () => false).includes(true));
  const random = new Random(1);
  const anywhere = Array.from(
    { length: 300 },
    () => dot(1000 * random.uniform(), 1000 * random.uniform()),
  );
  assert.equal(countIn(anywhere), 0);
});
