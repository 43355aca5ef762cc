import assert from "node:assert/strict";
import { createLoopsEngine } from "../../src/inference/loops/engine.ts";
import { DIGIT_COUNT as CLASSES } from "../../src/inference/classes.ts";
import { PIXELS } from "../../train/mnist.ts";
import { largest, score, wilsonInterval } from "../../train/score.ts";
import { assertClose } from "../inference/assert_close.ts";
import { drawDigits } from "./draw_digits.ts";

/** Reads each picture as the digit p that its first pixel names: 2 p k - k^2 is largest at k = p. */
const FIRST_PIXEL = createLoopsEngine({
  network: {
    input: { height: PIXELS, width: 1, channels: 1 },
    layers: [{ kind: "flatten" }, {
      kind: "dense",
      name: "dense1",
      units: CLASSES,
    }],
  },
  tensors: new Map([
    [
      "dense1.kernel",
      Float32Array.from(
        { length: PIXELS * CLASSES },
        (_, i) => i < CLASSES ? 2 * 255 * i : 0,
      ),
    ],
    [
      "dense1.bias",
      Float32Array.from({ length: CLASSES }, (_, k) => -(k ** 2)),
    ],
  ]),
});

function dataRead(...digits: number[]) {
  const data = drawDigits(digits.length);
  digits.forEach((digit, i) => data.images[i * PIXELS] = digit);
  return data;
}

Deno.test("score() counts what was read right, and what was read as what", () => {
  const { images, correct, confusion, logits } = score(
    FIRST_PIXEL,
    dataRead(0, 1, 7, 3, 7),
  );
  assert.equal(images, 5);
  assert.equal(correct, 3);
  confusion.forEach((row, truth) =>
    row.forEach((count, read) => {
      const expected = [[0, 0], [1, 1], [2, 7], [3, 3], [4, 7]]
        .some(([t, r]) => t === truth && r === read);
      assert.equal(count, expected ? 1 : 0, `${truth} read as ${read}`);
    })
  );
  assert.equal(logits.length, 5 * CLASSES);
  assert.equal(largest(logits.subarray(2 * CLASSES, 3 * CLASSES)), 7);
});

Deno.test("score() looks only at the images that are named", () => {
  const data = dataRead(0, 0, 2, 3);
  const { images, correct, logits } = score(
    FIRST_PIXEL,
    data,
    Uint32Array.of(2, 1),
  );
  assert.deepEqual([images, correct], [2, 1]);
  assert.equal(logits.length, 2 * CLASSES);
  assert.deepEqual(
    [largest(logits.subarray(0, CLASSES)), largest(logits.subarray(CLASSES))],
    [2, 0],
  );
});

Deno.test("largest() is the first of equals", () => {
  assert.equal(largest([1, 3, 2, 3]), 1);
  assert.equal(largest([-5]), 0);
});

Deno.test("wilsonInterval() gives the values that are published for it", () => {
  // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
  const published: [number, number, number, number][] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ];
  for (const [correct, total, low, high] of published) {
    assertClose(
      wilsonInterval(correct, total),
      [low, high],
      5e-5,
      `${correct} of ${total}`,
      1,
    );
  }
});

Deno.test("wilsonInterval() holds the proportion, stays in 0..1, mirrors and narrows", () => {
  assert.deepEqual(wilsonInterval(0, 0), [0, 1]);
  for (const total of [1, 10, 100, 10_000]) {
    for (const share of [0, 0.3, 0.5, 0.9, 1]) {
      const correct = Math.round(share * total);
      const [low, high] = wilsonInterval(correct, total);
      assert.ok(0 <= low && low <= correct / total + 1e-12);
      assert.ok(correct / total - 1e-12 <= high && high <= 1);
      const [mirroredLow, mirroredHigh] = wilsonInterval(
        total - correct,
        total,
      );
      assertClose(
        [1 - mirroredHigh, 1 - mirroredLow],
        [low, high],
        1e-12,
        `${correct} of ${total}`,
        1,
      );
      const [narrowLow, narrowHigh] = wilsonInterval(correct * 4, total * 4);
      assert.ok(narrowHigh - narrowLow < high - low);
    }
  }
});
