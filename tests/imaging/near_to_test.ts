import assert from "node:assert/strict";
import { gap, longerSide } from "../../src/imaging/boxes.ts";
import type { Component } from "../../src/imaging/components.ts";
import { nearTo } from "../../src/imaging/near_to.ts";
import { Random } from "../../train/random.ts";

function drawPieces(random: Random, count: number, longest: number) {
  return Array.from({ length: count }, (): Component => {
    const [x, y] = [900 * random.uniform(), 900 * random.uniform()];
    const width = 1 + Math.floor(longest * random.uniform() ** 3);
    const height = 1 + Math.floor(longest * random.uniform() ** 3);
    return {
      box: { x: Math.floor(x), y: Math.floor(y), width, height },
      mass: width * height,
    };
  });
}

Deno.test("nearTo() tells what comparing with all strokes tells", () => {
  for (let stream = 0; stream < 20; stream++) {
    const random = new Random(1, stream);
    const strokes = drawPieces(random, 40, 200);
    const isNear = nearTo(strokes);
    const told = drawPieces(random, 300, 60).map((piece) => {
      const reach = longerSide(piece.box);
      const near = strokes.some(({ box }) => gap(box, piece.box) <= reach);
      assert.equal(isNear(piece), near);
      return near;
    });
    assert.ok(told.includes(true) && told.includes(false));
  }
});

Deno.test("nearTo() finds nothing near where there are no strokes", () => {
  const [piece] = drawPieces(new Random(2), 1, 20);
  assert.equal(nearTo([])(piece!), false);
});
