import assert from "node:assert/strict";
import { removeCells } from "../../src/imaging/cells.ts";
import { findComponents } from "../../src/imaging/components.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import { rectangle, type Shape } from "./shapes.ts";

const WIDTH = 420;
const HEIGHT = 220;

/** Half the sides of a box, and from one box to the next. */
const [HALF_WIDTH, HALF_HEIGHT] = [30, 40];
const JOINED = 2 * HALF_WIDTH;
const APART = 78;

function drawn(shapes: readonly Shape[]): Ink {
  const data = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const x = i % WIDTH - WIDTH / 2;
    const y = Math.floor(i / WIDTH) - HEIGHT / 2;
    const away = Math.min(...shapes.map((shape) => shape(x, y)));
    return Math.min(1, Math.max(0, 2 - away));
  });
  return { width: WIDTH, height: HEIGHT, data };
}

function moved(shape: Shape, by: number, down = 0): Shape {
  return (x, y) => shape(x - by, y - down);
}

function turned(shape: Shape, angle: number): Shape {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return (x, y) => shape(cos * x + sin * y, cos * y - sin * x);
}

/** A thick stroke from top to bottom, and one bent to a ring. */
const stem = (top: number, bottom: number): Shape => (x, y) => {
  const away = y - Math.min(bottom, Math.max(top, y));
  return Math.max(0, Math.hypot(x - 0.3 * y, away) - 2);
};
const ring: Shape = (x, y) =>
  Math.max(0, Math.abs(Math.hypot(1.4 * x, y) - 22) - 2);

/** Within their boxes, over a side, and touching another. */
const WRITING = [stem(-25, 22), ring, stem(-24, 52), moved(ring, 0, 16)];

function boxes(step: number): Shape[] {
  return WRITING.map((_, i) =>
    moved(rectangle(HALF_WIDTH, HALF_HEIGHT), (i - 1.5) * step)
  );
}

function writing(step: number): Shape[] {
  return WRITING.map((shape, i) => moved(shape, (i - 1.5) * step));
}

function large(ink: Ink) {
  return findComponents(ink, 0.5).list.filter(({ mass }) => mass > 60);
}

function massOf({ data }: Ink): number {
  return data.reduce((sum, value) => sum + value, 0);
}

Deno.test("removeCells() takes boxes from the writing in them, joined or apart, level or tilted", () => {
  for (const step of [JOINED, APART]) {
    for (const tilt of [-0.07, 0, 0.05]) {
      const all = [...boxes(step), ...writing(step)];
      const rest = removeCells(drawn(all.map((shape) => turned(shape, tilt))));
      const own = drawn(writing(step).map((shape) => turned(shape, tilt)));
      assert.equal(large(rest).length, WRITING.length, `${step} ${tilt}`);
      const ratio = massOf(rest) / massOf(own);
      assert.ok(Math.abs(ratio - 1) < 0.1, `${step} ${tilt}: ${ratio}`);
    }
  }
});

Deno.test("removeCells() takes boxes that are empty, and what is printed above a row", () => {
  const label = moved(rectangle(30, 6), -60, -75);
  const [first] = writing(APART);
  const rest = removeCells(drawn([...boxes(APART), label, first!]));
  assert.equal(large(rest).length, 1);
});

Deno.test("removeCells() leaves what is no box with writing: rings, empty boxes, wide frames, squared paper", () => {
  const box = rectangle(HALF_WIDTH, HALF_HEIGHT);
  const squares = Array.from({ length: 12 }, (_, i) =>
    moved(
      rectangle(30, 20),
      (i % 4 - 1.5) * 60,
      (Math.floor(i / 4) - 1) * 40,
    ));
  for (
    const shapes of [
      [ring],
      [ring, stem(-8, 8)],
      [moved(ring, 0, -22), moved(ring, 0, 22)],
      [box],
      [rectangle(150, HALF_HEIGHT), ...writing(APART).slice(0, 2)],
      [...squares, stem(-40, 40)],
    ]
  ) {
    const ink = drawn(shapes);
    assert.equal(removeCells(ink), ink);
  }
});
