import assert from "node:assert/strict";
import { cut } from "../../src/imaging/cut.ts";
import { clearHaze, FIRM, spread } from "../../src/imaging/haze.ts";
import { Random } from "../../train/random.ts";

const SIDE = 30;

/** A stroke down the middle with edges that fade over four pixels, on paper with `haze`. */
function softStroke(haze: (i: number) => number) {
  const data = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const stroke = 1.25 - Math.abs(i % SIDE - 15) / 4;
    return Math.min(1, Math.max(stroke, haze(i)));
  });
  return { width: SIDE, height: SIDE, data };
}

Deno.test("clearHaze() leaves strokes with their soft edges as they are", () => {
  const ink = softStroke(() => 0);
  assert.deepEqual(clearHaze(ink, 3).data, ink.data);
});

Deno.test("clearHaze() clears faint ink beyond the reach of an edge, and only that", () => {
  const random = new Random(1);
  const faint = Float32Array.from(
    { length: SIDE * SIDE },
    () => 0.4 * random.uniform(),
  );
  const ink = softStroke((i) => faint[i]!);
  const { data } = clearHaze(ink, 3);
  data.forEach((value, i) => {
    const distance = Math.abs(i % SIDE - 15);
    // The stroke is firm up to three pixels from its middle.
    assert.equal(value, distance <= 6 ? ink.data[i] : 0, `pixel ${i}`);
  });
});

Deno.test("clearHaze() clears all where nothing is firm", () => {
  const data = new Float32Array(SIDE * SIDE).fill(0.4);
  const cleared = clearHaze({ width: SIDE, height: SIDE, data }, 3);
  assert.ok(cleared.data.every((value) => value === 0));
});

Deno.test("clearHaze() of a part is that of the part cut out", () => {
  const random = new Random(2);
  const ink = softStroke(() => 0.4 * random.uniform());
  const box = { x: 7, y: 3, width: 17, height: 20 };
  assert.deepEqual(clearHaze(ink, 3, FIRM, box), clearHaze(cut(ink, box), 3));
});

/** Looks at each pixel's whole neighbourhood. */
function spreadPlainly(marks: Uint8Array, width: number, reach: number) {
  const height = marks.length / width;
  return marks.map((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    for (let v = y - reach; v <= y + reach; v++) {
      for (let u = x - reach; u <= x + reach; u++) {
        const isInside = u >= 0 && v >= 0 && u < width && v < height;
        if (isInside && marks[v * width + u] === 1) return 1;
      }
    }
    return 0;
  });
}

Deno.test("spread() marks what looking at every neighbour marks, in 200 random pictures", () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = new Random(seed);
    const [width, height] = [1, 1].map((least) =>
      least + Math.floor(24 * random.uniform())
    ) as [number, number];
    const density = random.uniform() ** 3;
    const data = Uint8Array.from(
      { length: width * height },
      () => random.uniform() < density ? 1 : 0,
    );
    const reach = Math.floor(9 * random.uniform());
    assert.deepEqual(
      spread({ width, height, data }, 1, reach),
      spreadPlainly(data, width, reach),
      `seed ${seed}, reach ${reach}`,
    );
  }
});
