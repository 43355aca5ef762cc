import assert from "node:assert/strict";
import { drawImages, imageAt } from "../../bench/images.ts";
import { DIGIT_COUNT } from "../../src/inference/classes.ts";
import { recognizer } from "../reading/recognizer.ts";

Deno.test("benchmarks without MNIST read digits, which servers can agree on", () => {
  const count = 200;
  const images = drawImages(count);
  const right = Array.from({ length: count }, (_, i) => {
    const { text } = recognizer.readNormalized(imageAt(images, i));
    return text === String(i % DIGIT_COUNT);
  }).filter((isRight) => isRight);
  assert.ok(right.length >= 0.95 * count, `${right.length} of ${count}`);
});
