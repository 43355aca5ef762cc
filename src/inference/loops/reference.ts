import { type Engine } from "../engine.ts";
import { checkLengths, isFiniteInput } from "../check_input.ts";
import {
  elements,
  NetworkError,
  outputLength as classesOf,
  padBefore,
  place,
  type PlacedLayer,
} from "../network.ts";
import { conv2d } from "./conv2d.ts";
import { dense } from "./dense.ts";
import { maxPool } from "./max_pool.ts";
import { relu } from "./relu.ts";
import { type NetworkWeights, tensor } from "../network_weights.ts";

/** An engine that also shows what every layer computed in the last call. */
export interface ReferenceEngine extends Engine {
  /** One HWC array for each layer of the network, in its order. */
  readonly activations: readonly Float32Array[];
}

/**
 * One readable kernel a layer, one buffer a layer: the oracle that every other engine is compared
 * with, and the source of the pictures of what each layer sees.
 *
 * @throws {NetworkError} for a layer that has to be folded first
 */
export function createReferenceEngine(
  weights: NetworkWeights,
): ReferenceEngine {
  const placed = place(weights.network);
  const activations = placed.map(({ output }) =>
    new Float32Array(elements(output))
  );
  const inputLength = elements(weights.network.input);
  const outputLength = classesOf(weights.network);
  const steps = placed.map((layer, index) =>
    stepOf(layer, activations[index]!, weights.tensors)
  );
  return {
    name: "loops",
    inputLength,
    outputLength,
    activations,
    forward(input, logits) {
      checkLengths(input, inputLength, logits, outputLength);
      if (!isFiniteInput(input)) return void logits.fill(NaN);
      let activation = input;
      for (let i = 0; i < steps.length; i++) {
        steps[i]!(activation);
        activation = activations[i]!;
      }
      logits.set(activation);
    },
  };
}

function stepOf(
  { layer, input, output }: PlacedLayer,
  out: Float32Array,
  tensors: ReadonlyMap<string, Float32Array>,
): (input: Float32Array) => void {
  switch (layer.kind) {
    case "conv2d": {
      const kernel = tensor(tensors, `${layer.name}.kernel`);
      const bias = layer.bias
        ? tensor(tensors, `${layer.name}.bias`)
        : new Float32Array(layer.filters);
      const dims = {
        ...input,
        size: layer.size,
        stride: layer.stride,
        padTop: padBefore(input.height, layer),
        padLeft: padBefore(input.width, layer),
        outHeight: output.height,
        outWidth: output.width,
        filters: layer.filters,
      };
      return (values) => conv2d(out, values, kernel, bias, dims);
    }
    case "max_pool": {
      const { size, stride } = layer;
      const { width, channels } = input;
      const { height: outHeight, width: outWidth } = output;
      const dims = { width, channels, size, stride, outHeight, outWidth };
      return (values) => maxPool(out, values, dims);
    }
    case "relu":
      return (values) => relu(out, values);
    case "flatten":
      return (values) => out.set(values);
    case "dense": {
      const kernel = tensor(tensors, `${layer.name}.kernel`);
      const bias = tensor(tensors, `${layer.name}.bias`);
      const dims = { inputs: elements(input), units: layer.units };
      return (values) => dense(out, values, kernel, bias, dims);
    }
    case "batch_norm":
      throw new NetworkError(
        `${layer.name}: batch normalisation must be folded before it is run`,
      );
  }
}
