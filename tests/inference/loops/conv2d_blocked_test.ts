import assert from "node:assert/strict";
import {
  conv2dBlocked,
  packBias,
  packKernel,
} from "../../../src/inference/loops/conv2d_blocked.ts";
import { maxPool } from "../../../src/inference/loops/max_pool.ts";
import type { Conv2d } from "../../../src/inference/network.ts";
import { Random } from "../../../train/random.ts";
import { assertClose } from "../assert_close.ts";
import { chance, pick, randomConv } from "../random_network.ts";
import { type Case, drawCase, pad, scatter } from "./convolution.ts";

/** Marks what the kernel must not touch. */
const UNTOUCHED = 12345;

interface Finish {
  readonly poolSize: number;
  readonly poolStride: number;
  readonly relu: boolean;
}

Deno.test("conv2dBlocked() agrees with the definition, pool and relu after it, on 150 random shapes", () => {
  for (let seed = 0; seed < 150; seed++) {
    const random = new Random(seed, 1);
    const layer = randomConv(random, "conv") as Conv2d;
    const drawn = drawCase(random, layer, pick(random, [1, 2, 3, 5, 8]));
    const { outHeight, outWidth } = drawn.dims;
    const [poolSize, poolStride] = pick(
      random,
      ([[1, 1], [2, 2], [3, 2], [3, 3], [2, 1]] as const)
        .filter(([size]) => size <= Math.min(outHeight, outWidth)),
    );
    const finish = { poolSize, poolStride, relu: chance(random, 0.5) };
    const what = `seed ${seed}, pool ${poolSize}/${poolStride}`;
    assertClose(blocked(drawn, finish), expected(drawn, finish), 1e-6, what);
  }
});

/** Writes into a larger array, checks that nothing around was touched, and cuts the result out. */
function blocked(drawn: Case, finish: Finish): Float32Array {
  const { dims, kernel, bias } = drawn;
  const { channels, size, stride, filters } = dims;
  const rows = (dims.outHeight - 1) * stride + size;
  const columns = (dims.outWidth - 1) * stride + size;
  const rowsNeeded = Math.max(rows, dims.padTop + dims.height);
  const columnsNeeded = Math.max(columns, dims.padLeft + dims.width);
  const { outHeight, outWidth } = pooledSides(drawn, finish);
  const outRowStride = outWidth * filters + 5;
  const out = new Float32Array(3 + outHeight * outRowStride).fill(UNTOUCHED);
  conv2dBlocked(
    out,
    pad(drawn, rowsNeeded, columnsNeeded),
    packKernel(kernel, size ** 2, channels, filters),
    packBias(bias),
    {
      channels,
      size,
      stride,
      filters,
      inRowStride: columnsNeeded * channels,
      ...finish,
      outHeight,
      outWidth,
      outOffset: 3,
      outRowStride,
    },
  );
  assert.ok(out.subarray(0, 3).every((value) => value === UNTOUCHED));
  const result = new Float32Array(outHeight * outWidth * filters);
  for (let y = 0; y < outHeight; y++) {
    const start = 3 + y * outRowStride;
    const row = out.subarray(start, start + outWidth * filters);
    result.set(row, y * row.length);
    const room = out.subarray(start + row.length, start + outRowStride);
    assert.ok(room.every((value) => value === UNTOUCHED));
  }
  return result;
}

function expected(drawn: Case, finish: Finish): Float32Array {
  const { outWidth: width, filters: channels } = drawn.dims;
  const sides = pooledSides(drawn, finish);
  const out = new Float32Array(sides.outHeight * sides.outWidth * channels);
  const { poolSize: size, poolStride: stride, relu } = finish;
  const convolved = Float32Array.from(scatter(drawn));
  maxPool(out, convolved, { width, channels, size, stride, ...sides });
  return relu ? out.map((value) => Math.max(0, value)) : out;
}

function pooledSides({ dims }: Case, { poolSize, poolStride }: Finish) {
  return {
    outHeight: Math.floor((dims.outHeight - poolSize) / poolStride) + 1,
    outWidth: Math.floor((dims.outWidth - poolSize) / poolStride) + 1,
  };
}
