import type { ConvDims } from "../../../src/inference/loops/conv2d.ts";
import {
  type Conv2d,
  elements,
  padBefore,
  place,
  type Shape,
} from "../../../src/inference/network.ts";
import { copyRows } from "../../../src/inference/loops/view.ts";
import type { Random } from "../../../train/random.ts";
import { between, randomValues } from "../random_network.ts";

/** A convolution with its values. */
export interface Case {
  readonly layer: Conv2d;
  readonly dims: ConvDims;
  readonly input: Float32Array;
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** Draws the values of `layer` on an input large enough for it. */
export function drawCase(
  random: Random,
  layer: Conv2d,
  channels: number,
): Case {
  const input: Shape = {
    height: between(random, layer.size, 14),
    width: between(random, layer.size, 14),
    channels,
  };
  const { output } = place({ input, layers: [layer] })[0]!;
  const { size, stride, filters } = layer;
  return {
    layer,
    dims: {
      ...input,
      size,
      stride,
      filters,
      padTop: padBefore(input.height, layer),
      padLeft: padBefore(input.width, layer),
      outHeight: output.height,
      outWidth: output.width,
    },
    input: randomValues(random, elements(input)),
    kernel: randomValues(random, size ** 2 * channels * filters),
    bias: randomValues(random, filters),
  };
}

/**
 * Convolution the other way round: every input value is added to all the outputs it reaches, in
 * double precision.
 */
export function scatter(
  { dims, input, kernel, bias }: Omit<Case, "layer">,
): Float64Array {
  const { width, channels, size, stride, outHeight, outWidth, filters } = dims;
  const out = Float64Array.from(
    { length: outHeight * outWidth * filters },
    (_, i) => bias[i % filters]!,
  );
  input.forEach((value, at) => {
    const c = at % channels;
    const row = Math.floor(at / channels / width) + dims.padTop;
    const column = Math.floor(at / channels) % width + dims.padLeft;
    for (let tap = 0; tap < size ** 2; tap++) {
      const y = (row - Math.floor(tap / size)) / stride;
      const x = (column - tap % size) / stride;
      if (!isIndex(y, outHeight) || !isIndex(x, outWidth)) continue;
      for (let k = 0; k < filters; k++) {
        out[(y * outWidth + x) * filters + k]! += value *
          kernel[(tap * channels + c) * filters + k]!;
      }
    }
  });
  return out;
}

/** The input in the middle of `rows` x `columns` zeros. */
export function pad(
  { dims, input }: Case,
  rows: number,
  columns: number,
): Float32Array {
  const { channels, padTop, padLeft } = dims;
  const data = new Float32Array(rows * columns * channels);
  const rowStride = columns * channels;
  const offset = padTop * rowStride + padLeft * channels;
  copyRows({ data, offset, rowStride }, input, dims);
  return data;
}

function isIndex(value: number, length: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < length;
}
