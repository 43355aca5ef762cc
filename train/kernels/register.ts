/**
 * Makes tfjs's wasm backend able to train a convolutional network: adds the kernels it lacks and
 * replaces the ones that are slow or wrong.
 */

import * as tf from "../tfjs.ts";
import * as batchNormRelu from "./batch_norm_relu.ts";
import {
  conv2dBackpropFilter,
  conv2dBackpropInput,
} from "./conv2d_gradient.ts";
import { BACKEND, type KernelCall, register } from "./heap.ts";
import { transposingMatMul } from "./mat_mul.ts";
import { maxPool2Gradient, maxPoolGradient } from "./max_pool_gradient.ts";

let registered = false;

/** Idempotent; the wasm backend must have been imported. */
export function registerTrainingKernels(): void {
  if (registered) return;
  registered = true;
  register("Conv2DBackpropFilter", conv2dBackpropFilter);
  register("Conv2DBackpropInput", conv2dBackpropInput);
  register("BatchMatMul", transposingMatMul(existing("BatchMatMul")));
  register("MaxPoolGrad", poolGradient);
  for (const [name, kernel] of Object.entries(batchNormRelu.kernels)) {
    register(name, kernel);
  }
  tf.registerGradient(batchNormRelu.gradient);
}

function existing(name: string): tf.KernelFunc {
  const kernel = tf.getKernel(name, BACKEND);
  if (!kernel) {
    throw new Error(
      `Cannot replace ${name}: the wasm backend does not have it`,
    );
  }
  return kernel.kernelFunc;
}

/** The fast loop for 2x2 windows with stride 2, the plain one for every other pooling. */
function poolGradient(call: KernelCall): tf.TensorInfo {
  const { filterSize, strides, pad } = call.attrs as unknown as Record<
    string,
    unknown
  >;
  if (!isTwo(filterSize) || !isTwo(strides) || pad !== "valid") {
    return maxPoolGradient(call);
  }
  const { dy, input: x, output: y } = call.inputs;
  return maxPool2Gradient({
    ...call,
    inputs: { x, y, dy } as tf.NamedTensorInfoMap,
  });
}

function isTwo(value: unknown): boolean {
  return value === 2 ||
    (Array.isArray(value) && value[0] === 2 && value[1] === 2);
}
