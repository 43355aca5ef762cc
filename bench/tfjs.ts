import type * as tf from "../train/tfjs.ts";
import type { NetworkWeights } from "../src/inference/network_weights.ts";
import { tensor } from "../src/inference/network_weights.ts";
import type { Layer } from "../src/inference/network.ts";
import { startBackend } from "../train/start_backend.ts";

export type BackendName = "cpu" | "wasm";

/** The same network and weights run by tfjs: what our engines are held against. */
export interface TfjsNetwork {
  readonly backend: BackendName;
  /** images x inputs in, images x classes out, before softmax. */
  forward(inputs: Float32Array, images: number): Float32Array;
  /** Every layer's output for one image, HWC, in the order of the layer table. */
  activations(input: Float32Array): Float32Array[];
}

/** The weights are copied to the backend once. */
export async function createTfjsNetwork(
  { network, tensors }: NetworkWeights,
  backend: BackendName,
): Promise<TfjsNetwork> {
  const tf = await startBackend(backend);
  const layers = network.layers.map((layer, index) => ({
    kind: layer.kind,
    apply: layerOf(tf, layer, network.layers[index + 1], tensors),
    fusesNext: fuses(layer, network.layers[index + 1]),
  }));
  const { height, width, channels } = network.input;

  function run(
    inputs: Float32Array,
    images: number,
    seen?: (x: tf.Tensor) => void,
  ): tf.Tensor {
    let x: tf.Tensor = tf.tensor4d(inputs, [images, height, width, channels]);
    for (let i = 0; i < layers.length; i++) {
      x = layers[i]!.apply(x, seen === undefined);
      seen?.(x);
      if (seen === undefined && layers[i]!.fusesNext) i++;
    }
    return x;
  }

  const using = <T>(use: () => T): T => {
    if (tf.getBackend() !== backend) tf.setBackend(backend);
    return tf.tidy(use as () => tf.TensorContainer) as T;
  };
  return {
    backend,
    forward: (inputs, images) =>
      using(() =>
        run(inputs, images).dataSync<"float32">() as unknown as Float32Array
      ),
    activations: (input) =>
      using(() => {
        const seen: Float32Array[] = [];
        run(input, 1, (x) => seen.push(x.dataSync<"float32">().slice()));
        return seen;
      }),
  };
}

type Apply = (x: tf.Tensor, fused: boolean) => tf.Tensor;

/** tfjs's own fusion of a kernel with the relu behind it: the fastest way it offers. */
function fuses(layer: Layer, next: Layer | undefined): boolean {
  return (layer.kind === "conv2d" || layer.kind === "dense") &&
    next?.kind === "relu";
}

function layerOf(
  tf: typeof import("../train/tfjs.ts"),
  layer: Layer,
  next: Layer | undefined,
  tensors: ReadonlyMap<string, Float32Array>,
): Apply {
  const activation = (fused: boolean) =>
    fused && fuses(layer, next) ? "relu" : "linear";
  switch (layer.kind) {
    case "conv2d": {
      const kernel = tensor(tensors, `${layer.name}.kernel`);
      const channels = kernel.length / (layer.size ** 2 * layer.filters);
      const filter = tf.tensor4d(kernel, [
        layer.size,
        layer.size,
        channels,
        layer.filters,
      ]);
      const bias = tf.tensor1d(tensor(tensors, `${layer.name}.bias`));
      return (x, fused) =>
        tf.fused.conv2d({
          x: x as tf.Tensor4D,
          filter,
          strides: layer.stride,
          pad: layer.padding,
          bias,
          activation: activation(fused),
        });
    }
    case "dense": {
      const bias = tf.tensor1d(tensor(tensors, `${layer.name}.bias`));
      const kernel = tensor(tensors, `${layer.name}.kernel`);
      const matrix = tf.tensor2d(kernel, [
        kernel.length / layer.units,
        layer.units,
      ]);
      return (x, fused) =>
        tf.fused.matMul({
          a: x as tf.Tensor2D,
          b: matrix,
          bias,
          activation: activation(fused),
        });
    }
    case "max_pool":
      return (x) =>
        tf.maxPool(x as tf.Tensor4D, layer.size, layer.stride, "valid");
    case "relu":
      return (x) => tf.relu(x);
    case "flatten":
      return (x) => tf.reshape(x, [x.shape[0]!, -1]);
    case "batch_norm":
      throw new TypeError(
        `Cannot compare ${layer.name}: fold batch normalisation first`,
      );
  }
}
