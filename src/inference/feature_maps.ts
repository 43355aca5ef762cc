import { createReferenceEngine } from "./loops/reference.ts";
import { relu } from "./loops/relu.ts";
import type { Shape } from "./network.ts";
import type { NetworkWeights } from "./network_weights.ts";
import { stagesOf } from "./stages.ts";

/** What the channels of one convolution answered to one image. */
export interface FeatureMaps {
  /** Of the layer. */
  readonly name: string;
  readonly shape: Shape;
  /** HWC, row-major; not below 0 where the layer is cut off by relu. */
  readonly values: Float32Array;
}

/** One forward pass with what came up on the way. */
export interface Trace {
  /** One unnormalised score a class. */
  readonly logits: Float32Array;
  /** Of every convolution, in the order of the layers. */
  readonly features: readonly FeatureMaps[];
}

/** @param input As an engine takes it: HWC, row-major, 0 = paper, 1 = full ink. */
export type Tracer = (input: Float32Array) => Trace;

/**
 * A forward pass to look into, with the readable kernels. Feature maps are shown before pooling,
 * with relu done where it follows later: cut off at zero, the largest value of a window is among
 * those shown.
 *
 * @throws {NetworkError} for a layer that has to be folded first, or a tensor that is missing
 */
export function createTracer(weights: NetworkWeights): Tracer {
  const engine = createReferenceEngine(weights);
  const convolutions = stagesOf(weights.network)
    .filter((stage) => stage.kind === "conv2d");
  const places = convolutions.map(({ layer }) =>
    weights.network.layers.indexOf(layer)
  );
  return (input) => {
    const logits = new Float32Array(engine.outputLength);
    engine.forward(input, logits);
    const features = convolutions.map((stage, i) => {
      const values = engine.activations[places[i]!]!.slice();
      if (stage.relu) relu(values, values);
      return { name: stage.layer.name, shape: stage.convolved, values };
    });
    return { logits, features };
  };
}

/** The largest value of each channel, 0 where none is above. */
export function channelPeaks({ shape, values }: FeatureMaps): number[] {
  const peaks = Array.from({ length: shape.channels }, () => 0);
  for (let i = 0; i < values.length; i++) {
    const channel = i % shape.channels;
    peaks[channel] = Math.max(peaks[channel]!, values[i]!);
  }
  return peaks;
}
