import assert from "node:assert/strict";
import { findComponents } from "../../src/imaging/components.ts";
import { findFrames } from "../../src/imaging/frames.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import { rectangle, type Shape } from "./shapes.ts";

const WIDTH = 240;
const HEIGHT = 160;

function framesOf(...shapes: Shape[]): boolean[] {
  return framesIn(false, ...shapes);
}

function framesIn(isRuled: boolean, ...shapes: Shape[]): boolean[] {
  const data = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const x = i % WIDTH - WIDTH / 2;
    const y = Math.floor(i / WIDTH) - HEIGHT / 2;
    const away = Math.min(...shapes.map((shape) => shape(x, y)));
    return Math.min(1, Math.max(0, 3.5 - away));
  });
  const ink: Ink = { width: WIDTH, height: HEIGHT, data, isRuled };
  return findFrames(ink, findComponents(ink, 0.5));
}

function ellipse(halfWidth: number, halfHeight: number): Shape {
  return (x, y) =>
    Math.abs(Math.hypot(x / halfWidth, y / halfHeight) - 1) *
    Math.min(halfWidth, halfHeight);
}

function stroke(left: number, halfHeight: number, lean = 0): Shape {
  return (x, y) => {
    const at = Math.min(halfHeight, Math.max(-halfHeight, y));
    return Math.hypot(x - left + lean * at, y - at);
  };
}

Deno.test("findFrames() finds a frame around writing, level or tilted", () => {
  for (const tilt of [-0.12, -0.05, 0, 0.08]) {
    const frames = framesOf(
      rectangle(90, 50, tilt),
      stroke(-20, 25),
      stroke(20, 25),
    );
    assert.deepEqual(frames, [true, false, false], `${tilt}`);
  }
});

Deno.test("findFrames() finds a ring around several digits, and around one that is no straight stroke", () => {
  const bar: Shape = (x, y) =>
    Math.hypot(x - Math.min(10, Math.max(-20, x)), y + 25);
  const seven: Shape = (x, y) => Math.min(stroke(0, 25, 0.4)(x, y), bar(x, y));
  const bent: Shape = (x, y) =>
    Math.min(stroke(8, 20)(x, y), ellipse(10, 12)(x, y + 10));
  assert.deepEqual(
    framesOf(ellipse(80, 60), stroke(-20, 25), stroke(20, 25)),
    [true, false, false],
  );
  for (const digit of [seven, bent]) {
    assert.deepEqual(framesOf(ellipse(55, 60), digit), [true, false]);
  }
});

Deno.test("findFrames() takes no hook for a frame that is open on one side", () => {
  const hook: Shape = (x, y) => x > 10 ? 99 : ellipse(80, 60)(x, y);
  assert.deepEqual(framesOf(hook, stroke(-20, 25)), [false, false]);
});

Deno.test("findFrames() takes no zero for a frame, whatever stands in it", () => {
  const slash = stroke(0, 25, 0.6);
  for (const halfWidth of [35, 50, 70]) {
    assert.deepEqual(framesOf(ellipse(halfWidth, 55), slash), [false, false]);
  }
});

Deno.test("findFrames() takes no square for a frame that is empty or holds a dot", () => {
  assert.deepEqual(framesOf(rectangle(60, 60)), [false]);
  assert.deepEqual(framesOf(rectangle(60, 60), stroke(0, 3)), [false, false]);
});

Deno.test("findFrames() takes nothing filled for a frame", () => {
  const hole = rectangle(25, 25);
  const filled: Shape = (x, y) =>
    Math.max(Math.abs(x), Math.abs(y)) < 70 && hole(x, y) > 8 &&
      Math.max(Math.abs(x), Math.abs(y)) > 25
      ? 0
      : 9;
  assert.equal(framesOf(filled, stroke(0, 12)).includes(true), false);
});

Deno.test("findFrames() finds a frame of which a side was taken out as a printed line", () => {
  const frame = rectangle(90, 50);
  const open: Shape = (x, y) => x < -84 ? Infinity : frame(x, y);
  const writing = [stroke(-20, 30), stroke(20, 30)];
  assert.equal(framesIn(true, open, ...writing)[0], true);
  assert.equal(framesIn(false, open, ...writing)[0], false);
});
