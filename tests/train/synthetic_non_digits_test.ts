import assert from "node:assert/strict";
import { Random } from "../../train/random.ts";
import { DOODLE_ALLOGRAPHS } from "../../train/synthetic/doodles.ts";
import {
  CURRENCY_ALLOGRAPHS,
  LETTER_ALLOGRAPHS,
  LOOK_ALIKES,
  SIGN_ALLOGRAPHS,
} from "../../train/synthetic/letters.ts";
import {
  drawNonDigit,
  NON_DIGIT_KINDS,
} from "../../train/synthetic/non_digits.ts";
import {
  clipped,
  extentOf,
  type Lines,
  mirrored,
  moved,
  sideBySide,
  turned,
} from "../../train/synthetic/place.ts";
import { SCRIBBLES } from "../../train/synthetic/scribbles.ts";

const SIZE = 40;
const CORNER = [[{ x: 0, y: 0 }, { x: 0, y: 2 }, { x: 1, y: 2 }]];

Deno.test("drawNonDigit() draws the same for the same random numbers and another for others", () => {
  for (const kind of NON_DIGIT_KINDS) {
    const seen = new Set<string>();
    for (let seed = 0; seed < 20; seed++) {
      const ink = drawNonDigit(new Random(seed), SIZE, kind);
      drawNonDigit(new Random(seed + 1), SIZE); // what was drawn before must not matter
      assert.deepEqual(drawNonDigit(new Random(seed), SIZE, kind), ink);
      seen.add(ink.data.join());
    }
    assert.equal(seen.size, 20, kind);
  }
});

Deno.test("drawNonDigit() is as long as asked for, within 0..1, with ink and not all ink", () => {
  for (const kind of NON_DIGIT_KINDS) {
    for (let seed = 0; seed < 60; seed++) {
      const { width, height, data } = drawNonDigit(
        new Random(seed),
        SIZE,
        kind,
      );
      assert.equal(Math.max(width, height), SIZE);
      assert.equal(data.length, width * height);
      assert.ok(data.every((value) => value >= 0 && value <= 1));
      assert.ok(Math.max(...data) > 0.2, `${kind}, ${seed}`);
    }
  }
});

Deno.test("no non-digit is as narrow as a stick", () => {
  for (let seed = 0; seed < 2000; seed++) {
    const { width, height } = drawNonDigit(new Random(seed), SIZE);
    assert.ok(width > 0.22 * height, `seed ${seed}: ${width} x ${height}`);
  }
});

Deno.test("no look-alike of a digit is among the letters and signs", () => {
  const drawn = [
    ...LETTER_ALLOGRAPHS,
    ...SIGN_ALLOGRAPHS,
    ...CURRENCY_ALLOGRAPHS,
  ];
  assert.ok(drawn.length > 120);
  for (const { style } of drawn) {
    assert.equal(LOOK_ALIKES[style], undefined, style);
    assert.doesNotMatch(style, /\p{Nd}/u);
  }
});

Deno.test("every look-alike is one character that names a digit and is none", () => {
  for (const [character, digit] of Object.entries(LOOK_ALIKES)) {
    assert.equal([...character].length, 1);
    assert.doesNotMatch(character, /\p{Nd}/u);
    assert.ok(Number.isInteger(digit) && digit >= 0 && digit <= 9);
  }
});

Deno.test("every letter of the Latin alphabet is drawn or a look-alike", () => {
  const drawn = new Set(LETTER_ALLOGRAPHS.map(({ style }) => style));
  for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") {
    assert.notEqual(drawn.has(letter), letter in LOOK_ALIKES, letter);
  }
});

Deno.test("each character and doodle has points within reach of its box", () => {
  const drawn = [
    ...LETTER_ALLOGRAPHS,
    ...SIGN_ALLOGRAPHS,
    ...CURRENCY_ALLOGRAPHS,
    ...DOODLE_ALLOGRAPHS,
  ];
  for (const { style, shape, weight } of drawn) {
    assert.ok(weight > 0);
    for (const { x, y } of shape.flat()) {
      assert.ok(x >= -0.3 && x <= 1.8 && y >= -0.3 && y <= 1.5, style);
    }
  }
});

Deno.test("scribbles have more lines or turns than any digit", () => {
  for (const [name, draw] of Object.entries(SCRIBBLES)) {
    for (let seed = 0; seed < 50; seed++) {
      const shape = draw(new Random(seed));
      const points = Math.max(...shape.map(({ length }) => length));
      assert.ok(shape.length >= 3 || points >= 6, `${name}, ${seed}`);
    }
  }
});

Deno.test("two mirrorings and four quarter turns leave lines as they are", () => {
  assert.deepEqual(mirrored(mirrored(CORNER)), CORNER);
  const turn = (times: number) =>
    Array.from({ length: times }).reduce<Lines>(
      (lines) => turned(lines, 1),
      CORNER,
    );
  assert.equal(extentOf(turn(1)).left, -2);
  assert.equal(extentOf(turn(1)).bottom, 1);
  assert.deepEqual(turn(4), CORNER);
  assert.deepEqual(turned(turned(CORNER, 1), -1), CORNER);
});

Deno.test("sideBySide() leaves the gap it was told between neighbours", () => {
  for (const gap of [-0.2, 0, 0.5]) {
    const parts = [CORNER, moved(CORNER, 7, 1), CORNER];
    const row = sideBySide(parts, gap);
    const { left, right } = extentOf(row);
    assert.ok(Math.abs(right - left - 3 - 2 * gap) < 1e-12);
    assert.equal(row.length, 3);
  }
});

Deno.test("clipped() keeps what it is told to and splits a line where it leaves", () => {
  const line = Array.from({ length: 9 }, (_, x) => ({ x, y: 0 }));
  const pieces = clipped([line], ({ x }) => x % 4 !== 3);
  assert.deepEqual(
    pieces.map((piece) => piece.map(({ x }) => x)),
    [[0, 1, 2], [4, 5, 6]],
  );
});
