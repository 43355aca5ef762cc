import assert from "node:assert/strict";
import { span } from "../../src/imaging/boxes.ts";
import type { Picture } from "../../src/imaging/picture.ts";
import type { NumberPicture } from "./misread.ts";
import { drawNumbers } from "./numbers.ts";
import { recognizer } from "./recognizer.ts";

function right(numbers: readonly NumberPicture[]): NumberPicture[] {
  return numbers.filter(({ picture, text }) =>
    recognizer.read(picture).text === text
  );
}

const SPACED = drawNumbers("spaced", 60);
const READ = right(SPACED);

Deno.test("numbers of two to eight digits that stand apart are read whole, nine of ten at least", () => {
  assert.ok(READ.length >= 0.9 * SPACED.length, `${READ.length}`);
});

Deno.test("numbers whose digits touch are cut and read, more than half of them", () => {
  const numbers = drawNumbers("touching", 60);
  const read = right(numbers).length;
  assert.ok(read > 0.5 * numbers.length, `${read} of ${numbers.length}`);
});

Deno.test("columns of three numbers are read from top to bottom, eight of ten at least", () => {
  const numbers = drawNumbers("column", 40);
  const read = right(numbers).length;
  assert.ok(read >= 0.8 * numbers.length, `${read} of ${numbers.length}`);
});

Deno.test("digits below each other are no 1, whatever they look like from afar: eight of ten are read at least", () => {
  const numbers = drawNumbers("tower", 40);
  const read = right(numbers).length;
  assert.ok(read >= 0.8 * numbers.length, `${read} of ${numbers.length}`);
});

Deno.test("commas, dots and dashes are left out, and what was left out is told", () => {
  const numbers = drawNumbers("amount", 40);
  const read = right(numbers);
  assert.ok(read.length >= 0.75 * numbers.length, `${read.length}`);
  const told = read.filter(({ picture }) =>
    recognizer.read(picture).leftOut.length > 0
  );
  // Some are dropped before, as specks, and some touch a digit.
  assert.ok(told.length >= 0.6 * read.length, `${told.length}`);
});

const CHANGES: Record<string, (picture: Picture) => Picture> = {
  inverted: (picture) =>
    repaint(picture, (value, channel) => channel === 3 ? value : 255 - value),
  "in blue on yellow": (picture) =>
    repaint(
      picture,
      (value, channel) =>
        [40 + value * 0.8, 60 + value * 0.7, 150 - value * 0.3, 255][channel]!,
    ),
  "in a larger sheet": (picture) => moved(picture, 90, 40, 130, 100),
};

for (const [name, change] of Object.entries(CHANGES)) {
  Deno.test(`a number ${name} is read as before`, () => {
    const different = READ.filter(({ picture, text }) =>
      recognizer.read(change(picture)).text !== text
    );
    assert.ok(different.length <= 1, different.map((n) => n.text).join(" "));
  });
}

/** Distance to what is drawn, from the middle of the picture. */
type Mark = (
  x: number,
  y: number,
  halfWidth: number,
  halfHeight: number,
) => number;

const MARKS: Record<string, Mark> = {
  "in a ring": (x, y, a, b) =>
    Math.abs(Math.hypot(x / a, y / b) / Math.SQRT2 - 1) * Math.min(a, b),
  "in a frame": (x, y, a, b) =>
    Math.abs(Math.max(Math.abs(x) - a, Math.abs(y) - b)),
  "that is underlined": (x, y, a, b) =>
    Math.hypot(Math.max(0, Math.abs(x) - a), y - b - 0.03 * x),
};

for (const [name, mark] of Object.entries(MARKS)) {
  Deno.test(`a number ${name} is read as before, nine of ten at least`, () => {
    const some = READ.slice(0, 20);
    const read = some.filter(({ picture, text }) =>
      recognizer.read(marked(picture, mark)).text === text
    );
    assert.ok(read.length >= 0.9 * some.length, `${read.length}`);
  });
}

Deno.test("a number that reaches over its frame is read as before, seven of ten at least", () => {
  const lowered: Mark = (x, y, a, b) =>
    Math.abs(Math.max(Math.abs(x) - a, Math.abs(y + 19) - b + 19));
  const some = READ.slice(0, 20);
  const read = some.filter(({ picture, text }) =>
    recognizer.read(marked(picture, lowered)).text === text
  );
  assert.ok(read.length >= 0.7 * some.length, `${read.length}`);
});

Deno.test("boxes stand in the order of the text and enclose ink", () => {
  for (const { picture, text } of READ) {
    const { digits } = recognizer.read(picture);
    assert.equal(digits.length, text.length);
    const lefts = digits.map(({ box }) => box!.x + box!.width / 2);
    assert.deepEqual(lefts, lefts.toSorted((a, b) => a - b));
    for (const { box } of digits) {
      assert.ok(box!.x >= 0 && box!.x + box!.width <= picture.width);
      assert.ok(box!.y >= 0 && box!.y + box!.height <= picture.height);
    }
  }
});

Deno.test("two digits are read however far apart they stand, nine of ten at least", () => {
  const numbers = drawNumbers("apart", 60);
  const read = right(numbers).length;
  assert.ok(read >= 0.9 * numbers.length, `${read} of ${numbers.length}`);
});

function repaint(
  picture: Picture,
  paint: (value: number, channel: number) => number,
): Picture {
  return {
    ...picture,
    rgba: picture.rgba.map((value, i) => paint(value, i % 4)),
  };
}

/** The same on a larger sheet of its own paper. */
function moved(
  { width, height, rgba, scale }: Picture,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Picture {
  const wide = width + left + right;
  const high = height + top + bottom;
  const sheet = new Uint8Array(4 * wide * high);
  for (let i = 0; i < sheet.length; i++) sheet[i] = rgba[i % 4]!;
  for (let y = 0; y < height; y++) {
    const row = rgba.subarray(4 * y * width, 4 * (y + 1) * width);
    sheet.set(row, 4 * ((y + top) * wide + left));
  }
  return { width: wide, height: high, rgba: sheet, scale };
}

/** The same with a pen's mark around its digits or under them. */
function marked(picture: Picture, mark: Mark): Picture {
  const margin = picture.width >> 1;
  const sheet = moved(picture, margin, margin, margin, margin);
  const boxes = recognizer.read(sheet).digits.map(({ box }) => box!);
  const { x, y, width, height } = span(boxes);
  const data = sheet.rgba.map((value, i) => {
    if (i % 4 === 3) return value;
    const pixel = i >> 2;
    const away = mark(
      pixel % sheet.width - x - width / 2,
      Math.floor(pixel / sheet.width) - y - height / 2,
      width / 2 + 20,
      height / 2 + 20,
    );
    return Math.min(value, Math.max(0, 80 * (away - 3)));
  });
  return { ...sheet, rgba: data };
}

Deno.test("slashes of dates and brackets around digits are left out, of seven of ten at least, and told", () => {
  for (const kind of ["date", "bracketed"] as const) {
    const numbers = drawNumbers(kind, 60);
    const read = right(numbers);
    assert.ok(read.length >= 0.7 * numbers.length, `${kind}: ${read.length}`);
    for (const { picture } of read) {
      assert.ok(recognizer.read(picture).leftOut.length >= 2);
    }
  }
});

Deno.test("a # and two slashes around a number are left out, of eight of ten at least", () => {
  for (const kind of ["hashed", "slashed"] as const) {
    const numbers = drawNumbers(kind, 40);
    const read = right(numbers);
    assert.ok(read.length >= 0.8 * numbers.length, `${kind}: ${read.length}`);
    for (const { picture } of read) {
      assert.ok(recognizer.read(picture).leftOut.length >= 2);
    }
  }
});

Deno.test("numbers in the boxes of a form are read, eight of ten at least", () => {
  const numbers = drawNumbers("boxed", 40);
  const read = right(numbers).length;
  assert.ok(read >= 0.8 * numbers.length, `${read} of ${numbers.length}`);
});

Deno.test("house numbers of 1s and 7s are read, eight of ten at least", () => {
  const numbers = drawNumbers("strokes", 60);
  const read = right(numbers).length;
  assert.ok(read >= 0.8 * numbers.length, `${read} of ${numbers.length}`);
});
