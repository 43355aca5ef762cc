import assert from "node:assert/strict";
import type { Ink } from "../../src/imaging/ink.ts";
import { removeLines } from "../../src/imaging/lines.ts";
import { Random } from "../../train/random.ts";
import { strokeHands } from "../../train/synthetic/numbers/hands.ts";
import { column, drawDigits } from "../../train/synthetic/numbers/sources.ts";
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

/** Lines of digits, cut out closely. */
function closelyCut(
  random: Random,
  lines: readonly string[],
  height: number,
): Ink {
  const size = { height, thickness: height / 8 };
  const { ink } = column(lines, strokeHands(random), random, size);
  const margin = Math.round(height / 4);
  const width = ink.width + 2 * margin;
  const data = new Float32Array(width * (ink.height + 2 * margin));
  for (let y = 0; y < ink.height; y++) {
    const row = ink.data.subarray(y * ink.width, (y + 1) * ink.width);
    data.set(row, (y + margin) * width + margin);
  }
  return { width, height: ink.height + 2 * margin, data };
}

function takenFor(
  count: number,
  write: (random: Random) => Ink,
): number {
  return Array.from({ length: count }, (_, i) => write(new Random(21, i)))
    .filter((ink) => removeLines(ink) !== ink).length;
}

Deno.test("removeLines() takes digits below each other for no broken line: of 400 columns 1% at most", () => {
  const taken = takenFor(400, (random) => {
    const lines = Array.from({ length: 3 }, () => drawDigits(random, 1, 6));
    return closelyCut(random, lines, 24);
  });
  assert.ok(taken <= 4, `${taken}`);
});

Deno.test("removeLines() finds no lines in long rows and high columns of digits: of 100 each 2 at most", () => {
  const rows = takenFor(
    100,
    (random) => closelyCut(random, [drawDigits(random, 12, 16)], 110),
  );
  assert.ok(rows <= 2, `${rows} rows`);
  const columns = takenFor(100, (random) => {
    const lines = Array.from({ length: 14 }, () => drawDigits(random, 1, 2));
    return closelyCut(random, lines, 40);
  });
  assert.ok(columns <= 2, `${columns} columns`);
});

/** Distance to the outline of a box. */
function toBox(left: number, top: number, right: number, bottom: number) {
  const [x0, y0] = [(left + right) / 2, (top + bottom) / 2];
  const [a, b] = [(right - left) / 2, (bottom - top) / 2];
  return (x: number, y: number) => {
    const [dx, dy] = [Math.abs(x - x0) - a, Math.abs(y - y0) - b];
    return dx > 0 || dy > 0
      ? Math.hypot(Math.max(0, dx), Math.max(0, dy))
      : Math.min(-dx, -dy);
  };
}

const NONE = { ...TWO, data: new Float32Array(SIDE * SIDE) };

Deno.test("removeLines() takes out the cells beside a cell", () => {
  const cells = [
    toBox(-40, 15, 14, 180),
    toBox(22, 15, 178, 180),
    toBox(186, 15, 240, 180),
  ];
  const printed = cells.reduce((ink, cell) => ruled(ink, cell, 1), TWO as Ink);
  const rest = unlike(removeLines(printed), TWO);
  assert.ok(rest < 0.06, `${rest} of the ink differs`);
});

Deno.test("removeLines() takes out a broken frame", () => {
  const frame = toBox(15, 15, 185, 185);
  const broken = (x: number, y: number) =>
    (x + y) % 14 < 9 ? frame(x, y) : SIDE;
  const rest = unlike(removeLines(ruled(TWO, broken, 1)), TWO);
  assert.ok(rest < 0.06, `${rest} of the ink differs`);
});

Deno.test("removeLines() gives writing that is paler than its frame full ink", () => {
  const pale = { ...TWO, data: TWO.data.map((value) => 0.35 * value) };
  const rest = unlike(
    removeLines(ruled(pale, toBox(15, 15, 185, 185), 1)),
    TWO,
  );
  assert.ok(rest < 0.06, `${rest} of the ink differs`);
});

Deno.test("removeLines() leaves thin strokes within a frame", () => {
  const frame = toBox(15, 15, 185, 185);
  const stroke =
    (x0: number, y0: number, x1: number, y1: number) =>
    (x: number, y: number) => {
      const [dx, dy] = [x1 - x0, y1 - y0];
      const t = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy);
      const at = Math.min(1, Math.max(0, t));
      return Math.hypot(x - x0 - at * dx, y - y0 - at * dy);
    };
  const strokes = {
    "a one": [stroke(105, 40, 100, 160)],
    "a minus sign": [stroke(50, 100, 150, 100)],
    "a seven": [stroke(50, 50, 150, 50), stroke(150, 50, 100, 165)],
    "a four whose stem touches the frame": [
      stroke(70, 50, 60, 120),
      stroke(60, 120, 150, 120),
      stroke(120, 70, 118, 183),
    ],
  };
  for (const [name, drawn] of Object.entries(strokes)) {
    const digit = drawn.reduce<Ink>((ink, at) => ruled(ink, at, 1), NONE);
    const rest = unlike(removeLines(ruled(digit, frame, 1)), digit);
    assert.ok(rest < 0.08, `${name}: ${rest} of the ink differs`);
  }
});

Deno.test("removeLines() leaves a one that stands on the lower side of a cell cut by the edge of the picture", () => {
  const cell = toBox(40, 20, 240, 180);
  const one = { ...NONE, data: NONE.data.slice() };
  for (let y = 55; y < 178; y++) {
    one.data.fill(1, y * SIDE + 115, y * SIDE + 118);
  }
  const rest = unlike(removeLines(ruled(one, cell, 1)), one);
  assert.ok(rest < 0.08, `${rest} of the ink differs`);
});

Deno.test("removeLines() takes no stems of a pen for lines that are thinner and on which they stand", () => {
  const stem = (at: number) => (x: number, y: number) =>
    Math.hypot(x - at, Math.max(0, 70 - y, y - 166));
  const stems = ruled(ruled(TWO, stem(25), 1, 8), stem(178), 1, 8);
  const printed = ruled(stems, (_, y) => Math.abs(y - 172), 1, 4);
  const rest = unlike(removeLines(printed), stems);
  assert.ok(rest < 0.06, `${rest} of the ink differs`);
});
