import assert from "node:assert/strict";
import type { Part } from "../../src/reading/line.ts";
import { findWords } from "../../src/reading/words.ts";
import { partOf } from "./part.ts";
import { emptySheet } from "./sheet.ts";

const HEIGHT = 100;

/** Characters side by side: digits, "?" for what is none, and wide gaps for spaces. */
function wordsOf(text: string): string {
  let x = 0;
  const parts = [...text].flatMap((character): Part[] => {
    if (character === " ") {
      x += 40;
      return [];
    }
    const digit = character === "?" ? null : Number(character);
    const size = { width: 0.6, height: 1 };
    const part = partOf(digit, emptySheet(60, HEIGHT), size);
    const box = { x, y: 0, width: 60, height: HEIGHT };
    x += 70;
    return [{ ...part, box }];
  });
  const isWord = findWords(parts);
  return [...text.replaceAll(" ", "")].filter((_, i) => !isWord[i]).join("");
}

Deno.test("findWords() finds units and names behind a number and before it", () => {
  assert.equal(wordsOf("75 ?9"), "75");
  assert.equal(wordsOf("1?? 747"), "747");
  assert.equal(wordsOf("9? 38 ?6 ??"), "38");
});

Deno.test("findWords() leaves digits, and what may be a digit between them or is one of many", () => {
  for (const text of ["75 9", "7 ? 9", "12 34?5", "4?", "?", "?4 38 5?"]) {
    assert.equal(wordsOf(text), text.replaceAll(" ", ""), text);
  }
});
