import * as tf from "../../../train/tfjs.ts";
import { registerTrainingKernels } from "../../../train/kernels/register.ts";
import { Random } from "../../../train/random.ts";
import { startBackend } from "../../../train/start_backend.ts";
import { assertClose } from "../../inference/assert_close.ts";

/** Values under a shape, on no backend yet. */
export interface Values {
  readonly shape: number[];
  readonly data: Float32Array;
}

export function drawValues(random: Random, shape: number[]): Values {
  const length = shape.reduce((product, side) => product * side, 1);
  return {
    shape,
    data: Float32Array.from({ length }, () => random.normal()),
  };
}

type Compute = (...inputs: tf.Tensor[]) => tf.Tensor[];

/** Runs `compute` on one backend, wasm with the training kernels, and gives copies of the results. */
export async function onBackend(
  name: "cpu" | "wasm",
  inputs: readonly Values[],
  compute: Compute,
): Promise<Float32Array[]> {
  await startBackend(name);
  if (name === "wasm") registerTrainingKernels();
  return tf.tidy(() =>
    compute(...inputs.map(({ data, shape }) => tf.tensor(data, shape)))
      .map((result) => Float32Array.from(result.dataSync<"float32">()))
  );
}

/** Fails unless wasm with the training kernels computes what tfjs's cpu backend does. */
export async function assertLikeCpu(
  what: string,
  inputs: readonly Values[],
  compute: Compute,
  onCpu: Compute = compute,
): Promise<void> {
  const expected = await onBackend("cpu", inputs, onCpu);
  const actual = await onBackend("wasm", inputs, compute);
  expected.forEach((values, i) =>
    assertClose(actual[i]!, values, 1e-5, `${what}, result ${i}`)
  );
}

/** What `f` gives, and the gradients of its sum weighted by `weights`, by each of its inputs. */
export function valueAndGradients(
  f: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: tf.Tensor[],
  weights: tf.Tensor,
): tf.Tensor[] {
  return [f(...inputs), ...tf.grads(f)(inputs, weights)];
}
