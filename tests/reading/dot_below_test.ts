import assert from "node:assert/strict";
import type { Ink } from "../../src/imaging/ink.ts";
import { recognizer } from "./recognizer.ts";
import { pictureOf } from "./sheet.ts";

const SIDE = 200;

/** A 7 without a corner, as the hook of a ? is, and dots of some radius. */
function hook(...dots: readonly (readonly [x: number, y: number])[]): Ink {
  const data = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    const bow = y < 70 || x > 100
      ? Math.abs(Math.hypot(x - 100, y - 70) - 30)
      : Infinity;
    const arc = y <= 70 || x >= 100 && y <= 100 ? bow : Infinity;
    const foot = Math.abs(x - 100) + Math.max(0, 100 - y) +
      Math.max(0, y - 135);
    const dot = Math.min(...dots.map(([a, b]) => Math.hypot(x - a, y - b) - 6));
    return Math.min(1, Math.max(0, 4.5 - Math.min(arc, foot, dot)));
  });
  return { width: SIDE, height: SIDE, data };
}

const read = (ink: Ink) => recognizer.read(pictureOf(ink)).text;

Deno.test("what has one dot below its foot is no digit, but a 7 above several is one", () => {
  assert.match(read(hook([0, 0])), /^[0-9]$/);
  assert.doesNotMatch(read(hook([100, 160])), /[0-9]/);
  const row = [20, 60, 100, 140, 180].map((x) => [x, 160] as const);
  assert.match(read(hook(...row)), /[0-9]/);
});
