import { createReferenceEngine } from "../../src/inference/loops/reference.ts";
import {
  type Layer,
  type Network,
  outputLength,
  type Padding,
  place,
  tensorSpecs,
  volume,
} from "../../src/inference/network.ts";
import type { Random } from "../../train/random.ts";
import { magnitude } from "./assert_close.ts";

const CHANNELS = [1, 2, 3, 5, 8, 16] as const;
const KERNELS = [1, 3, 3, 3, 5, 7] as const;
const STRIDES = [1, 1, 1, 2, 3] as const;
const PADDINGS: readonly Padding[] = ["same", "valid"];
/** Size and stride. */
const POOLS = [[2, 2], [2, 2], [3, 2], [3, 3], [2, 1]] as const;

export function pick<T>(random: Random, choices: readonly T[]): T {
  return choices[Math.floor(random.uniform() * choices.length)]!;
}

export function chance(random: Random, probability: number): boolean {
  return random.uniform() < probability;
}

/** Whole, both ends included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random.uniform() * (high - low + 1));
}

/** Values in [-1, 1), with the zeros that ink and relu leave. */
export function randomValues(random: Random, length: number): Float32Array {
  return Float32Array.from(
    { length },
    () => chance(random, 0.3) ? 0 : random.signed(),
  );
}

/** A folded network: convolutions, relu and pooling in any order, then mostly dense layers. */
export function randomNetwork(random: Random): Network {
  let network: Network = {
    input: {
      height: between(random, 1, 17),
      width: between(random, 1, 17),
      channels: pick(random, CHANNELS),
    },
    layers: [],
  };
  const add = (layer: Layer) => {
    const longer = { ...network, layers: [...network.layers, layer] };
    if (fits(longer)) network = longer;
  };
  const relu = (probability: number) =>
    chance(random, probability) && add({ kind: "relu" });
  const pool = (probability: number) => {
    const [size, stride] = pick(random, POOLS);
    if (chance(random, probability)) add({ kind: "max_pool", size, stride });
  };
  relu(0.1);
  pool(0.1);
  for (let index = between(random, 1, 4); index > 0; index--) {
    add(randomConv(random, `conv${index}`));
    relu(0.4);
    pool(0.4);
    relu(0.4);
    pool(0.1);
  }
  if (chance(random, 0.8)) {
    add({ kind: "flatten" });
    for (let index = between(random, 1, 3); index > 0; index--) {
      add({
        kind: "dense",
        name: `dense${index}`,
        units: between(random, 1, 20),
      });
      relu(0.5);
    }
  }
  return network;
}

export function randomConv(random: Random, name: string): Layer {
  return {
    kind: "conv2d",
    name,
    size: pick(random, KERNELS),
    stride: pick(random, STRIDES),
    padding: pick(random, PADDINGS),
    filters: pick(random, CHANNELS),
    bias: chance(random, 0.8),
  };
}

/** Kernels scaled by their fan-in, so that activations neither grow nor vanish. */
export function randomTensors(
  random: Random,
  network: Network,
): Map<string, Float32Array> {
  return new Map(
    tensorSpecs(network).map(({ name, shape }) => {
      const length = volume(shape);
      const bound = name.endsWith(".kernel")
        ? Math.sqrt(3 * shape.at(-1)! / length)
        : 0.5;
      return [
        name,
        Float32Array.from({ length }, () => random.signed() * bound),
      ];
    }),
  );
}

/** What the reference engine answers, with the largest value any of its layers held. */
export function referenceAnswer(
  network: Network,
  tensors: ReadonlyMap<string, Float32Array>,
  input: Float32Array,
): { logits: Float32Array; scale: number } {
  const engine = createReferenceEngine({ network, tensors });
  const logits = new Float32Array(outputLength(network));
  engine.forward(input, logits);
  return { logits, scale: Math.max(...engine.activations.map(magnitude)) };
}

/** One line that names a network in a failure. */
export function describe({ input, layers }: Network): string {
  return [`${input.height}x${input.width}x${input.channels}`]
    .concat(layers.map((layer) => {
      switch (layer.kind) {
        case "conv2d":
          return `${layer.padding} conv ${layer.size}/${layer.stride} to ${layer.filters}`;
        case "max_pool":
          return `pool ${layer.size}/${layer.stride}`;
        case "dense":
          return `dense ${layer.units}`;
        default:
          return layer.kind;
      }
    }))
    .join(", ");
}

function fits(network: Network): boolean {
  try {
    place(network);
    return true;
  } catch {
    return false;
  }
}
