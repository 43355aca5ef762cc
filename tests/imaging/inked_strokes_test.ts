import assert from "node:assert/strict";
import type { Ink } from "../../src/imaging/ink.ts";
import { findInkedStrokes } from "../../src/imaging/inked_strokes.ts";
import { strokesBox } from "../../src/imaging/strokes.ts";
import { drawTwo } from "./draw.ts";

const SIDE = 120;
const TWO = drawTwo({ width: SIDE, height: SIDE, x: 30, y: 30, size: 60 });

/** A two of some strength beside firm specks, as the edge of a table leaves them. */
function paleTwo(strength: number): Ink {
  const data = TWO.data.map((value) => strength * value);
  data.fill(1, 5 * SIDE + 110, 5 * SIDE + 113);
  return { width: SIDE, height: SIDE, data };
}

Deno.test("findInkedStrokes() finds pale writing where a speck is blacker, and gives it full ink", () => {
  const firm = findInkedStrokes({ ...TWO }, false);
  const pale = findInkedStrokes(paleTwo(0.4), false);
  assert.deepEqual(strokesBox(pale.strokes!), strokesBox(firm.strokes!));
  const fullest = (ink: Ink) =>
    ink.data.reduce((most, value) => Math.max(most, value), 0);
  assert.equal(fullest(pale.ink), 1);
});

Deno.test("findInkedStrokes() leaves firm ink as it is, and finds nothing in haze", () => {
  const ink = { ...TWO };
  assert.equal(findInkedStrokes(ink, true).ink, ink);
  assert.equal(findInkedStrokes(paleTwo(0.1), true).strokes, null);
});

/** Twos in a row, each of its strength. */
function twos(...strengths: readonly number[]): Ink {
  const width = 80 * strengths.length + 40;
  const data = new Float32Array(width * SIDE);
  strengths.forEach((strength, i) => {
    const x = 40 + 80 * i;
    const two = drawTwo({ width, height: SIDE, x, y: 30, size: 60 });
    two.data.forEach((value, at) =>
      data[at] = Math.max(data[at]!, strength * value)
    );
  });
  return { width, height: SIDE, data };
}

const piecesOf = (ink: Ink, isLit: boolean) =>
  findInkedStrokes(ink, isLit).strokes?.isKept.filter((kept) => kept).length;

Deno.test("findInkedStrokes() finds pale digits beside firm ones in a photo, and gives them full ink", () => {
  const ink = twos(1, 0.3, 1, 0.2);
  assert.equal(piecesOf(ink, true), 4);
  assert.equal(piecesOf(ink, false), 2);
  const even = findInkedStrokes(ink, true).ink;
  const full = even.data.filter((value) => value > 0.9).length;
  const firm = twos(1, 1, 1, 1).data.filter((value) => value > 0.9).length;
  assert.ok(Math.abs(full / firm - 1) < 0.1, `${full} of ${firm}`);
});

Deno.test("findInkedStrokes() leaves pale ink that is the paper's, bars, and what stands beside a single digit", () => {
  const stained = twos(1, 0.3, 1);
  for (let i = 0; i < stained.data.length; i += 7) {
    stained.data[i] = Math.max(stained.data[i]!, 0.3);
  }
  assert.equal(piecesOf(stained, true), 2);
  const barred = twos(1, 0, 1);
  for (let y = 30; y < 90; y++) {
    barred.data.fill(0.3, y * barred.width + 140, y * barred.width + 146);
  }
  assert.equal(piecesOf(barred, true), 2);
  assert.equal(piecesOf(twos(1, 0.3), true), 1);
});

Deno.test("findInkedStrokes() takes a few frames out of a chessboard, each ring of whose squares is one", () => {
  const [width, height, check] = [1200, 1000, 4];
  const data = Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return (Math.floor(x / check) + Math.floor(y / check)) % 2;
  });
  const { ink } = findInkedStrokes({ width, height, data }, false);
  /** The ink of some columns in the middle, by which every ring goes. */
  const within = (all: Float32Array, from: number, to: number) =>
    all.subarray(height / 2 * width + from, height / 2 * width + to)
      .reduce((sum, value) => sum + value, 0);
  assert.ok(within(ink.data, 0, 40) < within(data, 0, 40));
  assert.equal(within(ink.data, 80, 1120), within(data, 80, 1120));
});
