import type { NetworkWeights } from "../src/inference/network_weights.ts";
import {
  type Layer,
  type Network,
  tensorSpecs,
  volume,
} from "../src/inference/network.ts";
import { Random } from "../train/random.ts";

/**
 * The network that most tutorials build for MNIST: 225,034 parameters, 2.63 million multiply-adds.
 */
export const REFERENCE: Network = {
  input: { height: 28, width: 28, channels: 1 },
  layers: [
    ...convolution("conv1", 32),
    ...convolution("conv2", 64),
    { kind: "flatten" },
    { kind: "dense", name: "dense1", units: 128 },
    { kind: "relu" },
    { kind: "dense", name: "dense2", units: 10 },
  ],
};

function convolution(name: string, filters: number): Layer[] {
  return [
    {
      kind: "conv2d",
      name,
      size: 3,
      stride: 1,
      padding: "valid",
      filters,
      bias: true,
    },
    { kind: "relu" },
    { kind: "max_pool", size: 2, stride: 2 },
  ];
}

/** The same layers with `factor` times the filters. */
export function widened(network: Network, factor: number): Network {
  return {
    input: network.input,
    layers: network.layers.map((layer) =>
      layer.kind === "conv2d"
        ? { ...layer, filters: Math.round(layer.filters * factor) }
        : layer
    ),
  };
}

/**
 * Weights drawn at random so that activations keep their size from layer to layer (He et al. 2015):
 * as good as trained ones to measure time, but for what skips zeros, which after training are more.
 */
export function randomWeights(network: Network): NetworkWeights {
  const random = new Random(1);
  const tensors = new Map(
    tensorSpecs(network).map(({ name, shape }) => {
      const deviation = Math.sqrt(2 * shape.at(-1)! / volume(shape));
      const value = () =>
        name.endsWith(".bias") ? 0 : random.normal() * deviation;
      return [name, Float32Array.from({ length: volume(shape) }, value)];
    }),
  );
  return { network, tensors };
}
