import assert from "node:assert/strict";
import { isNumber } from "../../src/reading/is_number.ts";
import type { LineReading } from "../../src/reading/line.ts";
import { partOf } from "./part.ts";
import { emptySheet } from "./sheet.ts";

/** A line of characters side by side: digits, and "?" for what is none. */
function lineOf(text: string): LineReading {
  const parts = [...text].map((character, i) => {
    const digit = character === "?" ? null : Number(character);
    const part = partOf(digit, emptySheet(60, 100), { width: 0.6, height: 1 });
    return { ...part, box: { ...part.box, x: 70 * i } };
  });
  const line = {
    ...{ box: { x: 0, y: 0, width: 70 * text.length, height: 100 } },
    ...{ block: 1, ink: emptySheet(1, 1), height: 100 },
    ...{ labels: new Uint16Array(1), atoms: [], crossed: [] },
  };
  return { line, parts, price: 0 };
}

function mayBeNumber(text: string): boolean {
  return isNumber([lineOf(text)], 0, () => 1);
}

Deno.test("strokes with as much between them that is no digit are a word in brackets, and no number", () => {
  assert.equal(mayBeNumber("1??1"), false);
  assert.equal(mayBeNumber("1?????1"), false);
});

Deno.test("what stands around strokes, or one of many, makes no word of a number", () => {
  for (const text of ["?17?", "??11??", "1?1", "4??1"]) {
    assert.equal(mayBeNumber(text), true, text);
  }
});
