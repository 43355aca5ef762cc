import assert from "node:assert/strict";
import { findComponents } from "../../src/imaging/components.ts";
import { decode } from "../../src/imaging/decode/decode.ts";
import type { Ink } from "../../src/imaging/ink.ts";
import { type DataSet, PIXELS } from "../../train/mnist.ts";
import { Random } from "../../train/random.ts";
import { drawCanvas, onCanvas } from "../../train/synthetic/numbers/canvas.ts";
import { composeColumn } from "../../train/synthetic/numbers/column.ts";
import {
  composeNumber,
  isDigit,
  type Layout,
} from "../../train/synthetic/numbers/compose.ts";
import type { Hand, Hands } from "../../train/synthetic/numbers/hand.ts";
import {
  fontHands,
  mixedHands,
  mnistHands,
  strokeHands,
} from "../../train/synthetic/numbers/hands.ts";
import {
  drawLayout,
  drawThickness,
} from "../../train/synthetic/numbers/layout.ts";
import { MARK_CHARACTERS } from "../../train/synthetic/numbers/marks.ts";
import { drawNumberConditions } from "../../train/synthetic/numbers/photo.ts";
import {
  makeNumberSample,
  NUMBER_SET_NAMES,
  type NumberMaterial,
  type NumberSetName,
} from "../../train/synthetic/numbers/sets.ts";
import {
  digitsOf,
  drawAmount,
  drawDigits,
  spacedNumber,
  touchingNumber,
} from "../../train/synthetic/numbers/sources.ts";
import { STOCK } from "../../train/synthetic/photos/stock.ts";
import { drawTwo } from "../imaging/draw.ts";

const TWO: Ink = drawTwo({ width: 28, height: 28, x: 4, y: 4, size: 20 });
const GLYPHS = [..."0123456789"].map((character) => ({
  family: "a",
  kind: "handwriting" as const,
  character,
  ink: TWO,
}));

/** Of each digit one image, which shows a 2. */
const DATA: DataSet = {
  count: GLYPHS.length,
  images: Uint8Array.from(
    { length: GLYPHS.length * PIXELS },
    (_, i) => Math.round(255 * TWO.data[i % PIXELS]!),
  ),
  labels: Uint8Array.from(GLYPHS.keys()),
};
const images = mnistHands(DATA, Uint32Array.from(GLYPHS.keys()));
const twos = fontHands(GLYPHS);
const HANDS = { strokes: strokeHands, MNIST: images, fonts: twos };

const SIZE = { height: 40, thickness: 4 };
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

/** Fainter ink leaves the paper clear. */
const FAINT = 1 / 32;
const BODY = 0.5;

function piecesOf(ink: Ink, threshold: number): number {
  return findComponents(ink, threshold).list.length;
}

function bodyOf({ data }: Ink): number {
  return data.filter((value) => value >= BODY).length;
}

/** A hand, and what it has written. */
function watched(hands: Hands, seed: number): { hand: Hand; inks: Ink[] } {
  const own = hands(new Random(seed));
  const inks: Ink[] = [];
  const hand: Hand = {
    write(...args) {
      const ink = own.write(...args);
      inks.push(ink);
      return ink;
    },
  };
  return { hand, inks };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

for (const [name, hands] of Object.entries(HANDS)) {
  Deno.test(`a spaced number of ${name} has as many pieces as its digits have alone`, () => {
    for (const seed of SEEDS) {
      const { hand, inks } = watched(hands, seed);
      const random = new Random(seed, 1);
      const text = drawDigits(random, 1, 8);
      const { ink, signs } = spacedNumber(text, hand, random, SIZE);
      assert.equal(inks.length, text.length);
      assert.ok(signs.every(({ touches }) => !touches));
      assert.equal(
        piecesOf(ink, FAINT),
        sum(inks.map((digit) => piecesOf(digit, FAINT))),
        text,
      );
    }
  });
}

Deno.test("a touching number has fewer pieces than its digits, and hides none of them", () => {
  for (const seed of SEEDS) {
    const { hand, inks } = watched(strokeHands, seed);
    const random = new Random(seed, 1);
    const { ink, signs } = touchingNumber(hand, random, SIZE);
    const digits = inks.slice(-signs.length);
    const contacts = signs.filter(({ touches }) => touches).length;
    assert.ok(contacts > 0);
    const alone = sum(digits.map((digit) => piecesOf(digit, BODY)));
    assert.ok(piecesOf(ink, BODY) <= alone - contacts);
    const bodies = sum(digits.map(bodyOf));
    assert.ok(bodyOf(ink) < bodies, "no ink is shared");
    assert.ok(bodyOf(ink) >= 0.9 * bodies, "too much ink is shared");
  }
});

Deno.test("the signs of a number spell its text from left to right, and their boxes hold all of its ink", () => {
  for (const seed of SEEDS) {
    const random = new Random(seed, 2);
    const text = drawAmount(random);
    const layout = drawLayout(random, SIZE.height, SIZE.thickness, 0.5);
    const hand = strokeHands(random);
    const { ink, signs } = composeNumber(text, hand, random, layout);
    assert.equal(signs.map(({ character }) => character).join(""), text);
    const middles = signs.map(({ box }) => box.x + box.width / 2);
    assert.deepEqual(middles, middles.toSorted((a, b) => a - b));
    const left = ink.data.slice();
    for (const { box } of signs) {
      for (let y = box.y; y < box.y + box.height; y++) {
        const row = y * ink.width;
        left.fill(0, row + box.x, row + box.x + box.width);
      }
    }
    assert.ok(left.every((value) => value === 0));
  }
});

Deno.test("only digits beside each other touch", () => {
  for (const seed of SEEDS) {
    const random = new Random(seed, 3);
    const layout = drawLayout(random, SIZE.height, SIZE.thickness, 1);
    const { signs } = composeNumber(
      "1,23.4-5",
      strokeHands(random),
      random,
      layout,
    );
    signs.forEach(({ touches }, i) => {
      const isPair = i > 0 &&
        [signs[i]!, signs[i - 1]!].every((sign) => isDigit(sign.character));
      assert.ok(!touches || isPair);
    });
  }
});

Deno.test("composeNumber() writes the same for the same seed and another for another", () => {
  const written = (seed: number) => {
    const random = new Random(seed);
    return spacedNumber("402", strokeHands(random), random, SIZE);
  };
  assert.deepEqual(written(1), written(1));
  assert.notDeepEqual(written(1), written(2));
});

const LEVEL: Layout = {
  ...SIZE,
  gap: [4, 8],
  contact: 0,
  slant: 0,
  sizeJitter: 0,
  footJitter: 0,
  slope: 0,
  turns: false,
  wave: { amplitude: 0, period: 100 },
};

Deno.test("digits on a level line stand on one row and are as high as asked for", () => {
  const random = new Random(1);
  const hand = twos(random);
  const { signs } = composeNumber("2222", hand, random, LEVEL);
  for (const { box } of signs) {
    assert.ok(Math.abs(box.height - SIZE.height) <= 3, String(box.height));
  }
  const feet = signs.map(({ box }) => box.y + box.height);
  assert.equal(Math.max(...feet), Math.min(...feet));
});

Deno.test("digits on a falling line stand lower from left to right", () => {
  const random = new Random(1);
  const layout = { ...LEVEL, slope: 0.2 };
  const { signs } = composeNumber("22222", twos(random), random, layout);
  const feet = signs.map(({ box }) => box.y + box.height);
  assert.deepEqual(feet, feet.toSorted((a, b) => a - b));
  assert.ok(feet.at(-1)! - feet[0]! > 20);
});

for (const align of ["left", "right"] as const) {
  Deno.test(`composeColumn() puts lines below each other, clear of each other, aligned ${align}`, () => {
    for (const seed of SEEDS) {
      const random = new Random(seed, 4);
      const hand = strokeHands(random);
      const layout = drawLayout(random, SIZE.height, SIZE.thickness);
      const numbers = ["4", "180", "77013"].map((text) =>
        composeNumber(text, hand, random, layout)
      );
      const { ink, lines } = composeColumn(numbers, {
        align,
        indents: [0, 0, 0],
        gaps: [0, 5, 12],
      });
      assert.deepEqual(
        lines.map((line) => line.map(({ character }) => character).join("")),
        ["4", "180", "77013"],
      );
      assert.equal(
        piecesOf(ink, FAINT),
        sum(numbers.map((number) => piecesOf(number.ink, FAINT))),
      );
      const tops = lines.map((line) =>
        Math.min(...line.map(({ box }) => box.y))
      );
      assert.ok(tops[0]! < tops[1]! && tops[1]! < tops[2]!);
      const edges = lines.map((line) =>
        align === "left"
          ? Math.min(...line.map(({ box }) => box.x))
          : Math.max(...line.map(({ box }) => box.x + box.width))
      );
      assert.equal(new Set(edges).size, 1);
    }
  });
}

Deno.test("a hand writes a digit twice in one manner, but not twice alike", () => {
  const hand = strokeHands(new Random(3));
  const random = new Random(4);
  const form = { ...SIZE, slant: 0, angle: 0 };
  const [first, second] = [
    hand.write(5, random, form),
    hand.write(5, random, form),
  ];
  assert.notDeepEqual(first, second);
  assert.ok(Math.abs(first.width - second.width) < 0.2 * SIZE.height);
});

Deno.test("mnistHands() refuses a digit of which there is no image", () => {
  const hand = mnistHands(DATA, Uint32Array.of(3))(new Random(1));
  const form = { ...SIZE, slant: 0, angle: 0 };
  assert.throws(() => hand.write(4, new Random(1), form), RangeError);
});

Deno.test("fontHands() leaves families out that lack a digit", () => {
  const partial = GLYPHS.slice(1).map((glyph) => ({ ...glyph, family: "b" }));
  assert.throws(() => fontHands(partial)(new Random(1)), RangeError);
});

Deno.test("amounts are of digits and known marks, and are labelled with the digits alone", () => {
  const known = new RegExp(`^[0-9${MARK_CHARACTERS.replace("-", "\\-")}]+$`);
  const random = new Random(1);
  const amounts = Array.from({ length: 200 }, () => drawAmount(random));
  for (const text of amounts) {
    assert.match(text, known);
    assert.equal(digitsOf(text), text.replace(/[^0-9]/g, ""));
    assert.match(digitsOf(text), /^[1-9][0-9]*$/);
  }
  assert.ok(amounts.some((text) => /^\$\d,\d{3}\.\d\d$/.test(text)));
});

Deno.test("drawNumberConditions() leaves a digit 20 pixels and more, and knows no bitmaps", () => {
  for (const kind of ["photo", "board", "scan", "paint", "tablet"] as const) {
    for (const seed of SEEDS) {
      const { height, thickness } = drawNumberConditions(
        new Random(seed),
        kind,
        STOCK,
      );
      // The smallest digit of a number is 0.8 of its height.
      assert.ok(0.8 * height >= 20 && height <= 90, String(height));
      assert.ok(thickness >= 1 && thickness < height / 3);
    }
  }
  assert.throws(
    () => drawNumberConditions(new Random(1), "bitmap16", STOCK),
    RangeError,
  );
});

Deno.test("onCanvas() shows all of the ink, dark on white paper", () => {
  const random = new Random(5);
  const canvas = { ...drawCanvas(random), ink: 0 };
  const { width, height, rgba } = onCanvas(TWO, random, canvas);
  const dark = Float64Array.from(
    { length: width * height },
    (_, i) => 1 - rgba[4 * i]! / 255,
  );
  assert.ok(Math.abs(sum([...dark]) - sum([...TWO.data])) < 2);
  for (let x = 0; x < width; x++) assert.equal(dark[x], 0);
});

Deno.test("drawThickness() leaves lines a canvas can show", () => {
  const random = new Random(1);
  for (let i = 0; i < 100; i++) {
    const thickness = drawThickness(random, SIZE.height);
    assert.ok(thickness >= 1.5 && thickness <= 0.15 * SIZE.height + 1e-9);
  }
});

const hands = mixedHands({ hands: strokeHands, weight: 1 }, {
  hands: twos,
  weight: 1,
});
const MATERIAL: NumberMaterial = {
  hands,
  handsAndFonts: hands,
  letters: [],
  stock: STOCK,
  isUnseen: false,
  seed: 1,
};

const COUNT = 3;

function samples(name: NumberSetName, material = MATERIAL) {
  return Array.from(
    { length: COUNT },
    (_, index) => makeNumberSample(name, material, index),
  );
}

const LABELS: Record<NumberSetName, RegExp> = {
  numbers: /^[0-9]{1,8}$/,
  touching: /^[0-9]{2,6}$/,
  lines: /^[0-9]{1,6}\|[0-9]{1,6}\|[0-9]{1,6}$/,
  "numbers-photo": /^[0-9]{1,8}$/,
  amounts: /^[0-9]{1,7}$/,
  "strings-strokes": /^[0-9]{2,8}$/,
  crowd: /^$/,
  signs: /^[0-9]{1,10}$/,
};

for (const name of NUMBER_SET_NAMES) {
  Deno.test(`the set ${name} decodes, is labelled, and is the same for the same seed`, () => {
    const made = samples(name);
    for (const { bytes, extension, label } of made) {
      assert.equal(bytes[0], extension === "png" ? 0x89 : 0xff);
      const { width, height } = decode(bytes);
      assert.ok(width > 20 && height > 20);
      assert.match(label, LABELS[name]);
    }
    assert.deepEqual(samples(name), made);
    assert.notDeepEqual(samples(name, { ...MATERIAL, seed: 2 }), made);
  });
}
