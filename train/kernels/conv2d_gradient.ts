/**
 * The two gradients of a convolution, which tfjs's wasm backend lacks (the kernel's) or computes
 * slowly (the input's). Both are convolutions themselves, so the backend's own fast one does the
 * work; x is NHWC, the kernel HWIO.
 *
 *   d kernel[i, j, c, k] = sum over n, y, x of  x[n, y s + i, x s + j, c] dy[n, y, x, k]
 *     = convolution of x with batch and channels swapped by dy as a kernel, dilated by the stride
 *   d x = convolution of dy, zeros between its values where stride > 1, by the kernel turned half
 *     round with its channels swapped
 */

import * as tf from "../tfjs.ts";
import type { BackendWasm } from "../tfjs.ts";
import {
  backendOf,
  call,
  floats,
  free,
  input,
  type KernelCall,
  output,
  sides,
} from "./heap.ts";
import { swapBatchAndChannels, swapBatchAndPixels } from "./transpose.ts";

type Sides = [number, number, number, number];

function convInfo(call: KernelCall, inputShape: Sides, filterShape: Sides) {
  const attrs = call.attrs as unknown as {
    strides: number | [number, number];
    pad: "same" | "valid" | number;
  };
  return tf.backend_util.computeConv2DInfo(
    inputShape,
    filterShape,
    attrs.strides,
    1,
    attrs.pad,
  );
}

/** Kernel `Conv2DBackpropFilter`: {x, dy} -> [height, width, in, out]. */
export function conv2dBackpropFilter(kernelCall: KernelCall): tf.TensorInfo {
  const backend = backendOf(kernelCall);
  const x = input(kernelCall, "x");
  const dy = input(kernelCall, "dy");
  const filterShape = kernelCall.attrs!.filterShape as Sides;
  const [batch, height, width, channels] = sides(x);
  const [, outHeight, outWidth, filters] = sides(dy);
  const info = convInfo(kernelCall, sides(x), filterShape);
  const { padInfo, strideHeight, strideWidth, filterHeight, filterWidth } =
    info;

  const swapped = swapBatchAndChannels(backend, x, [
    batch,
    height * width,
    channels,
  ], [
    channels,
    height,
    width,
    batch,
  ]);
  const asKernel = swapBatchAndPixels(backend, dy, [
    batch,
    outHeight * outWidth,
    filters,
  ], [
    outHeight,
    outWidth,
    batch,
    filters,
  ]);
  // What the last window needs beyond the bottom and right edge; negative where, with a stride,
  // the last rows and columns were never looked at.
  const below = filterHeight + (outHeight - 1) * strideHeight - height -
    padInfo.top;
  const right = filterWidth + (outWidth - 1) * strideWidth - width -
    padInfo.left;
  const trimmed = trim(
    backend,
    swapped,
    Math.min(0, below),
    Math.min(0, right),
  );
  const gradient = call(backend, "Conv2D", { x: trimmed, filter: asKernel }, {
    strides: [1, 1],
    dilations: [strideHeight, strideWidth],
    dataFormat: "NHWC",
    pad: [[0, 0], [padInfo.top, Math.max(0, below)], [
      padInfo.left,
      Math.max(0, right),
    ], [0, 0]],
  });
  const result = call(backend, "Transpose", { x: gradient }, {
    perm: [1, 2, 0, 3],
  });
  if (trimmed !== swapped) free(backend, trimmed);
  free(backend, swapped, asKernel, gradient);
  return result;
}

function trim(
  backend: BackendWasm,
  x: tf.TensorInfo,
  rows: number,
  columns: number,
): tf.TensorInfo {
  if (rows === 0 && columns === 0) return x;
  const [batch, height, width, channels] = sides(x);
  return call(backend, "Slice", { x }, {
    begin: [0, 0, 0, 0],
    size: [batch, height + rows, width + columns, channels],
  });
}

/** Kernel `Conv2DBackpropInput`: {dy, filter} -> the input's shape. */
export function conv2dBackpropInput(kernelCall: KernelCall): tf.TensorInfo {
  const backend = backendOf(kernelCall);
  const dy = input(kernelCall, "dy");
  const filter = input(kernelCall, "filter");
  const inputShape = kernelCall.attrs!.inputShape as Sides;
  const [, height, width] = inputShape;
  const info = convInfo(kernelCall, inputShape, sides(filter));
  const { padInfo, strideHeight, strideWidth, filterHeight, filterWidth } =
    info;

  const turned = turn(backend, filter);
  const spread = spreadOut(backend, dy, strideHeight, strideWidth);
  const [, spreadHeight, spreadWidth] = sides(spread);
  const top = filterHeight - 1 - padInfo.top;
  const left = filterWidth - 1 - padInfo.left;
  const bottom = height + filterHeight - 1 - spreadHeight - top;
  const right = width + filterWidth - 1 - spreadWidth - left;
  const result = call(backend, "Conv2D", { x: spread, filter: turned }, {
    strides: [1, 1],
    dilations: [1, 1],
    dataFormat: "NHWC",
    pad: [[0, 0], [top, bottom], [left, right], [0, 0]],
  });
  if (spread !== dy) free(backend, spread);
  free(backend, turned);
  return result;
}

/** The kernel turned by half a circle, input and output channels swapped. */
function turn(backend: BackendWasm, filter: tf.TensorInfo): tf.TensorInfo {
  const [height, width, channels, filters] = sides(filter);
  const result = output(backend, [height, width, filters, channels]);
  const source = floats(backend, filter);
  const target = floats(backend, result);
  for (let tap = 0; tap < height * width; tap++) {
    const from = (height * width - 1 - tap) * channels * filters;
    const to = tap * filters * channels;
    for (let c = 0; c < channels; c++) {
      for (let k = 0; k < filters; k++) {
        target[to + k * channels + c] = source[from + c * filters + k]!;
      }
    }
  }
  return result;
}

/** Puts stride - 1 zeros between neighbouring values. */
function spreadOut(
  backend: BackendWasm,
  dy: tf.TensorInfo,
  strideY: number,
  strideX: number,
): tf.TensorInfo {
  if (strideY === 1 && strideX === 1) return dy;
  const [batch, height, width, filters] = sides(dy);
  const spreadHeight = (height - 1) * strideY + 1;
  const spreadWidth = (width - 1) * strideX + 1;
  const result = output(backend, [batch, spreadHeight, spreadWidth, filters]);
  const source = floats(backend, dy);
  const target = floats(backend, result);
  target.fill(0);
  for (let n = 0; n < batch; n++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const from = ((n * height + y) * width + x) * filters;
        const to =
          ((n * spreadHeight + y * strideY) * spreadWidth + x * strideX) *
          filters;
        target.set(source.subarray(from, from + filters), to);
      }
    }
  }
  return result;
}
