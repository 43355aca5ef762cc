import assert from "node:assert/strict";
import { findCharacter } from "../../src/imaging/character.ts";
import { findInk } from "../../src/imaging/ink.ts";
import { normalize } from "../../src/imaging/normalize.ts";
import type { Picture } from "../../src/imaging/picture.ts";

/** What the network would see of a picture of one digit. */
export function readGlyph(picture: Picture): Float32Array {
  const character = findCharacter(findInk(picture));
  assert.ok(character, "there is nothing to read");
  return normalize(character.ink);
}

/** Mean absolute difference of two planes. */
export function difference(a: Float32Array, b: Float32Array): number {
  assert.equal(a.length, b.length);
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) /
    a.length;
}
