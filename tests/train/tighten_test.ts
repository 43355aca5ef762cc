import assert from "node:assert/strict";
import { Random } from "../../train/random.ts";
import { tighten } from "../../train/tighten.ts";

Deno.test("tighten() cuts random ink out of any margin", () => {
  for (let seed = 0; seed < 100; seed++) {
    const random = new Random(seed);
    const below = (limit: number) => Math.floor(limit * random.uniform());
    const [width, height] = [1 + below(9), 1 + below(9)];
    const data = Float32Array.from(
      { length: width * height },
      () => 0.1 + 0.9 * random.uniform(),
    );
    const [left, top] = [below(5), below(5)];
    const wide = left + width + below(5);
    const tall = top + height + below(5);
    const sheet = new Float32Array(wide * tall);
    data.forEach((value, i) => {
      const y = top + Math.floor(i / width);
      sheet[y * wide + left + i % width] = value;
    });
    assert.deepEqual(
      tighten({ width: wide, height: tall, data: sheet }),
      { width, height, data },
      `seed ${seed}`,
    );
  }
});

Deno.test("tighten() finds nothing where there is no ink, or too little to see", () => {
  for (const ink of [0, 1 / 100]) {
    const data = new Float32Array(12).fill(ink);
    assert.equal(tighten({ width: 4, height: 3, data }), null);
  }
});
