import assert from "node:assert/strict";
import { augment } from "../../train/augment.ts";
import { PIXELS, SIDE } from "../../train/mnist.ts";
import { Random } from "../../train/random.ts";
import { assertClose } from "../inference/assert_close.ts";
import { drawDigits } from "./draw_digits.ts";

const { images } = drawDigits(10);
const IMAGE = images.subarray(0, PIXELS);

function augmented(seed: number, strength: number, source = IMAGE) {
  const out = new Float32Array(PIXELS).fill(NaN);
  augment(out, source, new Random(seed), strength);
  return out;
}

function centre(image: ArrayLike<number>): [x: number, y: number] {
  let sum = 0, x = 0, y = 0;
  for (let i = 0; i < PIXELS; i++) {
    sum += image[i]!;
    x += image[i]! * (i % SIDE);
    y += image[i]! * Math.floor(i / SIDE);
  }
  return [x / sum, y / sum];
}

Deno.test("augment() of strength 0 leaves the image as it is", () => {
  const noise = Uint8Array.from(
    new Random(1).permutation(PIXELS),
    (value) => value % 256,
  );
  for (const source of [IMAGE, noise]) {
    const expected = Array.from(source, (value) => value / 255);
    for (let seed = 0; seed < 20; seed++) {
      assertClose(augmented(seed, 0, source), expected, 1e-6, `seed ${seed}`);
    }
  }
});

Deno.test("augment() stays within 0..1, also of full ink and of noise", () => {
  const sources = [
    IMAGE,
    new Uint8Array(PIXELS).fill(255),
    Uint8Array.from(new Random(1).permutation(PIXELS), (value) => value % 256),
  ];
  for (const source of sources) {
    for (let seed = 0; seed < 300; seed++) {
      const out = augmented(seed, 1.2, source);
      assert.ok(out.every((value) => value >= 0 && value <= 1), `seed ${seed}`);
    }
  }
});

Deno.test("augment() makes paper of paper", () => {
  assert.deepEqual(
    augmented(1, 1, new Uint8Array(PIXELS)),
    new Float32Array(PIXELS),
  );
});

Deno.test("augment() gives the same image for the same random numbers and another for others", () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 50; seed++) {
    const out = augmented(seed, 0.8);
    augmented(seed + 1, 1); // what was made before must not matter
    assert.deepEqual(augmented(seed, 0.8), out, `seed ${seed}`);
    seen.add(out.join());
  }
  assert.equal(seen.size, 50);
});

Deno.test("augment() moves a digit by less than 7 pixels, and by nothing on average", () => {
  const dot = new Uint8Array(PIXELS);
  for (const offset of [-29, -28, -1, 0, 1, 28, 29]) {
    dot[14 * SIDE + 14 + offset] = 255;
  }
  const [x0, y0] = centre(dot);
  let meanX = 0, meanY = 0;
  const draws = 500;
  for (let seed = 0; seed < draws; seed++) {
    const [x, y] = centre(augmented(seed, 1, dot));
    assert.ok(Math.hypot(x - x0, y - y0) < 7, `seed ${seed}: ${x}, ${y}`);
    meanX += (x - x0) / draws;
    meanY += (y - y0) / draws;
  }
  assert.ok(Math.hypot(meanX, meanY) < 0.5, `${meanX}, ${meanY}`);
});
