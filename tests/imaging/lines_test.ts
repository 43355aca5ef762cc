import assert from "node:assert/strict";
import type { Ink } from "../../src/imaging/ink.ts";
import { removeLines } from "../../src/imaging/lines.ts";
import { drawTwo } from "./draw.ts";

const SIDE = 200;
const TWO = drawTwo({ width: SIDE, height: SIDE, x: 50, y: 40, size: 110 });

/** The ink of `drawing` with lines of `thickness` where `distance` is small. */
function ruled(
  drawing: Ink,
  distance: (x: number, y: number) => number,
  strength: number,
  thickness = 2,
): Ink {
  const data = drawing.data.map((value, i) => {
    const from = distance(i % SIDE, Math.floor(i / SIDE));
    const line = Math.min(1, Math.max(0, thickness / 2 + 0.5 - from));
    return Math.max(value, strength * line);
  });
  return { ...drawing, data };
}

/** Distance to the nearest multiple of `spacing`. */
function toNearest(value: number, spacing: number): number {
  return Math.abs(value - spacing * Math.round(value / spacing));
}

const PRINTS: Record<string, (x: number, y: number) => number> = {
  "level lines": (_, y) => toNearest(y, 31),
  "slanted lines": (x, y) => toNearest(y + 0.1 * x, 37),
  "bent lines": (x, y) => toNearest(y + 6 * Math.sin(x / 64), 43),
  "a grid": (x, y) => Math.min(toNearest(x, 33), toNearest(y - 0.03 * x, 33)),
  "a frame": (x, y) =>
    Math.abs(Math.max(Math.abs(x - 100), Math.abs(y - 100)) - 85),
};

function mass({ data }: Ink): number {
  return data.reduce((sum, value) => sum + value, 0);
}

/** Part of the ink of `a` and `b` that only one of them has. */
function unlike(a: Ink, b: Ink): number {
  let [different, all] = [0, 0];
  a.data.forEach((value, i) => {
    different += Math.abs(value - b.data[i]!);
    all += Math.max(value, b.data[i]!);
  });
  return different / all;
}

for (const [name, distance] of Object.entries(PRINTS)) {
  Deno.test(`removeLines() takes ${name} away and leaves the digit`, () => {
    for (const strength of [0.3, 1]) {
      const printed = ruled(TWO, distance, strength);
      assert.ok(unlike(printed, TWO) > 0.1);
      const rest = unlike(removeLines(printed), TWO);
      assert.ok(rest < 0.06, `${rest} of the ink differs at ${strength}`);
    }
  });

  Deno.test(`removeLines() leaves nothing of ${name} on an empty sheet`, () => {
    const empty = { ...TWO, data: new Float32Array(SIDE * SIDE) };
    const printed = ruled(empty, distance, 1);
    const left = mass(removeLines(printed)) / mass(printed);
    assert.ok(left < 0.04, `${left} of the ink left`);
  });
}

Deno.test("removeLines() leaves plain digits as they are", () => {
  const bar =
    (from: number, to: number, at: number, isDown: boolean) =>
    (x: number, y: number) => {
      const [along, across] = isDown ? [y, x] : [x, y];
      return Math.hypot(
        Math.max(0, from - along, along - to),
        across - at,
      );
    };
  const none = { ...TWO, data: new Float32Array(SIDE * SIDE) };
  const strokes = {
    one: [bar(30, 170, 100, true)],
    "one from edge to edge": [bar(0, SIDE, 100, true)],
    "one with a foot": [bar(30, 170, 100, true), bar(60, 140, 170, false)],
    seven: [bar(40, 150, 30, false), bar(30, 170, 150, true)],
    four: [
      bar(30, 120, 50, true),
      bar(50, 160, 120, false),
      bar(20, 180, 130, true),
    ],
  };
  for (const thickness of [2, 5, 20]) {
    for (const [name, bars] of Object.entries(strokes)) {
      const digit = bars.reduce<Ink>(
        (ink, distance) => ruled(ink, distance, 1, thickness),
        none,
      );
      assert.equal(removeLines(digit), digit, `${name}, ${thickness} wide`);
    }
  }
  assert.equal(removeLines(TWO), TWO);
});
