import type { Engine } from "../src/inference/engine.ts";
import { createLoopsEngine } from "../src/inference/loops/engine.ts";
import type { NetworkWeights } from "../src/inference/network_weights.ts";
import { createSimdEngine } from "../src/inference/simd/engine.ts";
import { createOnnxruntime } from "./onnxruntime.ts";
import { createTfjsNetwork } from "./tfjs.ts";

/** A library that runs a network: ours or a peer's. */
export interface Library {
  readonly name: string;
  /** Ready to answer. */
  create(weights: NetworkWeights): Promise<Runner>;
}

/** images x inputs in, images x classes out, before softmax. */
export type Runner = (
  inputs: Float32Array,
  images: number,
) => Float32Array | Promise<Float32Array>;

/** Peers run on one thread, as ours do, but where their name says otherwise. */
export const LIBRARIES: readonly Library[] = [
  ours("simd", createSimdEngine),
  ours("loops", createLoopsEngine),
  onnxruntime("onnxruntime-node", "node", 1),
  onnxruntime("onnxruntime-node, default threads", "node", null),
  onnxruntime("onnxruntime-web", "web", 1),
  tfjs("wasm"),
  tfjs("cpu"),
];

/** The libraries with these names, in this order. */
export function libraries(...names: readonly string[]): Library[] {
  return names.map((name) =>
    LIBRARIES.find((library) => library.name === name)!
  );
}

function ours(
  name: string,
  create: (weights: NetworkWeights) => Engine,
): Library {
  return {
    name,
    create(weights) {
      const engine = create(weights);
      const { inputLength, outputLength } = engine;
      const one = new Float32Array(outputLength);
      return Promise.resolve((inputs, images) => {
        // One image, the usual case, needs no view of its own.
        if (images === 1) {
          engine.forward(inputs, one);
          return one;
        }
        const all = new Float32Array(images * outputLength);
        for (let i = 0; i < images; i++) {
          engine.forward(
            inputs.subarray(i * inputLength, (i + 1) * inputLength),
            all.subarray(i * outputLength, (i + 1) * outputLength),
          );
        }
        return all;
      });
    },
  };
}

function onnxruntime(
  name: string,
  kind: "node" | "web",
  threads: number | null,
): Library {
  return {
    name,
    async create(weights) {
      const network = await createOnnxruntime(weights, kind, threads);
      return (inputs, images) => network.forward(inputs, images);
    },
  };
}

function tfjs(backend: "cpu" | "wasm"): Library {
  return {
    name: `tfjs-${backend}`,
    async create(weights) {
      const network = await createTfjsNetwork(weights, backend);
      return (inputs, images) => network.forward(inputs, images);
    },
  };
}
