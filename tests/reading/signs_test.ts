import assert from "node:assert/strict";
import type { Ink } from "../../src/imaging/ink.ts";
import type { Part } from "../../src/reading/line.ts";
import { findSigns } from "../../src/reading/signs.ts";
import { partOf } from "./part.ts";

const HEIGHT = 40;
const PEN = 2.5;

/** A stroke of some height that leans to the right and bends to the left in its middle. */
function stroke(high: number, lean: number, bend = 0): Ink {
  const height = Math.round(high * HEIGHT);
  const width = Math.round((Math.abs(lean) + Math.abs(bend)) * height) + 12;
  const data = Float32Array.from({ length: width * height }, (_, i) => {
    const y = (Math.floor(i / width) + 0.5) / height - 0.5;
    const middle = width / 2 - lean * height * y +
      bend * height * (4 * y * y - 0.5);
    return Math.min(1, Math.max(0, PEN + 0.5 - Math.abs(i % width - middle)));
  });
  return { width, height, data };
}

/** A ring, as any digit that is no stroke. */
const RING: Ink = {
  width: 30,
  height: HEIGHT,
  data: Float32Array.from({ length: 30 * HEIGHT }, (_, i) => {
    const [x, y] = [i % 30 - 14.5, Math.floor(i / 30) - HEIGHT / 2];
    const away = Math.abs(Math.hypot(1.4 * x, y) - HEIGHT / 2 + 3);
    return Math.min(1, Math.max(0, PEN + 0.5 - away));
  }),
};

function part(digit: number, ink: Ink): Part {
  const [width, height] = [ink.width / HEIGHT, ink.height / HEIGHT];
  return partOf(digit, ink, { width, height });
}

const digit = part(8, RING);
const one = part(1, stroke(1, 0.05));
const slash = part(1, stroke(1.4, 0.45));
const opening = part(1, stroke(1.2, 0, 0.15));
const closing = part(1, stroke(1.2, 0, -0.15));

/** Places of the parts that are signs. */
function signs(...parts: readonly Part[]): number[] {
  return findSigns(parts).flatMap((isSign, i) => isSign ? i : []);
}

Deno.test("findSigns() takes two strokes steeper than the digits for the slashes of a date, and one for a 1", () => {
  const [two, four] = [part(2, RING), part(4, RING)];
  assert.deepEqual(signs(two, slash, four, slash, two, four), [1, 3]);
  assert.deepEqual(signs(two, one, four, one, two, four), []);
  assert.deepEqual(signs(digit, digit, slash, digit, digit), []);
});

Deno.test("findSigns() takes two slashes before or behind digits for signs, and no two ones", () => {
  assert.deepEqual(signs(slash, slash, digit, digit), [0, 1]);
  assert.deepEqual(signs(digit, slash, slash), [1, 2]);
  assert.deepEqual(signs(slash, slash, digit, slash, slash), [0, 1, 3, 4]);
  assert.deepEqual(signs(one, one, digit, one, one), []);
  assert.deepEqual(signs(slash, slash), []);
});

Deno.test("findSigns() takes strokes that bend to each other for brackets, and none without the other", () => {
  assert.deepEqual(signs(opening, digit, digit, closing, digit), [0, 3]);
  assert.deepEqual(signs(opening, digit, digit), []);
  assert.deepEqual(signs(digit, closing), []);
});

/** The same part at some place, in heights of a digit from the left and from the top. */
function at(given: Part, left: number, top: number, high = 1): Part {
  const box = {
    x: left * HEIGHT,
    y: top * HEIGHT,
    width: 0.6 * high * HEIGHT,
    height: high * HEIGHT,
  };
  return { ...given, box };
}

Deno.test("findSigns() takes a raised ring behind digits for the sign of degrees, and no low or leading one", () => {
  const zero = part(0, RING);
  const [two, four] = [at(digit, 0, 0), at(digit, 0.8, 0)];
  assert.deepEqual(signs(two, four, at(zero, 1.6, 0, 0.4)), [2]);
  assert.deepEqual(signs(two, four, at(zero, 1.6, 0.6, 0.4)), []);
  assert.deepEqual(signs(two, four, at(zero, 1.6, 0)), []);
  assert.deepEqual(signs(two, four, at(digit, 1.6, 0, 0.4)), []);
  assert.deepEqual(signs(at(zero, 0, 0, 0.4), at(digit, 0.8, 0)), []);
});

Deno.test("findSigns() takes two raised rings for cents", () => {
  const [left, right] = [1.6, 2].map((x) => at(part(0, RING), x, 0, 0.4));
  assert.deepEqual(signs(at(digit, 0, 0), left!, right!), []);
});

Deno.test("findSigns() takes what bends behind an item's number for a bracket, and none within a number", () => {
  const item = (space: number) => [
    at(digit, 0, 0),
    at(closing, 0.7, 0),
    at(digit, 1.3 + space, 0),
    at(digit, 2 + space, 0),
  ];
  assert.deepEqual(signs(...item(0.5)), [1]);
  assert.deepEqual(signs(...item(0)), []);
});
