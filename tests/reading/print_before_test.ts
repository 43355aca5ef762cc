import assert from "node:assert/strict";
import type { Part } from "../../src/reading/line.ts";
import { countPrintBefore } from "../../src/reading/print_before.ts";
import { partOf } from "./part.ts";

const INK = { width: 1, height: 1, data: new Float32Array(1) };

/** A part of a line: a digit, "?" for what looks like none, "." for what is left out. */
function part(sign: string, height: number): Part {
  const digit = sign === "?" ? null : Number(sign);
  const part = partOf(digit, INK, { width: 0.5, height });
  return sign === "." ? { ...part, glyph: null } : part;
}

/** Parts, each with its height. */
function line(...parts: readonly (readonly [string, number])[]): Part[] {
  return parts.map(([sign, height]) => part(sign, height));
}

Deno.test("letters before a number are print, also those that look like digits", () => {
  const number = [["1", 1], ["7", 1], ["0", 0.95]] as const;
  const dollars = [["?", 0.5], ["5", 0.5], ["?", 0.6]] as const;
  assert.equal(countPrintBefore(line(...dollars, ...number)), 3);
  const rupees = [["?", 0.5], ["5", 0.4], [".", 0.1]] as const;
  assert.equal(countPrintBefore(line(...rupees, ...number)), 3);
  const leftOut = [[".", 0.5], ["5", 0.5], [".", 0.6]] as const;
  assert.equal(countPrintBefore(line(...leftOut, ...number)), 3);
});

Deno.test("a digit as high as the others is no print, whatever stands beside it", () => {
  assert.equal(
    countPrintBefore(line(["5", 1], ["?", 1], ["1", 1], ["7", 1])),
    0,
  );
  assert.equal(
    countPrintBefore(line(["5", 0.9], [".", 0.2], ["1", 1], ["7", 1])),
    0,
  );
});

Deno.test("low digits behind a number are its cents", () => {
  const parts = line(["1", 1], ["7", 1], [".", 0.1], ["5", 0.5], ["0", 0.5]);
  assert.equal(countPrintBefore(parts), 0);
});

Deno.test("of a line without digits nothing is before a number", () => {
  assert.equal(countPrintBefore(line(["?", 0.5], ["?", 0.5], ["5", 0.5])), 0);
  assert.equal(countPrintBefore([]), 0);
});

Deno.test("a capital with a small letter on the line of the digits is a word before them", () => {
  const number = [["1", 1], ["7", 1], ["0", 0.95]] as const;
  const standing = (raised: number) =>
    line(["?", 1], ["5", 0.55], ...number).map((part) => ({
      ...part,
      box: {
        ...part.box,
        y: part.height === 0.55 ? 45 - raised : 0,
        height: 100 * part.height,
      },
    }));
  assert.equal(countPrintBefore(standing(0)), 2);
  assert.equal(countPrintBefore(standing(45)), 0);
});
