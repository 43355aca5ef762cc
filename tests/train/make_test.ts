import assert from "node:assert/strict";
import {
  CLASSES,
  DIGIT_COUNT,
  NOT_A_DIGIT,
  SEVERAL_DIGITS,
} from "../../src/inference/classes.ts";
import { make, type Plan } from "../../train/make.ts";
import type { MakerName } from "../../train/makers/makers.ts";
import { type DataSet, PIXELS } from "../../train/mnist.ts";
import type { FontGlyph } from "../../train/synthetic/fonts.ts";
import { drawDigits } from "./draw_digits.ts";

const mnist = drawDigits(60);

const glyph = (character: string): FontGlyph => ({
  family: "a",
  kind: "printed",
  character,
  ink: { width: 3, height: 5, data: new Float32Array(15).fill(1) },
});

function plan(...parts: [MakerName, number][]): Plan {
  return {
    parts,
    seed: 1,
    originals: {
      mnist,
      indices: Uint32Array.from({ length: mnist.count }, (_, i) => i),
      glyphs: { digits: [glyph("4")], letters: [glyph("A")] },
    },
  };
}

function made(plans: Plan[], count: number, workers: number): DataSet {
  const data = {
    count,
    images: new Uint8Array(count * PIXELS),
    labels: new Uint8Array(count).fill(99),
  };
  for (let rank = 0; rank < workers; rank++) {
    make(data, 0, plans, rank, workers, () => {});
  }
  return data;
}

Deno.test("make() makes the same images whichever workers share them", () => {
  const plans = [plan(["strokes", 11], ["restyled", 5]), plan(["fonts", 4])];
  assert.deepEqual(made(plans, 20, 1), made(plans, 20, 3));
});

Deno.test("make() makes of each kind as many as asked for, each with ink and a label", () => {
  const { images, labels } = made(
    [plan(["strokes", 30], ["fonts", 5], ["nonDigits", 15])],
    50,
    1,
  );
  for (let i = 0; i < 50; i++) {
    const image = images.subarray(i * PIXELS, (i + 1) * PIXELS);
    assert.ok(image.some((value) => value > 200), `image ${i}`);
  }
  assert.ok(labels.subarray(0, 30).every((label) => label < 10));
  assert.ok(labels.subarray(30, 35).every((label) => label === 4));
  assert.ok(labels.subarray(35).every((label) => label === NOT_A_DIGIT));
});

Deno.test("make() makes several digits of numbers, and of cuts digits and what is none as well", () => {
  const { labels } = made([plan(["numbers", 20], ["cuts", 60])], 80, 1);
  assert.ok(labels.subarray(0, 20).every((label) => label === SEVERAL_DIGITS));
  const cuts = labels.subarray(20);
  for (const isKind of [isDigit, is(NOT_A_DIGIT), is(SEVERAL_DIGITS)]) {
    assert.ok(cuts.some(isKind));
  }
  assert.ok(cuts.every((label) => label < CLASSES));
});

Deno.test("make() labels pairs with their two digits, and stretches them", () => {
  const { labels, images } = made([plan(["pairs", 30])], 30, 1);
  assert.ok(labels.every((label) => label >= CLASSES));
  assert.ok(new Set(labels).size > 10);
  for (let i = 0; i < 30; i++) {
    const image = images.subarray(i * PIXELS, (i + 1) * PIXELS);
    const rows = image.keys().filter((at) => image[at]! > 0)
      .map((at) => Math.floor(at / 28)).toArray();
    assert.ok(rows.at(-1)! - rows[0]! >= 22, `image ${i}`);
  }
});

function isDigit(label: number): boolean {
  return label < DIGIT_COUNT;
}

function is(kind: number): (label: number) => boolean {
  return (label) => label === kind;
}

Deno.test("make() leaves one kind as it is when more of another are made", () => {
  const few = made([plan(["strokes", 3], ["restyled", 4])], 7, 1);
  const more = made([plan(["strokes", 9], ["restyled", 4])], 13, 1);
  assert.deepEqual(
    few.images.subarray(3 * PIXELS),
    more.images.subarray(9 * PIXELS),
  );
});
