import assert from "node:assert/strict";
import { type Belief, occlusion, PATCH } from "../../src/explain/occlusion.ts";
import { Random } from "../../train/random.ts";

const SIDE = 14;
const SEEDS = 40;

/** Ink on a third of the pixels. */
function randomImage(random: Random): Float32Array {
  return Float32Array.from(
    { length: SIDE * SIDE },
    () => random.uniform() < 0.33 ? random.uniform() : 0,
  );
}

/** A belief to which each pixel adds what its weight says. */
function linear(weights: ArrayLike<number>): Belief {
  return (pixels) =>
    pixels.reduce((sum, value, i) => sum + value * weights[i]!, 0);
}

function randomWeights(random: Random): Float64Array {
  return Float64Array.from({ length: SIDE * SIDE }, () => random.signed());
}

Deno.test("without ink nothing speaks for anything, and nothing is asked", () => {
  let asked = 0;
  const pixels = new Float32Array(SIDE * SIDE);
  const evidence = occlusion({ side: SIDE, pixels }, () => ++asked);
  assert.ok(evidence.every((value) => value === 0));
  assert.equal(asked, 1);
});

Deno.test("where there is no ink the evidence is 0", () => {
  for (let seed = 0; seed < SEEDS; seed++) {
    const random = new Random(seed, 30);
    const pixels = randomImage(random);
    const evidence = occlusion(
      { side: SIDE, pixels },
      linear(randomWeights(random)),
    );
    for (const [i, value] of evidence.entries()) {
      if (pixels[i] === 0) assert.equal(value, 0, `seed ${seed}, pixel ${i}`);
    }
  }
});

Deno.test("of a single pixel of ink the evidence is all that it adds", () => {
  for (let at = 0; at < SIDE * SIDE; at++) {
    const weights = randomWeights(new Random(at, 31));
    const pixels = new Float32Array(SIDE * SIDE);
    pixels[at] = 0.5;
    const evidence = occlusion({ side: SIDE, pixels }, linear(weights));
    assert.ok(Math.abs(evidence[at]! - 0.5 * weights[at]!) < 1e-12, `${at}`);
  }
});

Deno.test("ink that no patch takes away together with what counts has no evidence", () => {
  for (let seed = 0; seed < SEEDS; seed++) {
    const random = new Random(seed, 32);
    const pixels = randomImage(random);
    const seen = Math.floor(random.uniform() * SIDE * SIDE);
    const evidence = occlusion({ side: SIDE, pixels }, (image) => image[seen]!);
    for (const [i, value] of evidence.entries()) {
      const distance = Math.max(
        Math.abs(i % SIDE - seen % SIDE),
        Math.abs(Math.floor(i / SIDE) - Math.floor(seen / SIDE)),
      );
      if (distance >= PATCH) assert.equal(value, 0, `seed ${seed}, pixel ${i}`);
    }
  }
});

Deno.test("the evidence turns its sign with the belief", () => {
  for (let seed = 0; seed < SEEDS; seed++) {
    const random = new Random(seed, 33);
    const image = { side: SIDE, pixels: randomImage(random) };
    const believe = linear(randomWeights(random));
    const turned = occlusion(image, (pixels) => -believe(pixels));
    assert.deepEqual(
      turned.map((value) => 0 - value),
      occlusion(image, believe).map((value) => value + 0),
    );
  }
});

Deno.test("every image that is asked about lacks ink of one patch, and of nothing else", () => {
  const random = new Random(1, 34);
  const pixels = randomImage(random);
  const copy = pixels.slice();
  let first = true;
  occlusion({ side: SIDE, pixels }, (image) => {
    const gone = [...image.keys()].filter((i) => image[i] !== copy[i]);
    if (first) assert.deepEqual(gone, []);
    else assert.ok(gone.length > 0);
    first = false;
    const columns = gone.map((i) => i % SIDE);
    const rows = gone.map((i) => Math.floor(i / SIDE));
    for (const line of [columns, rows]) {
      assert.ok(Math.max(0, ...line) - Math.min(SIDE, ...line) < PATCH);
    }
    assert.ok(gone.every((i) => image[i] === 0));
    return 0;
  });
  assert.deepEqual(pixels, copy);
});
