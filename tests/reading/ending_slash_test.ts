import assert from "node:assert/strict";
import { endingSlash, type Slash } from "../../src/reading/ending_slash.ts";
import type { Part } from "../../src/reading/line.ts";
import { partOf } from "./part.ts";

const INK = { width: 1, height: 1, data: new Float32Array(1) };

/** A digit, or "-" for a dash, in a box; 100 pixels are the height of a character. */
function part(
  sign: string,
  x: number,
  y: number,
  width: number,
  height: number,
): Part {
  const size = { width: width / 100, height: height / 100 };
  const read = partOf(sign === "-" ? null : Number(sign), INK, size);
  const box = { x, y, width, height };
  return { ...read, box, glyph: sign === "-" ? null : read.glyph };
}

/** Whether the last digit of a line is its ending slash. */
function ends(
  parts: readonly Part[],
  slash: Omit<Slash, "place">,
  ...others: readonly Slash[]
): boolean {
  const digits = parts.map(({ glyph }) => glyph?.judgement.digit ?? null);
  const place = digits.findLastIndex((digit) => digit !== null);
  const found = endingSlash(parts, digits, [...others, { place, ...slash }]);
  return found.length === 1 && found[0] === place;
}

const five = part("5", 0, 0, 60, 100);
const eight = part("8", 70, 0, 60, 100);
const slash = part("1", 140, -10, 50, 120);
const dash = part("-", 185, 45, 60, 12);
const low = part("-", 185, 95, 60, 12);
const cents = [part("8", 70, 0, 40, 60), part("4", 115, 0, 40, 60)];

const ODD = { slant: 0.4, oddity: 0.5 };

Deno.test("a slash before a dash, or behind raised cents, ends an amount", () => {
  assert.ok(ends([five, eight, slash, dash], ODD));
  assert.ok(ends([five, ...cents, slash], ODD));
});

Deno.test("a slash that nothing tells is a 1, unless it is very odd", () => {
  assert.ok(!ends([five, eight, slash], ODD));
  assert.ok(!ends([five, eight, slash, low], ODD));
  assert.ok(ends([five, eight, slash], { slant: 0.6, oddity: 1.1 }));
});

Deno.test("an upright 1, or one among others that lean alike, is a 1 before a dash too", () => {
  assert.ok(!ends([five, eight, slash, dash], { slant: 0.1, oddity: 0.5 }));
  assert.ok(!ends([five, eight, slash, dash], { slant: 0.4, oddity: 0.1 }));
  const another = { place: 1, slant: 0.35, oddity: 0.4 };
  assert.ok(
    !ends([five, part("1", 70, 0, 40, 100), slash, dash], ODD, another),
  );
});

Deno.test("of a line without digits nothing is a slash", () => {
  assert.deepEqual(endingSlash([], [], []), []);
});
