import type { Engine } from "../src/inference/engine.ts";
import { createLoopsEngine } from "../src/inference/loops/engine.ts";
import type { NetworkWeights } from "../src/inference/loops/reference.ts";
import { createSimdEngine } from "../src/inference/simd/engine.ts";
import { createOnnxruntime } from "./onnxruntime.ts";
import { createTfjsNetwork } from "./tfjs.ts";

/** A library that runs a network: ours or a peer's. */
export interface Library {
  readonly name: string;
  /** Ready to answer. */
  create(weights: NetworkWeights): Promise<Runner>;
}

/** images x inputs in; what comes out was checked elsewhere. */
export type Runner = (inputs: Float32Array, images: number) => unknown;

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
      const logits = new Float32Array(outputLength);
      // One image, the usual case, needs no view of its own.
      return Promise.resolve((inputs, images) => {
        if (images === 1) return engine.forward(inputs, logits);
        for (let i = 0; i < images; i++) {
          engine.forward(
            inputs.subarray(i * inputLength, (i + 1) * inputLength),
            logits,
          );
        }
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
