import {
  type Conv2d,
  type Network,
  NetworkError,
} from "../src/inference/network.ts";
import { EPSILON } from "./kernels/batch_norm_relu.ts";
import { layoutOf, slotNamed, view } from "./layout.ts";

/**
 * Makes each batch normalisation part of the convolution before it. With
 * a = scale / sqrt(variance + EPSILON), per output channel:
 *
 *   kernel' = a kernel,  bias' = offset - a mean
 *
 * A pooling between the two does not matter as long as a > 0: the largest value stays the largest.
 *
 * @returns the tensors of `fold(network)`
 * @throws {NetworkError} for a normalisation that cannot be folded
 */
export function foldBatchNorm(
  network: Network,
  parameters: Float32Array,
  statistics: Float32Array,
): Map<string, Float32Array> {
  const layout = layoutOf(network);
  const parameter = (name: string) =>
    view(parameters, slotNamed(layout.parameters, name));
  const statistic = (name: string) =>
    view(statistics, slotNamed(layout.statistics, name));
  const tensors = new Map<string, Float32Array>();
  let convolution: Conv2d | undefined;
  for (const layer of network.layers) {
    if (layer.kind === "conv2d") {
      convolution = layer;
      tensors.set(
        `${layer.name}.kernel`,
        parameter(`${layer.name}.kernel`).slice(),
      );
      const bias = layer.bias
        ? parameter(`${layer.name}.bias`).slice()
        : new Float32Array(layer.filters);
      tensors.set(`${layer.name}.bias`, bias);
    } else if (layer.kind === "dense") {
      tensors.set(
        `${layer.name}.kernel`,
        parameter(`${layer.name}.kernel`).slice(),
      );
      tensors.set(
        `${layer.name}.bias`,
        parameter(`${layer.name}.bias`).slice(),
      );
    } else if (layer.kind === "batch_norm") {
      if (!convolution) {
        throw new NetworkError(
          `${layer.name}: expected a convolution before it`,
        );
      }
      foldOne(layer.name, tensors, convolution, {
        scale: parameter(`${layer.name}.scale`),
        offset: parameter(`${layer.name}.offset`),
        mean: statistic(`${layer.name}.mean`),
        variance: statistic(`${layer.name}.variance`),
      });
    }
    // Only pooling may stand between a convolution and its normalisation.
    if (layer.kind !== "conv2d" && layer.kind !== "max_pool") {
      convolution = undefined;
    }
  }
  return tensors;
}

interface Normalization {
  readonly scale: Float32Array;
  readonly offset: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

function foldOne(
  name: string,
  tensors: Map<string, Float32Array>,
  convolution: Conv2d,
  { scale, offset, mean, variance }: Normalization,
): void {
  const kernel = tensors.get(`${convolution.name}.kernel`)!;
  const bias = tensors.get(`${convolution.name}.bias`)!;
  const { filters } = convolution;
  for (let k = 0; k < filters; k++) {
    const factor = scale[k]! / Math.sqrt(variance[k]! + EPSILON);
    if (!(factor > 0)) {
      throw new NetworkError(
        `${name}: expected a positive scale, found ${scale[k]} at ${k}`,
      );
    }
    for (let i = k; i < kernel.length; i += filters) kernel[i]! *= factor;
    bias[k] = offset[k]! + factor * (bias[k]! - mean[k]!);
  }
}
