import assert from "node:assert/strict";
import { findInk } from "../../src/imaging/ink.ts";
import { normalize } from "../../src/imaging/normalize.ts";
import type { Picture } from "../../src/imaging/picture.ts";
import { segment } from "../../src/imaging/segment.ts";

/** What the network would see of a picture of one digit. */
export function readGlyph(picture: Picture): Float32Array {
  const lines = segment(findInk(picture));
  assert.equal(lines.length, 1);
  assert.equal(lines[0]!.length, 1);
  return normalize(lines[0]![0]!.ink);
}

/** Mean absolute difference of two planes. */
export function difference(a: Float32Array, b: Float32Array): number {
  assert.equal(a.length, b.length);
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) /
    a.length;
}
