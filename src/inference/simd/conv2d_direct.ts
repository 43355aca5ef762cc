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
import { tensor } from "../network_weights.ts";
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
import { packBias } from "./bias.ts";
import { FLOAT_BYTES, LANES, lanesFor, type Place } from "./memory.ts";
import type { Emitter, Pass } from "./pass.ts";

/** Sums kept in registers. */
const MOST_SUMS = 8;
/** Values of a kernel row that are unrolled; longer rows are looped over. */
const MOST_UNROLLED = 16;
const VECTOR_BYTES = LANES * FLOAT_BYTES;

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
  const builder = new FunctionBuilder(layer.name);
  const task = makeTask(emitter, layer, pool, relu, input, builder);
  const { row, pixel, from, weight, to } = task;
  const { height, width } = out.shape;
  const step = (pool?.stride ?? 1) * layer.stride;
  const moveX = step * input.pixelBytes;
  const moveY = step * input.rowBytes;
  const filterBytes = task.vectors * VECTOR_BYTES;
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
        weight.set(i32(task.kernel)),
        skipBlank
          ? choose(
            anyTrue(windowBits(task)),
            allFilters(task),
            blankFilters(task),
          )
          : allFilters(task),
        to.set(add(to.get, i32(out.pixelBytes - filterBytes))),
      ),
      to.set(add(to.get, i32(out.rowBytes - width * out.pixelBytes))),
    ),
  );
  const multiplyAdds = height * width * task.pixels * layer.size *
    task.rowLength *
    task.vectors * LANES;
  const what = [
    `${layer.size}x${layer.size} direct`,
    ...(pool ? [`pooled ${pool.size}x${pool.size}`] : []),
    "bias",
    ...(relu ? ["relu"] : []),
    `${task.vectors * LANES} filters by ${task.block * LANES}`,
  ];
  return {
    function: builder,
    comment: `${layer.name}: ${what.join(", ")}`,
    multiplyAdds,
  };
}

/** What the parts of the code share: sizes, addresses and locals. */
interface Task {
  readonly emitter: Emitter;
  readonly layer: Conv2d;
  readonly relu: boolean;
  readonly input: Place;
  /** Side of the pooling window. */
  readonly window: number;
  /** Pixels of the pooling window. */
  readonly pixels: number;
  /** Values in a row of the kernel's window. */
  readonly rowLength: number;
  /** Vectors of filters, and how many of them at once. */
  readonly vectors: number;
  readonly block: number;
  /** Addresses. */
  readonly kernel: number;
  readonly bias: number;
  readonly row: Local;
  readonly pixel: Local;
  readonly from: Local;
  readonly weight: Local;
  readonly filter: Local;
  readonly to: Local;
  readonly value: Local;
  readonly weights: readonly Local[];
  readonly sums: readonly Local[];
}

function makeTask(
  emitter: Emitter,
  layer: Conv2d,
  pool: MaxPool | null,
  relu: boolean,
  input: Place,
  builder: FunctionBuilder,
): Task {
  const window = pool?.size ?? 1;
  const pixels = window * window;
  const vectors = lanesFor(layer.filters) / LANES;
  const most = Math.max(1, Math.floor(MOST_SUMS / pixels));
  const block = Array.from({ length: most }, (_, i) => most - i)
    .find((count) => vectors % count === 0)!;
  return {
    emitter,
    layer,
    relu,
    input,
    window,
    pixels,
    rowLength: layer.size * input.pixelBytes / FLOAT_BYTES,
    vectors,
    block,
    kernel: emitter.memory.constant(packKernel(emitter, layer, block, input)),
    bias: emitter.memory.constant(packBias(emitter, layer, vectors * LANES)),
    row: builder.i32(),
    pixel: builder.i32(),
    from: builder.i32(),
    weight: builder.i32(),
    filter: builder.i32(),
    to: builder.i32(),
    value: builder.v128(),
    weights: builder.v128s(block),
    sums: builder.v128s(pixels * block),
  };
}

/** All filters of one pooling window, a block at a time. */
function allFilters(task: Task): Code {
  const { layer, vectors, block, bias, filter, sums, to } = task;
  const blockBytes = block * VECTOR_BYTES;
  return loop(
    filter,
    i32(bias),
    i32(bias + vectors * VECTOR_BYTES),
    blockBytes,
    unroll(sums.length, (i) => sums[i]!.set(zero)),
    unroll(layer.size, (i) => kernelRow(task, i)),
    unroll(block, (v) => storeLargest(task, v)),
    to.set(add(to.get, i32(blockBytes))),
  );
}

/** One row of the kernel's window. */
function kernelRow(task: Task, i: number): Code {
  const { input, rowLength, block, pixel, from, weight } = task;
  const stepBytes = block * VECTOR_BYTES;
  const start = i * input.rowBytes;
  if (rowLength <= MOST_UNROLLED) {
    return sequence(
      unroll(
        rowLength,
        (index) => accumulate(task, start + index * FLOAT_BYTES, index),
      ),
      weight.set(add(weight.get, i32(rowLength * stepBytes))),
    );
  }
  return sequence(
    from.set(add(pixel.get, i32(start))),
    loop(
      from,
      from.get,
      add(pixel.get, i32(start + rowLength * FLOAT_BYTES)),
      FLOAT_BYTES,
      accumulate(task, 0, 0),
      weight.set(add(weight.get, i32(stepBytes))),
    ),
    from.set(pixel.get),
  );
}

/** One value of the kernel's window for each pixel of the pooling window. */
function accumulate(task: Task, offset: number, index: number): Code {
  const {
    emitter,
    layer,
    input,
    window,
    pixels,
    block,
    from,
    weight,
    value,
    weights,
    sums,
  } = task;
  return sequence(
    unroll(
      block,
      (v) =>
        weights[v]!.set(load(weight.get, (index * block + v) * VECTOR_BYTES)),
    ),
    unroll(pixels, (p) => {
      const y = Math.floor(p / window) * layer.stride;
      const x = p % window * layer.stride;
      const at = offset + y * input.rowBytes + x * input.pixelBytes;
      return sequence(
        value.set(loadSplat(from.get, at)),
        unroll(block, (v) => {
          const sum = sums[p * block + v]!;
          return sum.set(emitter.madd(value.get, weights[v]!.get, sum.get));
        }),
      );
    }),
  );
}

/** The largest of the pooling window, with bias and relu. */
function storeLargest(
  { pixels, block, sums, filter, to, relu }: Task,
  v: number,
): Code {
  const window = Array.from(
    { length: pixels },
    (_, p) => sums[p * block + v]!.get,
  );
  const largest = window.reduce((a, b) => pmax(a, b));
  const sum = plus(largest, load(filter.get, v * VECTOR_BYTES));
  return store(to.get, relu ? pmax(sum, zero) : sum, v * VECTOR_BYTES);
}

/** The window's bits or'ed together; a row's last vector may look beyond it. */
function windowBits({ layer, window, input, pixel }: Task): Code {
  const rows = (window - 1) * layer.stride + layer.size;
  const vectors = Math.ceil(rows * input.pixelBytes / VECTOR_BYTES);
  return Array.from({ length: rows * vectors }, (_, i) => {
    const y = Math.floor(i / vectors);
    return load(pixel.get, y * input.rowBytes + i % vectors * VECTOR_BYTES);
  }).reduce((a, b) => or(a, b));
}

/** What comes of a window of zeros: the bias. */
function blankFilters({ vectors, bias, to, relu }: Task): Code {
  return sequence(
    unroll(vectors, (v) => {
      const value = load(i32(bias), v * VECTOR_BYTES);
      return store(to.get, relu ? pmax(value, zero) : value, v * VECTOR_BYTES);
    }),
    to.set(add(to.get, i32(vectors * VECTOR_BYTES))),
  );
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
