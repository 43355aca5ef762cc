import assert from "node:assert/strict";
import { findComponents } from "../../src/imaging/components.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import { openUnderlines } from "../../src/imaging/open_underlines.ts";
import type { Shape } from "./shapes.ts";

/** Two high rings, and behind them what stands higher and smaller. */

const WIDTH = 300;
const HEIGHT = 120;
const PEN = 2.5;

const ring =
  (x: number, y: number, across: number, high: number): Shape => (px, py) => {
    const [a, b] = [(px - x) / across, (py - y) / high];
    const from = Math.hypot(a, b);
    return Math.abs(from - 1) * Math.min(across, high) - PEN;
  };

/** A stroke that rises to the right. */
const stroke =
  (left: number, right: number, y: number, rise: number): Shape => (px, py) =>
    px < left || px > right
      ? Infinity
      : Math.abs(py - y + rise * (px - left)) - PEN;

const HIGH = [ring(40, 70, 22, 36), ring(100, 70, 22, 36)];

function drawn(...shapes: readonly Shape[]): Ink {
  const data = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    const away = Math.min(...shapes.map((shape) => shape(x, y)));
    return Math.min(1, Math.max(0, 0.5 - away));
  });
  return { width: WIDTH, height: HEIGHT, data };
}

function opened(ink: Ink): Ink {
  const pieces = findComponents(ink, 0.5);
  return openUnderlines(ink, {
    ...pieces,
    isKept: pieces.list.map(() => true),
  });
}

/** Pieces that are more than crumbs. */
function piecesOf(ink: Ink): number {
  return findComponents(ink, 0.5).list.filter(({ mass }) => mass > 60).length;
}

Deno.test("openUnderlines() frees raised digits from the stroke on which they stand", () => {
  for (const rise of [-0.1, 0, 0.15]) {
    const feet = (x: number) => 66 - rise * (x - 150);
    const cents = [165, 205].map((x) => ring(x, feet(x) - 18, 14, 17));
    const ink = drawn(
      ...HIGH,
      ...cents,
      stroke(138, 232, 66 + rise * 12, rise),
    );
    assert.equal(piecesOf(ink), 3, `${rise}`);
    assert.equal(piecesOf(opened(ink)), 4, `${rise}`);
  }
});

Deno.test("openUnderlines() leaves a stroke under one digit, low digits, and digits without a stroke", () => {
  const one = ring(185, 48, 14, 17);
  const low = [165, 205].map((x) => ring(x, 88, 14, 17));
  const raised = [165, 192].map((x) => ring(x, 48, 14, 17));
  for (
    const ink of [
      drawn(...HIGH, one, stroke(138, 232, 66, 0)),
      drawn(...HIGH, ...low, stroke(138, 232, 106, 0)),
      drawn(...HIGH, ...raised),
    ]
  ) assert.equal(opened(ink), ink);
});
