import assert from "node:assert/strict";
import { conv2d } from "../../../src/inference/loops/conv2d.ts";
import {
  conv2dWinograd,
  transformKernel,
  type WinogradDims,
  winogradScratch,
} from "../../../src/inference/loops/conv2d_winograd.ts";
import { maxPool } from "../../../src/inference/loops/max_pool.ts";
import type { Conv2d } from "../../../src/inference/network.ts";
import { Random } from "../../../train/random.ts";
import { assertClose } from "../assert_close.ts";
import { chance, pick } from "../random_network.ts";
import { type Case, drawCase, pad } from "./convolution.ts";

interface Finish {
  readonly relu: boolean;
  readonly pool: boolean;
}

function draw(random: Random): Case {
  const layer: Conv2d = {
    kind: "conv2d",
    name: "conv",
    size: 3,
    stride: 1,
    padding: pick(random, ["same", "valid"]),
    filters: pick(random, [2, 4, 6, 16]),
    bias: true,
  };
  return drawCase(random, layer, pick(random, [1, 2, 3, 5, 8, 16]));
}

Deno.test("conv2dWinograd() agrees with the direct convolution on 150 random shapes", () => {
  for (let seed = 0; seed < 150; seed++) {
    const random = new Random(seed, 2);
    const drawn = draw(random);
    const { outHeight, outWidth } = drawn.dims;
    const pool = Math.min(outHeight, outWidth) >= 2 && chance(random, 0.5);
    const finish = { relu: chance(random, 0.5), pool };
    const direct = convolveDirectly(drawn);
    assertClose(
      winograd(drawn, finish),
      finished(direct, drawn, finish),
      2e-6,
      `seed ${seed}, ${JSON.stringify(finish)}`,
      // Relative to the sums before anything is cut off.
      direct.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
    );
  }
});

Deno.test("transformKernel() turns a centre tap of 4 into ±1 at the four inner frequencies", () => {
  const kernel = new Float32Array(9 * 2);
  kernel[4 * 2] = 4;
  const transformed = transformKernel(kernel, 1, 2);
  const first = transformed.filter((_, i) => i % 2 === 0);
  // G's middle column is 0, .5, -.5, 0: the frequencies are 4 times its outer product.
  const column = [0, 0.5, -0.5, 0];
  assert.deepEqual(
    [...first].map((value) => value + 0),
    column.flatMap((a) => column.map((b) => 4 * a * b + 0)),
  );
  assert.ok(transformed.every((value, i) => i % 2 === 0 || value === 0));
});

function winograd(drawn: Case, { relu, pool }: Finish): Float32Array {
  const { dims, kernel, bias } = drawn;
  const { channels, filters } = dims;
  const { outHeight, outWidth } = sides(drawn, pool);
  const tiles = (length: number) => pool ? length : Math.ceil(length / 2);
  const tileRows = tiles(outHeight);
  const tileColumns = tiles(outWidth);
  const rows = Math.max(2 * tileRows + 2, dims.padTop + dims.height);
  const columns = Math.max(2 * tileColumns + 2, dims.padLeft + dims.width);
  const out = new Float32Array(outHeight * outWidth * filters);
  const winogradDims: WinogradDims = {
    channels,
    filters,
    tileRows,
    tileColumns,
    inRowStride: columns * channels,
    relu,
    pool,
    outHeight,
    outWidth,
    outOffset: 0,
    outRowStride: outWidth * filters,
  };
  const { inputs, products } = winogradScratch(winogradDims);
  conv2dWinograd(
    out,
    pad(drawn, rows, columns),
    transformKernel(kernel, channels, filters),
    bias,
    // What an earlier layer left there must not matter.
    {
      inputs: new Float32Array(inputs + 7).fill(NaN),
      products: new Float32Array(products + 7).fill(NaN),
    },
    winogradDims,
  );
  return out;
}

function convolveDirectly({ dims, input, kernel, bias }: Case): Float32Array {
  const out = new Float32Array(dims.outHeight * dims.outWidth * dims.filters);
  conv2d(out, input, kernel, bias, dims);
  return out;
}

function finished(
  convolved: Float32Array,
  drawn: Case,
  { relu, pool }: Finish,
): Float32Array {
  const { outWidth: width, filters: channels } = drawn.dims;
  let out = convolved;
  if (pool) {
    const { outHeight, outWidth } = sides(drawn, pool);
    out = new Float32Array(outHeight * outWidth * channels);
    const dims = { width, channels, size: 2, stride: 2, outHeight, outWidth };
    maxPool(out, convolved, dims);
  }
  return relu ? out.map((value) => Math.max(0, value)) : out;
}

function sides({ dims }: Case, pool: boolean) {
  const divisor = pool ? 2 : 1;
  return {
    outHeight: Math.floor(dims.outHeight / divisor),
    outWidth: Math.floor(dims.outWidth / divisor),
  };
}
