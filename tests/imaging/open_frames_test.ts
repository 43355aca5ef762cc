import assert from "node:assert/strict";
import { findComponents } from "../../src/imaging/components.ts";
import { openFrames } from "../../src/imaging/open_frames.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import { rectangle, type Shape } from "./shapes.ts";

const WIDTH = 240;
const HEIGHT = 120;

function drawn(...shapes: Shape[]): Ink {
  const data = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const x = i % WIDTH - WIDTH / 2;
    const y = Math.floor(i / WIDTH) - HEIGHT / 2;
    const away = Math.min(...shapes.map((shape) => shape(x, y)));
    return Math.min(1, Math.max(0, 2 - away));
  });
  return { width: WIDTH, height: HEIGHT, data };
}

function opened(ink: Ink): Ink {
  return openFrames(ink, findComponents(ink, 0.5));
}

const frame = (tilt: number) => rectangle(90, 35, tilt);

/** A stroke from top to bottom, as thick as the pen is wide. */
function stem(at: number, top: number, bottom: number): Shape {
  return (x, y) => {
    const away = y - Math.min(bottom, Math.max(top, y));
    return Math.max(0, Math.hypot(x - at - 0.3 * y, away) - 2);
  };
}

const STEMS = [stem(-50, -30, 25), stem(0, -28, 45), stem(50, -25, 36)];

Deno.test("openFrames() takes the frame from writing that touches it, level or tilted", () => {
  const writing = drawn(...STEMS);
  for (const tilt of [-0.08, 0, 0.05]) {
    const rest = opened(drawn(frame(tilt), ...STEMS));
    const pieces = findComponents(rest, 0.5).list
      .filter(({ mass }) => mass > 60);
    assert.equal(pieces.length, STEMS.length, `${tilt}`);
    const mass = (ink: Ink) => ink.data.reduce((sum, value) => sum + value, 0);
    assert.ok(Math.abs(mass(rest) / mass(writing) - 1) < 0.12, `${tilt}`);
  }
});

Deno.test("openFrames() leaves frames that nothing touches, rings, and frames that lack a side", () => {
  const apart = stem(0, -20, 20);
  const ring: Shape = (x, y) => Math.abs(Math.hypot(x / 3, y) - 32);
  const whole = frame(0);
  const open: Shape = (x, y) => x > 80 ? Infinity : whole(x, y);
  for (
    const ink of [
      drawn(whole, apart),
      drawn(ring, ...STEMS),
      drawn(open, ...STEMS),
    ]
  ) {
    assert.equal(opened(ink), ink);
  }
});
