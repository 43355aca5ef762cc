import assert from "node:assert/strict";
import { isSign } from "../../../src/imaging/signs/sign.ts";
import type { Ink } from "../../../src/imaging/ink.ts";
import { resample } from "../../../src/imaging/resample.ts";
import { mnistImages } from "../mnist.ts";
import { drawn, PERCENT, ring, SLASH, type Stroke } from "./strokes.ts";

const PENS = [1.5, 2.5, 4];

const PLUS: readonly Stroke[] = [[50, 12, 48, 88], [10, 52, 90, 48]];
const EQUALS: readonly Stroke[] = [[12, 36, 88, 32], [10, 66, 90, 64]];
const HOOK: readonly Stroke[] = [
  [20, 22, 34, 8],
  [34, 8, 66, 8],
  [66, 8, 80, 22],
  [80, 22, 50, 48],
  [50, 48, 50, 66],
];
const DOT: Stroke = [50, 88, 50.1, 90];

Deno.test("+, =, % and ? are signs by any pen", () => {
  for (const pen of PENS) {
    for (const sign of [PLUS, EQUALS, PERCENT, [...HOOK, DOT]]) {
      assert.ok(isSign(drawn(sign, 0, pen)), `${sign} ${pen}`);
    }
  }
});

Deno.test("what lacks a stroke of a sign is none", () => {
  for (const sign of [PLUS, EQUALS]) {
    for (const missing of sign) {
      assert.ok(!isSign(drawn(sign.filter((stroke) => stroke !== missing))));
    }
  }
  assert.ok(!isSign(drawn(PERCENT.filter((stroke) => stroke !== SLASH))));
  assert.ok(!isSign(drawn([SLASH, ...ring(24, 24, 14, 16)])));
  assert.ok(!isSign(drawn(HOOK)));
});

Deno.test("a 4, an 8 with a straight back and a 7 beside a dot are no signs", () => {
  const four: readonly Stroke[] = [
    [40, 6, 10, 60],
    [10, 60, 90, 58],
    [64, 34, 62, 94],
  ];
  const eight = [SLASH, ...ring(46, 27, 28, 20), ...ring(50, 74, 30, 20)];
  const seven: readonly Stroke[] = [[10, 8, 70, 8], [70, 8, 30, 92]];
  for (const pen of PENS) {
    for (const digit of [four, eight, [...seven, [60, 90, 62, 92] as const]]) {
      assert.ok(!isSign(drawn(digit, 0, pen)), `${pen}`);
    }
  }
});

/** As large as somebody writes, who wrote 28 pixels. */
function enlarged(bytes: Uint8Array): Ink {
  const data = Float32Array.from(bytes, (value) => value / 255);
  return { width: 112, height: 112, data: resample(data, 28, 28, 112, 112) };
}

Deno.test("of MNIST's test digits hardly one in a thousand is a sign", () => {
  const images = mnistImages()?.slice(0, 3000);
  if (!images) return;
  const signs = images.filter((bytes) => isSign(enlarged(bytes)));
  assert.ok(signs.length <= 3, `${signs.length}`);
});
