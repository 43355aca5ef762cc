/**
 * Direct convolution of any odd size and stride, pooling and relu in the same pass: for the layers
 * that Winograd does not fit, above all the first, which has too few channels to pay for transforms.
 *
 * The sums of all pixels of a pooling window, for one or two vectors of filters, stay in registers
 * while the kernel's window goes by: each step loads the vectors of the kernel once and splats one
 * input value for each pixel.
 *
 *   kernel [block of filters][row][column x channels][filters of the block]
 */

import { type Conv2d, type MaxPool } from "../network.ts";
import { tensor } from "../loops/tensor.ts";
import {
  add,
  anyTrue,
  choose,
  type Code,
  FunctionBuilder,
  i32,
  load,
  loadSplat,
  type Local,
  loop,
  or,
  plus,
  pmax,
  sequence,
  store,
  unroll,
  zero,
} from "./assembler.ts";
import { packBias } from "./conv2d_winograd.ts";
import { FLOAT_BYTES, LANES, lanesFor, type Place } from "./memory.ts";
import type { Emitter, Pass } from "./pass.ts";

/** Sums kept in registers. */
const MOST_SUMS = 8;
/** Values of a kernel row that are unrolled; longer rows are looped over. */
const MOST_UNROLLED = 16;

/**
 * @param input with the zeros around it, which begin at `input.address`
 * @param out after pooling
 * @param skipBlank look first whether a window holds anything but zeros; pays where most do not,
 *   as in a picture of ink, since the answer for a blank window is known beforehand
 */
export function emitConv2dDirect(
  emitter: Emitter,
  layer: Conv2d,
  pool: MaxPool | null,
  relu: boolean,
  input: Place,
  out: Place,
  skipBlank: boolean,
): Pass {
  const window = pool?.size ?? 1;
  const pixels = window * window;
  const all = lanesFor(layer.filters) / LANES;
  const wished = Math.max(1, Math.floor(MOST_SUMS / pixels));
  const vectors = Array.from({ length: wished }, (_, i) => wished - i)
    .find((count) => all % count === 0)!;
  const kernel = emitter.memory.constant(
    packKernel(emitter, layer, vectors, input),
  );
  const bias = emitter.memory.constant(packBias(emitter, layer, all * LANES));
  const builder = new FunctionBuilder(layer.name);
  const [row, pixel, from, weight, k, to] = Array.from(
    { length: 6 },
    () => builder.i32(),
  ) as [
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
  ];
  const value = builder.v128();
  const weights = builder.v128s(vectors);
  const sums = builder.v128s(pixels * vectors);
  const vectorBytes = LANES * FLOAT_BYTES;
  const stepBytes = vectors * vectorBytes;
  const rowLength = layer.size * input.pixelBytes / FLOAT_BYTES;

  const step = (offset: number, index: number): Code =>
    sequence(
      unroll(vectors, (v) =>
        weights[v]!.set(load(weight.get, index * stepBytes + v * vectorBytes))),
      unroll(pixels, (p) => {
        const y = Math.floor(p / window) * layer.stride;
        const x = p % window * layer.stride;
        const at = offset + y * input.rowBytes + x * input.pixelBytes;
        return sequence(
          value.set(loadSplat(from.get, at)),
          unroll(vectors, (v) => {
            const sum = sums[p * vectors + v]!;
            return sum.set(emitter.madd(value.get, weights[v]!.get, sum.get));
          }),
        );
      }),
    );
  const kernelRow = (i: number): Code =>
    rowLength <= MOST_UNROLLED
      ? sequence(
        unroll(
          rowLength,
          (index) => step(i * input.rowBytes + index * FLOAT_BYTES, index),
        ),
        weight.set(add(weight.get, i32(rowLength * stepBytes))),
      )
      : sequence(
        from.set(add(pixel.get, i32(i * input.rowBytes))),
        loop(
          from,
          from.get,
          add(pixel.get, i32(i * input.rowBytes + rowLength * FLOAT_BYTES)),
          FLOAT_BYTES,
          step(0, 0),
          weight.set(add(weight.get, i32(stepBytes))),
        ),
        from.set(pixel.get),
      );
  const result = (v: number): Code => {
    const window = Array.from(
      { length: pixels },
      (_, p) => sums[p * vectors + v]!.get,
    );
    const largest = window.reduce((a, b) => pmax(a, b));
    const sum = plus(largest, load(k.get, v * vectorBytes));
    return store(to.get, relu ? pmax(sum, zero) : sum, v * vectorBytes);
  };
  const windowRows = (window - 1) * layer.stride + layer.size;
  /** Bits of the window or'ed together; a row's last vector may look beyond it. */
  const bits = Array.from(
    { length: windowRows },
    (_, y) =>
      Array.from(
        { length: Math.ceil(windowRows * input.pixelBytes / vectorBytes) },
        (_, v) => load(pixel.get, y * input.rowBytes + v * vectorBytes),
      ),
  ).flat().reduce((a, b) => or(a, b));
  const allFilters = loop(
    k,
    i32(bias),
    i32(bias + all * vectorBytes),
    stepBytes,
    unroll(pixels * vectors, (i) => sums[i]!.set(zero)),
    unroll(layer.size, kernelRow),
    unroll(vectors, result),
    to.set(add(to.get, i32(stepBytes))),
  );
  const blankFilters = sequence(
    unroll(all, (v) => {
      const value = load(i32(bias), v * vectorBytes);
      return store(to.get, relu ? pmax(value, zero) : value, v * vectorBytes);
    }),
    to.set(add(to.get, i32(all * vectorBytes))),
  );
  const moveX = (pool?.stride ?? 1) * layer.stride * input.pixelBytes;
  const moveY = (pool?.stride ?? 1) * layer.stride * input.rowBytes;
  const { height, width } = out.shape;
  builder.push(
    to.set(i32(out.address)),
    loop(
      row,
      i32(input.address),
      i32(input.address + height * moveY),
      moveY,
      loop(
        pixel,
        row.get,
        add(row.get, i32(width * moveX)),
        moveX,
        from.set(pixel.get),
        weight.set(i32(kernel)),
        skipBlank
          ? choose(anyTrue(bits), allFilters, blankFilters)
          : allFilters,
        to.set(add(to.get, i32(out.pixelBytes - all * vectorBytes))),
      ),
      to.set(add(to.get, i32(out.rowBytes - width * out.pixelBytes))),
    ),
  );
  const multiplyAdds = height * width * pixels * layer.size * rowLength * all *
    LANES;
  const pooled = pool ? `, pooled ${window}x${window}` : "";
  return {
    function: builder,
    comment: `${layer.name}: ${layer.size}x${layer.size} direct${pooled}, bias${
      relu ? ", relu" : ""
    }, ${all * LANES} filters by ${vectors * LANES}`,
    multiplyAdds,
  };
}

/** Zeros stand where the input has channels only to fill up a vector. */
function packKernel(
  { tensors }: Emitter,
  layer: Conv2d,
  vectors: number,
  { shape, pixelBytes }: Place,
): Float32Array {
  const kernel = tensor(tensors, `${layer.name}.kernel`);
  const lanes = pixelBytes / FLOAT_BYTES;
  const steps = layer.size ** 2 * lanes;
  const width = vectors * LANES;
  const packed = new Float32Array(steps * lanesFor(layer.filters));
  for (let tap = 0; tap < layer.size ** 2; tap++) {
    for (let c = 0; c < shape.channels; c++) {
      for (let k = 0; k < layer.filters; k++) {
        const block = Math.floor(k / width);
        const step = block * steps + tap * lanes + c;
        packed[step * width + k % width] =
          kernel[(tap * shape.channels + c) * layer.filters + k]!;
      }
    }
  }
  return packed;
}
