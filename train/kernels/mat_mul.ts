import type * as tf from "../tfjs.ts";
import { backendOf, free, input, type KernelCall } from "./heap.ts";
import { transpose } from "./transpose.ts";

/**
 * The backend's matrix product falls back to a scalar loop when asked to transpose. This transposes
 * first and then calls it, for single matrices; batches go to `original` as they are.
 */
export function transposingMatMul(original: tf.KernelFunc): tf.KernelFunc {
  return (kernelCall: KernelCall) => {
    const a = input(kernelCall, "a");
    const b = input(kernelCall, "b");
    const { transposeA, transposeB } = kernelCall.attrs as unknown as {
      transposeA: boolean;
      transposeB: boolean;
    };
    if (!(transposeA || transposeB) || !isMatrix(a) || !isMatrix(b)) {
      return original(kernelCall);
    }
    const backend = backendOf(kernelCall);
    const flip = (tensor: tf.TensorInfo) => {
      const [rows, columns] = tensor.shape.slice(-2) as [number, number];
      const shape = [...tensor.shape.slice(0, -2), columns, rows];
      return transpose(backend, tensor, rows, columns, shape);
    };
    const left = transposeA ? flip(a) : a;
    const right = transposeB ? flip(b) : b;
    const attrs = { transposeA: false, transposeB: false };
    const result = original({
      inputs: { a: left, b: right },
      attrs: attrs as unknown as tf.NamedAttrMap,
      backend,
    });
    if (left !== a) free(backend, left);
    if (right !== b) free(backend, right);
    return result;
  };
}

function isMatrix(tensor: tf.TensorInfo): boolean {
  return tensor.shape.slice(0, -2).every((side) => side === 1);
}
