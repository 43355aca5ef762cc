import assert from "node:assert/strict";
import { findComponents } from "../../src/imaging/components.ts";
import { findFrameSides } from "../../src/imaging/frame_sides.ts";
import type { Ink } from "../../src/imaging/ink.ts";

const SIDE = 200;
const MIDDLE = SIDE / 2;

/** A straight stroke from one point to another; x and y from the middle of the picture. */
type Stroke = readonly [
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  thickness: number,
];

function draw(strokes: readonly Stroke[], isRuled = false): Ink {
  const data = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const x = i % SIDE + 0.5 - MIDDLE;
    const y = Math.floor(i / SIDE) + 0.5 - MIDDLE;
    return strokes.reduce((ink, [x0, y0, x1, y1, thickness]) => {
      const [dx, dy] = [x1 - x0, y1 - y0];
      const t = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy);
      const at = Math.min(1, Math.max(0, t));
      const away = Math.hypot(x - x0 - at * dx, y - y0 - at * dy);
      return Math.max(ink, Math.min(1, thickness / 2 + 0.5 - away));
    }, 0);
  });
  return { width: SIDE, height: SIDE, data, isRuled };
}

/** The boxes of what is left without sides of frames. */
function leftOf(ink: Ink) {
  const { list } = findComponents(ink, 0.5);
  const isSide = findFrameSides(ink, list, list.map(() => true));
  return list.filter((_, i) => !isSide[i]).map(({ box }) => box);
}

/** A five of two pieces: its bar stands off. */
const FIVE: readonly Stroke[] = [
  [-18, -30, -20, 0, 4],
  [-20, 0, 14, 4, 4],
  [14, 4, 12, 30, 4],
  [12, 30, -20, 32, 4],
  [-12, -32, 20, -34, 4],
];

/** Dashes of a line. */
function dashes(
  [x0, y0, x1, y1, thickness]: Stroke,
  count: number,
): Stroke[] {
  const at = (a: number, b: number, i: number) => a + (b - a) * i / count;
  return Array.from({ length: count }, (_, i) => [
    at(x0, x1, i),
    at(y0, y1, i),
    at(x0, x1, i + 0.6),
    at(y0, y1, i + 0.6),
    thickness,
  ]);
}

function turned(strokes: readonly Stroke[], angle: number): Stroke[] {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return strokes.map(([x0, y0, x1, y1, thickness]) => [
    cos * x0 - sin * y0,
    sin * x0 + cos * y0,
    cos * x1 - sin * y1,
    sin * x1 + cos * y1,
    thickness,
  ]);
}

const DASHED_FRAME = [
  ...dashes([-50, -60, -50, 60, 2], 9),
  ...dashes([50, -60, 50, 60, 2], 9),
  ...dashes([-46, -60, 46, -60, 2], 7),
  ...dashes([-46, 60, 46, 60, 2], 7),
];

Deno.test("findFrameSides() finds the dashes of a frame, level or tilted, and leaves the digit in it", () => {
  for (const angle of [-0.15, -0.05, 0, 0.1]) {
    const frame = turned(DASHED_FRAME, angle);
    assert.deepEqual(
      leftOf(draw([...FIVE, ...frame])),
      leftOf(draw(FIVE)),
      `${angle}`,
    );
  }
});

Deno.test("findFrameSides() finds the open sides of a comb on a sheet that has printed lines", () => {
  const left: Stroke = [-50, -50, -50, 45, 2];
  for (const sides of [[left], dashes(left, 6)]) {
    const left = leftOf(draw([...FIVE, ...sides], true));
    assert.deepEqual(left, leftOf(draw(FIVE)));
  }
});

Deno.test("findFrameSides() leaves a one in a frame", () => {
  const one: Stroke = [4, -36, -3, 35, 4];
  const left = leftOf(draw([one, ...DASHED_FRAME], true));
  assert.deepEqual(left, leftOf(draw([one])));
});

Deno.test("findFrameSides() takes no ones for sides: beside a digit as high, alone beside a smaller one, and below each other", () => {
  const one = (x: number, top: number, bottom: number): Stroke => [
    x,
    top,
    x,
    bottom,
    3,
  ];
  const numbers = {
    151: [one(-50, -36, 36), ...FIVE, one(50, -36, 36)],
    15: [one(-50, -60, 60), ...FIVE],
    "1|1|15": [
      one(-50, -80, -40),
      one(-50, -36, 36),
      one(-50, 42, 80),
      ...FIVE,
    ],
  };
  for (const [name, strokes] of Object.entries(numbers)) {
    const { list } = findComponents(draw(strokes), 0.5);
    assert.equal(leftOf(draw(strokes)).length, list.length, name);
  }
});

Deno.test("findFrameSides() leaves the bar above a five on a sheet that has printed lines", () => {
  const wide: Stroke = [-32, -40, 30, -40, 3];
  const five = [...FIVE.slice(0, 4), wide];
  assert.equal(leftOf(draw(five, true)).length, 2);
});
