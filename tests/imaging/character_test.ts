import assert from "node:assert/strict";
import type { Ink } from "../../src/imaging/ink.ts";
import { findCharacter } from "../../src/imaging/character.ts";

/** Ink from a picture of characters: "#" is full, "-" is faint, else none. */
function ink(rows: readonly string[]): Ink {
  const text = rows.join("");
  const data = Float32Array.from(
    text,
    (c) => c === "#" ? 1 : c === "-" ? 0.1 : 0,
  );
  return { width: rows[0]!.length, height: rows.length, data };
}

Deno.test("findCharacter() finds none without ink", () => {
  assert.deepEqual(findCharacter(ink(["....", "...."])), null);
});

Deno.test("findCharacter() cuts to the ink", () => {
  const character = findCharacter(ink([
    "........",
    "..-###..",
    "..#.....",
    "..#.....",
    "..###...",
    "........",
  ]));
  const glyph = character!;
  assert.deepEqual(glyph.box, { x: 2, y: 1, width: 4, height: 4 });
  assert.deepEqual(glyph.ink, ink(["-###", "#...", "#...", "###."]));
});

Deno.test("findCharacter() keeps the parts of a broken digit together", () => {
  const character = findCharacter(ink([
    "####....",
    "........",
    "....####",
    "....#..#",
  ]));
  assert.deepEqual(character!.box, { x: 0, y: 0, width: 8, height: 4 });
});

Deno.test("findCharacter() leaves specks out, also inside the box", () => {
  const side = 40;
  const data = new Float32Array(side * side);
  for (let i = 5; i < 35; i++) data.fill(1, i * side + 10, i * side + 15);
  data.fill(1, 34 * side + 10, 34 * side + 30);
  data[10 * side + 25] = 1;
  data[2 * side + 2] = 1;
  const glyph = findCharacter({ width: side, height: side, data })!;
  assert.deepEqual(glyph.box, { x: 10, y: 5, width: 20, height: 30 });
  assert.equal(glyph.ink.data[5 * 20 + 15], 0);
});

Deno.test("findCharacter() reads no dust", () => {
  assert.deepEqual(findCharacter(ink(["......", ".##...", ".##..."])), null);
  const side = 1200;
  const data = new Float32Array(side * side);
  for (let i = 50; i < 58; i++) data.fill(1, i * side + 50, i * side + 58);
  assert.deepEqual(findCharacter({ width: side, height: side, data }), null);
});

/** A sheet of 40 x 40 with a stroke like a 1 on it, and `dark` elsewhere. */
function strokeBeside(dark: (x: number, y: number) => boolean): Ink {
  const side = 40;
  const data = Float32Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    const stroke = x >= 18 && x < 22 && y >= 10 && y < 30;
    return stroke || dark(x, y) ? 1 : 0;
  });
  return { width: side, height: side, data };
}

const STROKE = { x: 18, y: 10, width: 4, height: 20 };

Deno.test("findCharacter() leaves out what lies beside the sheet in a photo", () => {
  const tables = [
    (x: number) => x < 5,
    (x: number, y: number) => x < 5 || y >= 36,
    (x: number, y: number) => x < 3 || y < 3 || x >= 37 || y >= 37,
    (x: number, y: number) => 8 * x + y < 36,
  ];
  for (const dark of tables) {
    assert.deepEqual(findCharacter(strokeBeside(dark))!.box, STROKE);
  }
});

Deno.test("findCharacter() keeps a stroke that ends at the edge", () => {
  const foot = strokeBeside((x, y) => x < 20 && y >= 35);
  const { box } = findCharacter(foot)!;
  assert.deepEqual(box, { x: 0, y: 10, width: 22, height: 30 });
});

Deno.test("findCharacter() keeps ink along the edge when there is no other", () => {
  const bar = ink(["##....", "##....", "##....", "##....", "##...."]);
  assert.deepEqual(findCharacter(bar)!.box, {
    x: 0,
    y: 0,
    width: 2,
    height: 5,
  });
});

Deno.test("findCharacter() takes hundreds of thousands of pieces for noise", () => {
  const side = 1600;
  const data = new Float32Array(side * side);
  for (let y = 0; y < side; y += 2) {
    for (let x = 0; x < side; x += 2) data[y * side + x] = 1;
  }
  assert.deepEqual(findCharacter({ width: side, height: side, data }), null);
});

Deno.test("findCharacter() keeps a hairline whole that lies between two columns of pixels", () => {
  const side = 100;
  const data = new Float32Array(side * side);
  for (let y = 10; y < 90; y++) {
    // Where it drifts from one column to the next, each has less than half.
    const left = 40 + Math.floor(y / 3);
    data[y * side + left] = y % 3 === 0 ? 0.9 : 0.45;
    data[y * side + left + 1] = y % 3 === 0 ? 0.1 : 0.45;
  }
  const glyph = findCharacter({ width: side, height: side, data })!;
  assert.equal(glyph.box.y, 10);
  assert.equal(glyph.box.height, 80);
});
