import type { NetworkWeights } from "../src/inference/network_weights.ts";
import { elements } from "../src/inference/network.ts";
import { INPUT, onnxModel, OUTPUT } from "./onnx.ts";

/**
 * The packages are named in variables, so that only `deno task bench`, which runs them, installs
 * their 430 MB; bench.lock pins them.
 */
const PACKAGES = {
  node: "npm:onnxruntime-node@1.30.0",
  web: "npm:onnxruntime-web@1.30.0",
} as const;

/** What is used of onnxruntime's interface, the same in both packages. */
interface Runtime {
  readonly env: { readonly wasm: { numThreads: number } };
  readonly Tensor: new (
    type: "float32",
    data: Float32Array,
    dims: number[],
  ) => Tensor;
  readonly InferenceSession: {
    create(
      model: Uint8Array,
      options: Record<string, unknown>,
    ): Promise<Session>;
  };
}
interface Tensor {
  readonly data: Float32Array;
}
interface Session {
  run(inputs: Record<string, Tensor>): Promise<Record<string, Tensor>>;
}

/** A network that answers when its promise does. */
export interface AsyncNetwork {
  /** images x inputs in, images x classes out. */
  forward(inputs: Float32Array, images: number): Promise<Float32Array>;
}

/** @param threads null leaves it to the library */
export async function createOnnxruntime(
  weights: NetworkWeights,
  kind: keyof typeof PACKAGES,
  threads: number | null,
): Promise<AsyncNetwork> {
  const module: { default: Runtime } = await import(PACKAGES[kind]);
  const runtime = module.default;
  if (kind === "web") runtime.env.wasm.numThreads = threads ?? 0;
  const session = await runtime.InferenceSession.create(onnxModel(weights), {
    graphOptimizationLevel: "all",
    executionProviders: [kind === "web" ? "wasm" : "cpu"],
    ...(threads === null
      ? {}
      : { intraOpNumThreads: threads, interOpNumThreads: 1 }),
  });
  const { height, width, channels } = weights.network.input;
  const inputLength = elements(weights.network.input);
  return {
    async forward(inputs, images) {
      const shape = [images, channels, height, width];
      const pixels = new runtime.Tensor(
        "float32",
        inputs.subarray(0, images * inputLength),
        shape,
      );
      const results = await session.run({ [INPUT]: pixels });
      return results[OUTPUT]!.data;
    },
  };
}
