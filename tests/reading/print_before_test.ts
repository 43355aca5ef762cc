import assert from "node:assert/strict";
import type { Part } from "../../src/reading/line.ts";
import { countPrintBefore } from "../../src/reading/print_before.ts";

/** A part of a line: a digit, "?" for what looks like none, "." for what is left out. */
function part(sign: string, height: number): Part {
  const box = { x: 0, y: 0, width: 20, height: 40 * height };
  const judgement = {
    digit: sign === "?" ? null : Number(sign),
    confidence: 1,
    probabilities: [],
    strangeness: 0,
    several: 0,
    verdict: "sure",
    alternatives: [],
  } as const;
  const ink = { width: 1, height: 1, data: new Float32Array(1) };
  const glyph = {
    box,
    ink,
    thickened: null,
    normalized: new Float32Array(784),
    judgement,
  };
  return {
    from: 0,
    to: 1,
    box,
    glyph: sign === "." ? null : glyph,
    isCut: false,
    width: 0.5,
    height,
  };
}

/** Parts of one height each. */
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
