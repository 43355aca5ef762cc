import assert from "node:assert/strict";
import { boundsOf, erase, pack, unpack } from "../../src/static/pad/strokes.js";
import { Timeline } from "../../src/static/pad/timeline.js";
import { Random } from "../../train/random.ts";

const random = new Random(7);
const number = (most: number) => Math.round(random.uniform() * most * 10) / 10;
const makeStrokes = () =>
  Array.from({ length: 1 + Math.floor(random.uniform() * 5) }, () => ({
    width: 1 + number(20),
    points: Array.from(
      { length: 1 + Math.floor(random.uniform() * 30) },
      () => ({
        x: number(1000),
        y: number(272),
        force: Math.round((0.6 + random.uniform()) * 100) / 100,
      }),
    ),
  }));

Deno.test("strokes are the same after packing, and packing is stable", () => {
  for (let i = 0; i < 200; i++) {
    const strokes = makeStrokes();
    const packed = pack(strokes);
    assert.deepEqual(unpack(JSON.parse(JSON.stringify(packed))), strokes);
    assert.deepEqual(pack(unpack(packed)), packed);
  }
});

for (
  const broken of [null, 1, "x", {}, [1], [[]], [[12]], [[12, 1, 2]], [[
    12,
    1,
    2,
    null,
  ]], [[12, 1, 2, 1], ["12", 1, 2, 1]]]
) {
  Deno.test(`${JSON.stringify(broken)} holds no strokes`, () => {
    assert.deepEqual(unpack(broken), []);
  });
}

Deno.test("the bounds hold all ink", () => {
  for (let i = 0; i < 200; i++) {
    const strokes = makeStrokes();
    const { left, top, right, bottom } = boundsOf(strokes);
    for (const { width, points } of strokes) {
      for (const { x, y, force } of points) {
        const reach = width * force / 2;
        assert.ok(x - reach >= left && x + reach <= right);
        assert.ok(y - reach >= top && y + reach <= bottom);
      }
    }
  }
});

const at = (x: number, y: number) => ({ x, y, force: 1 });
const line = { width: 10, points: [at(0, 50), at(100, 50)] };

Deno.test("the eraser takes a stroke between its points, and one it leaps over", () => {
  assert.deepEqual(erase([line], at(50, 60), at(50, 60), 8), []);
  assert.deepEqual(erase([line], at(50, 0), at(50, 272), 8), []);
  assert.deepEqual(erase([line], at(105, 50), at(105, 50), 8), []);
});

Deno.test("the eraser leaves the very array where it touches nothing", () => {
  const strokes = [line];
  assert.equal(erase(strokes, at(50, 70), at(50, 200), 8), strokes);
  assert.equal(erase(strokes, at(150, 0), at(150, 200), 8), strokes);
});

Deno.test("any steps are undone and done again as they were", () => {
  for (let round = 0; round < 50; round++) {
    const timeline = new Timeline([[0]]);
    const states = [timeline.present];
    for (let i = 1; i <= 20; i++) {
      states.push([i]);
      timeline.push(states.at(-1)!);
    }
    const back = Math.floor(random.uniform() * 21);
    for (let i = 0; i < back; i++) timeline.undo();
    assert.equal(timeline.present, states[20 - back]);
    for (let i = 0; i < back; i++) timeline.redo();
    assert.equal(timeline.present, states[20]);
    assert.equal(timeline.canRedo, false);
  }
});

Deno.test("a new step drops what was taken back; the same state is none", () => {
  const timeline = new Timeline([[0], [1]]);
  timeline.undo();
  timeline.push(timeline.present);
  assert.equal(timeline.canRedo, true);
  timeline.push([2]);
  assert.equal(timeline.canRedo, false);
  timeline.redo();
  assert.deepEqual(timeline.present, [2]);
});

Deno.test("the oldest steps are forgotten after 200", () => {
  const timeline = new Timeline([[0]]);
  for (let i = 1; i <= 500; i++) timeline.push([i]);
  let steps = 0;
  for (; timeline.canUndo; steps++) timeline.undo();
  assert.equal(steps, 200);
  assert.deepEqual(timeline.present, [300]);
});
