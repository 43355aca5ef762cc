import assert from "node:assert/strict";
import { groupLines, typicalHeight } from "../../src/imaging/text_lines.ts";
import type { Box } from "../../src/imaging/picture.ts";
import { Random } from "../../train/random.ts";

function box(x: number, y: number, width = 20, height = 40): Box {
  return { x, y, width, height };
}

/** Lines of digits, each `slope` pixels lower than the one before it. */
function column(lines: number, digits: number, slope = 0): Box[] {
  return Array.from(
    { length: lines * digits },
    (_, i) =>
      box(
        30 * (i % digits),
        60 * Math.floor(i / digits) + slope * (i % digits),
      ),
  );
}

Deno.test("groupLines() reads lines from top to bottom, each from left to right, in whatever order pieces come", () => {
  const boxes = column(3, 5);
  const random = new Random(1);
  const order = boxes.map((_, i) => i)
    .map((i) => ({ i, at: random.uniform() }))
    .sort((a, b) => a.at - b.at).map(({ i }) => i);
  const lines = groupLines(order.map((i) => boxes[i]!));
  const read = lines.map((line) => line.map((i) => order[i]!));
  assert.deepEqual(read, [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9], [
    10,
    11,
    12,
    13,
    14,
  ]]);
});

Deno.test("groupLines() follows lines that climb or fall by a quarter of a digit each", () => {
  for (const slope of [-10, 10]) {
    const lines = groupLines(column(1, 12, slope));
    assert.deepEqual(lines, [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]]);
  }
});

Deno.test("groupLines() keeps a wide gap within a line", () => {
  assert.deepEqual(groupLines([box(0, 0), box(600, 3)]), [[0, 1]]);
});

Deno.test("groupLines() gives dots, dashes and bars to the nearest line", () => {
  const dot = box(25, 36, 5, 5);
  const bar = box(32, -8, 18, 4);
  const lines = groupLines([...column(2, 3), dot, bar]);
  assert.deepEqual(lines, [[0, 6, 1, 7, 2], [3, 4, 5]]);
});

Deno.test("groupLines() joins the upper and the lower part of one character, and no two lines", () => {
  const broken = [box(0, 0), box(30, 0, 20, 18), box(30, 22, 20, 18)];
  assert.equal(groupLines(broken).length, 1);
  assert.equal(groupLines([box(0, 0), box(0, 44)]).length, 2);
});

Deno.test("typicalHeight() ignores specks and one large stain", () => {
  const boxes = [...column(1, 6), box(0, 0, 3, 3), box(0, 0, 90, 120)];
  assert.equal(typicalHeight(boxes), 40);
  assert.equal(typicalHeight([]), 0);
});

Deno.test("groupLines() keeps lines apart beside a piece that is as high as all of them", () => {
  const edge = box(300, 0, 8, 140);
  const lines = groupLines([...column(3, 5), edge]);
  assert.deepEqual(lines.map((line) => line.length).sort(), [1, 5, 5, 5]);
});

Deno.test("groupLines() leaves small pieces out that are far from all lines", () => {
  assert.deepEqual(groupLines([...column(1, 3), box(600, 300, 20, 6)]), [
    [0, 1, 2],
  ]);
});
