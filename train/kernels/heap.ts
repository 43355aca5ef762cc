/** The few calls by which the added kernels reach the tensors of tfjs's wasm backend. */

import * as tf from "../tfjs.ts";
import type { BackendWasm } from "../tfjs.ts";

export const BACKEND = "wasm";

/** What a kernel is called with. */
export type KernelCall = Parameters<tf.KernelFunc>[0];

export type Inputs = Record<string, tf.TensorInfo>;

export function backendOf(call: KernelCall): BackendWasm {
  return call.backend as BackendWasm;
}

export function input(call: KernelCall, name: string): tf.TensorInfo {
  const tensor = call.inputs[name];
  if (!tensor) {
    throw new TypeError(`Cannot run the kernel: input "${name}" is missing`);
  }
  return tensor;
}

/** The four sides of a tensor of rank 4. */
export function sides(tensor: tf.TensorInfo): [number, number, number, number] {
  if (tensor.shape.length !== 4) {
    throw new TypeError(
      `Cannot run the kernel: expected rank 4, found [${tensor.shape}]`,
    );
  }
  return tensor.shape as [number, number, number, number];
}

/**
 * A tensor's values on the heap. Making an output may grow the heap, which detaches every earlier
 * view: take views only after the last output is made.
 */
export function floats(
  backend: BackendWasm,
  tensor: tf.TensorInfo,
): Float32Array {
  return backend.typedArrayFromHeap({
    ...tensor,
    dtype: "float32",
  }) as Float32Array;
}

/** The same bytes as integers, for selecting without branches. */
export function bits(backend: BackendWasm, tensor: tf.TensorInfo): Int32Array {
  return backend.typedArrayFromHeap({
    ...tensor,
    dtype: "int32",
  }) as Int32Array;
}

export function output(backend: BackendWasm, shape: number[]): tf.TensorInfo {
  return backend.makeOutput(shape, "float32");
}

/** Runs a kernel the backend has, outside the tape. */
export function call(
  backend: BackendWasm,
  kernelName: string,
  inputs: Inputs,
  attrs: Record<string, unknown>,
): tf.TensorInfo {
  const kernel = tf.getKernel(kernelName, BACKEND);
  if (!kernel) {
    throw new Error(
      `Cannot run ${kernelName}: the wasm backend does not have it`,
    );
  }
  const result = kernel.kernelFunc({
    inputs,
    attrs: attrs as tf.NamedAttrMap,
    backend,
  });
  return result as tf.TensorInfo;
}

export function free(backend: BackendWasm, ...tensors: tf.TensorInfo[]): void {
  for (const { dataId } of tensors) backend.disposeData(dataId);
}

/** The same values under another shape of the same size. */
export function reshaped(
  tensor: tf.TensorInfo,
  shape: number[],
): tf.TensorInfo {
  return { ...tensor, shape };
}

/** Registers a kernel, in place of the backend's own where it has one. */
export function register(kernelName: string, kernelFunc: tf.KernelFunc): void {
  if (tf.getKernel(kernelName, BACKEND)) {
    tf.unregisterKernel(kernelName, BACKEND);
  }
  tf.registerKernel({ kernelName, backendName: BACKEND, kernelFunc });
}
