import { createLoopsEngine } from "../src/inference/loops/engine.ts";
import type { NetworkWeights } from "../src/inference/network_weights.ts";
import {
  type Layer,
  type Network,
  tensorSpecs,
  volume,
} from "../src/inference/network.ts";
import { quantile } from "../train/evaluation.ts";
import { Random } from "../train/random.ts";
import { imageAt, type Images } from "./images.ts";

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

/** Share of the reference network's 1,600 features that are zero once it is trained. */
const TRAINED_ZEROS = 2 / 3;
/** Enough to place a quantile of each filter's outputs. */
const SAMPLE = 40;

/**
 * Weights drawn at random for the reference network, with the second convolution's biases lowered
 * until as many features are zero as training leaves: the dense layer's time depends on it.
 */
export function referenceWeights(images: Images): NetworkWeights {
  const weights = randomWeights(REFERENCE);
  const pooled = pooledOutputs(weights, images);
  const bias = weights.tensors.get("conv2.bias")!;
  for (let k = 0; k < bias.length; k++) {
    const values = pooled.filter((_, i) => i % bias.length === k).sort((a, b) =>
      a - b
    );
    bias[k] = -quantile(values, TRAINED_ZEROS);
  }
  return weights;
}

/** What the second convolution's windows give before bias and relu, filter after filter. */
function pooledOutputs({ tensors }: NetworkWeights, images: Images): number[] {
  const layers = [
    ...convolution("conv1", 32),
    ...convolution("conv2", 64).filter(({ kind }) => kind !== "relu"),
  ];
  const engine = createLoopsEngine({
    network: { ...REFERENCE, layers },
    tensors,
  });
  const outputs = new Float32Array(engine.outputLength);
  return Array.from({ length: Math.min(SAMPLE, images.count) }, (_, i) => {
    engine.forward(imageAt(images.data, i), outputs);
    return [...outputs];
  }).flat();
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
