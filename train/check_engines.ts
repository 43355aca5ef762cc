import type { Engine } from "../src/inference/engine.ts";
import { createLoopsEngine } from "../src/inference/loops/engine.ts";
import { createReferenceEngine } from "../src/inference/loops/reference.ts";
import type { NetworkWeights } from "../src/inference/network_weights.ts";
import {
  type Layer,
  type Network,
  place,
  type Shape,
} from "../src/inference/network.ts";
import { createSimdEngine } from "../src/inference/simd/engine.ts";

/** Weights on which an engine loses too much precision; the message names engine and layer. */
export class EngineToleranceError extends Error {
  override name = "EngineToleranceError";
}

/**
 * Largest error of one layer, as a share of its largest output. Winograd's grows with the spread of
 * the weights; ten times less than what a logit may be off in the end.
 */
const LAYER_TOLERANCE = 1e-5;

const ENGINES: Readonly<Record<string, (weights: NetworkWeights) => Engine>> = {
  loops: createLoopsEngine,
  simd: createSimdEngine,
};

/**
 * Runs every convolution and dense layer by itself, on what the layers before it make of the given
 * images, in each engine and in the readable kernels.
 *
 * @param images each as long as the network's input
 * @throws {EngineToleranceError} for the first layer that an engine computes too coarsely
 */
export function checkEngines(
  weights: NetworkWeights,
  images: readonly Float32Array[],
): void {
  const reference = createReferenceEngine(weights);
  const logits = new Float32Array(reference.outputLength);
  const inputs = images.map((image) => {
    reference.forward(image, logits);
    return [
      image,
      ...reference.activations.map((activation) => activation.slice()),
    ];
  });
  place(weights.network).forEach(({ layer, input }, index) => {
    if (!("name" in layer)) return;
    const alone = { network: single(input, layer), tensors: weights.tensors };
    const values = inputs.map((activations) => activations[index]!);
    checkLayer(alone, layer.name, values);
  });
}

function single(input: Shape, layer: Layer): Network {
  return { input, layers: [layer] };
}

function checkLayer(
  alone: NetworkWeights,
  name: string,
  inputs: readonly Float32Array[],
): void {
  const reference = createReferenceEngine(alone);
  const expected = new Float32Array(reference.outputLength);
  const found = new Float32Array(reference.outputLength);
  for (const [engineName, create] of Object.entries(ENGINES)) {
    const engine = create(alone);
    for (const input of inputs) {
      reference.forward(input, expected);
      engine.forward(input, found);
      const error = relativeError(found, expected);
      if (!(error <= LAYER_TOLERANCE)) {
        throw new EngineToleranceError(
          `${name}: the ${engineName} engine is off by ${
            error.toExponential(1)
          } of the largest ` +
            `output, at most ${LAYER_TOLERANCE} is allowed`,
        );
      }
    }
  }
}

function relativeError(found: Float32Array, expected: Float32Array): number {
  let largest = 0;
  let error = 0;
  for (let i = 0; i < expected.length; i++) {
    largest = Math.max(largest, Math.abs(expected[i]!));
    error = Math.max(error, Math.abs(found[i]! - expected[i]!));
  }
  return error === 0 ? 0 : error / largest;
}
