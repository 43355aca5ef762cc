import assert from "node:assert/strict";
import { dense } from "../../../src/inference/loops/dense.ts";
import { maxPool } from "../../../src/inference/loops/max_pool.ts";
import { relu } from "../../../src/inference/loops/relu.ts";
import { copyRows } from "../../../src/inference/loops/view.ts";
import { Random } from "../../../train/random.ts";
import { assertClose } from "../assert_close.ts";
import { between, randomValues } from "../random_network.ts";

Deno.test("dense() agrees with the definition on 50 random shapes", () => {
  for (let seed = 0; seed < 50; seed++) {
    const random = new Random(seed);
    const inputs = between(random, 1, 40);
    const units = between(random, 1, 20);
    const input = randomValues(random, inputs);
    const kernel = randomValues(random, inputs * units);
    const bias = randomValues(random, units);
    const out = new Float32Array(units);
    dense(out, input, kernel, bias, { inputs, units });
    const expected = Array.from(bias, (sum, u) => {
      for (let i = 0; i < inputs; i++) {
        sum += input[i]! * kernel[i * units + u]!;
      }
      return sum;
    });
    assertClose(out, expected, 2e-6, `seed ${seed}`);
  }
});

Deno.test("maxPool() takes the largest of each window, channel by channel", () => {
  for (let seed = 0; seed < 50; seed++) {
    const random = new Random(seed);
    const size = between(random, 1, 3);
    const stride = between(random, 1, 3);
    const height = between(random, size, 9);
    const width = between(random, size, 9);
    const channels = between(random, 1, 4);
    const input = randomValues(random, height * width * channels);
    const outHeight = Math.floor((height - size) / stride) + 1;
    const outWidth = Math.floor((width - size) / stride) + 1;
    const out = new Float32Array(outHeight * outWidth * channels);
    maxPool(out, input, {
      width,
      channels,
      size,
      stride,
      outHeight,
      outWidth,
    });
    out.forEach((value, at) => {
      const top = Math.floor(at / channels / outWidth) * stride;
      const left = Math.floor(at / channels) % outWidth * stride;
      const window = input.filter((_, i) => {
        const y = Math.floor(i / channels / width) - top;
        const x = Math.floor(i / channels) % width - left;
        return i % channels === at % channels && y >= 0 && y < size && x >= 0 &&
          x < size;
      });
      assert.equal(window.length, size ** 2);
      assert.equal(value, Math.max(...window), `seed ${seed} at ${at}`);
    });
  }
});

Deno.test("relu() cuts off below 0, keeps NaN and may write over its input", () => {
  const values = Float32Array.of(-1, 2, NaN, 0, -Infinity);
  relu(values, values);
  assert.deepEqual([...values], [0, 2, NaN, 0, 0]);
});

Deno.test("copyRows() writes each row to its place and nothing between them", () => {
  const data = new Float32Array(12);
  copyRows(
    { data, offset: 1, rowStride: 5 },
    Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8),
    { height: 2, width: 2, channels: 2 },
  );
  assert.deepEqual([...data], [0, 1, 2, 3, 4, 0, 5, 6, 7, 8, 0, 0]);
});
