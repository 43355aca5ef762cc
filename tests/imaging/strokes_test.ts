import assert from "node:assert/strict";
import type { Ink } from "../../src/imaging/ink.ts";
import { findStrokes, strokesBox } from "../../src/imaging/strokes.ts";

const SIDE = 100;

/** Bars of ink, each of one strength, on a square sheet. */
function sheet(
  ...bars: readonly (readonly [
    x: number,
    y: number,
    width: number,
    height: number,
    ink: number,
  ])[]
): Ink {
  const data = new Float32Array(SIDE * SIDE);
  for (const [left, top, width, height, ink] of bars) {
    for (let y = top; y < top + height; y++) {
      data.fill(ink, y * SIDE + left, y * SIDE + left + width);
    }
  }
  return { width: SIDE, height: SIDE, data };
}

Deno.test("findStrokes() keeps the pale half of a stroke on clean paper", () => {
  const fading = [[40, 10, 6, 40, 1], [40, 50, 6, 20, 0.3]] as const;
  for (const pale of [0.3, 0.15]) {
    const ink = sheet(...fading, [40, 70, 6, 20, pale]);
    assert.equal(strokesBox(findStrokes(ink)!).height, 80, `${pale}`);
  }
});

Deno.test("findStrokes() keeps pale ink out where paper has pale ink of its own", () => {
  const ruling = [5, 25, 65, 85].map((y) => [5, y, 90, 3, 0.3] as const);
  const ink = sheet([40, 10, 6, 40, 1], [40, 50, 6, 30, 0.3], ...ruling);
  assert.equal(strokesBox(findStrokes(ink)!).height, 40);
});

Deno.test("findStrokes() keeps pale lines out that a stroke joins and that leave the picture", () => {
  const fading = [[40, 10, 6, 40, 1], [40, 50, 6, 20, 0.3]] as const;
  const ink = sheet([0, 48, 100, 3, 0.15], ...fading);
  assert.deepEqual(strokesBox(findStrokes(ink)!), {
    x: 40,
    y: 10,
    width: 6,
    height: 60,
  });
});

Deno.test("findStrokes() takes many bars of one size for writing, and many dots for noise", () => {
  const bars = Array.from(
    { length: 24 },
    (_, i) => [5 + 15 * (i % 6), 5 + 25 * Math.floor(i / 6), 4, 18, 1] as const,
  );
  assert.equal(findStrokes(sheet(...bars))!.list.length, 24);
  const dots = bars.map(([x, y]) => [x, y, 5, 5, 1] as const);
  assert.equal(findStrokes(sheet(...dots)), null);
});

Deno.test("findStrokes() keeps a digit beside the holes of a binding, which are no writing", () => {
  const holes = Array.from(
    { length: 20 },
    (_, i) => [5, 5 * i + 1, 3, 3, 1] as const,
  );
  const ink = sheet(...holes, [50, 40, 4, 18, 1]);
  assert.deepEqual(strokesBox(findStrokes(ink)!), {
    x: 50,
    y: 40,
    width: 4,
    height: 18,
  });
});

Deno.test("findStrokes() leaves out what reaches in from the edge much thicker than the pen", () => {
  const digit = [[50, 30, 30, 3, 1], [50, 30, 3, 40, 1]] as const;
  const pen = [20, 0, 8, 60, 1] as const;
  assert.equal(strokesBox(findStrokes(sheet(...digit, pen))!).x, 50);
  const stroke = [20, 0, 4, 60, 1] as const;
  assert.equal(strokesBox(findStrokes(sheet(...digit, stroke))!).x, 20);
});

Deno.test("findStrokes() leaves out the edge of a sheet beside a digit", () => {
  const digit = [40, 30, 5, 40, 1] as const;
  const down = sheet(digit, [12, 0, 2, 100, 1]);
  const across = sheet(digit, [0, 90, 80, 2, 1]);
  for (const ink of [down, across]) {
    assert.equal(strokesBox(findStrokes(ink)!).width, 5);
  }
});

Deno.test("findStrokes() keeps a one from edge to edge: alone, and beside what is as high", () => {
  const one = [12, 0, 3, 100, 1] as const;
  assert.equal(strokesBox(findStrokes(sheet(one))!).width, 3);
  const ten = sheet(one, [40, 5, 30, 5, 1], [40, 5, 5, 90, 1]);
  assert.equal(strokesBox(findStrokes(ten)!).width, 58);
});

Deno.test("findStrokes() leaves out a straight line much thinner than the pen, and keeps a thin one beside thin strokes", () => {
  const line = [10, 20, 2, 60, 1] as const;
  const digit = (pen: number) =>
    [[40, 20, 30, pen, 1], [40, 20, pen, 60, 1]] as const;
  assert.equal(strokesBox(findStrokes(sheet(line, ...digit(9)))!).width, 30);
  assert.equal(strokesBox(findStrokes(sheet(line, ...digit(3)))!).width, 60);
});

Deno.test("findStrokes() leaves out what the edge cuts off where a digit keeps clear of it", () => {
  const cloud = [85, 30, 15, 35, 1] as const;
  const clear = sheet(cloud, [30, 30, 20, 5, 1], [45, 30, 5, 40, 1]);
  assert.equal(strokesBox(findStrokes(clear)!).width, 20);
});

Deno.test("findStrokes() keeps a one at the edge of a close crop", () => {
  const one = [95, 30, 5, 40, 1] as const;
  const crop = sheet(one, [4, 30, 20, 5, 1], [19, 30, 5, 40, 1]);
  assert.equal(strokesBox(findStrokes(crop)!).width, 96);
});

Deno.test("findStrokes() keeps a thin one near the edge beside what is as high, and leaves it out alone", () => {
  const [edge, beside] = [[1, 40, 3, 14, 1], [8, 41, 6, 13, 1]] as const;
  const high = [8, 20, 6, 60, 1] as const;
  assert.equal(strokesBox(findStrokes(sheet(edge, beside))!).x, 1);
  assert.equal(strokesBox(findStrokes(sheet(edge, high))!).x, 8);
});

Deno.test("findStrokes() keeps what a pen drew on an empty sheet, though it is as small as a crumb", () => {
  const ring = (x: number, y: number) =>
    [
      [x, y, 5, 1, 1],
      [x, y + 4, 5, 1, 1],
      [x, y, 1, 5, 1],
      [x + 4, y, 1, 5, 1],
    ] as const;
  assert.ok(findStrokes(sheet(...ring(40, 40))));
  assert.equal(findStrokes(sheet([40, 40, 5, 5, 1])), null);
});
