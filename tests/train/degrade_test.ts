import assert from "node:assert/strict";
import { degrade } from "../../train/degrade.ts";
import { PIXELS } from "../../train/mnist.ts";
import { Random } from "../../train/random.ts";
import { drawDigits } from "./draw_digits.ts";

const { images } = drawDigits(10);
const IMAGE = Float32Array.from(images.subarray(0, PIXELS), (v) => v / 255);

function degraded(seed: number, strength: number): Float32Array {
  const image = IMAGE.slice();
  degrade(image, new Random(seed), strength);
  return image;
}

Deno.test("degrade() of strength 0 changes nothing", () => {
  for (let seed = 0; seed < 50; seed++) {
    assert.deepEqual(degraded(seed, 0), IMAGE);
  }
});

Deno.test("degrade() stays within 0..1 and gives the same for the same random numbers", () => {
  for (let seed = 0; seed < 500; seed++) {
    const image = degraded(seed, 2);
    assert.ok(image.every((v) => v >= 0 && v <= 1), `seed ${seed}`);
    assert.deepEqual(degraded(seed, 2), image, `seed ${seed}`);
  }
});

Deno.test("degrade() leaves most digits as they are, and most of each", () => {
  let changed = 0;
  for (let seed = 0; seed < 1000; seed++) {
    const image = degraded(seed, 1);
    const difference = image.reduce(
      (s, v, i) => s + Math.abs(v - IMAGE[i]!),
      0,
    );
    if (difference > 0) changed++;
  }
  assert.ok(changed > 200 && changed < 500, `${changed} of 1000`);
});
