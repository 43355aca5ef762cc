import { checkLengths } from "../check_lengths.ts";
import type { Engine } from "../engine.ts";
import { elements, type Shape } from "../network.ts";
import { type Plan, planOf } from "./plan.ts";
import type { NetworkWeights } from "./reference.ts";
import { stagesOf } from "./stages.ts";
import { copyRows, type View } from "./view.ts";

/**
 * The fast engine in plain TypeScript. Layers are fused into stages, each stage writes into the
 * padded input of the next, and everything is planned and packed here: a call only runs kernels.
 *
 * @throws {NetworkError} for a layer that has to be folded first, or a tensor that is missing
 */
export function createLoopsEngine(
  { network, tensors }: NetworkWeights,
): Engine {
  const stages = stagesOf(network);
  const plans = stages.map(planOf);
  const inputs = plans.map(({ padded }) => new Float32Array(elements(padded)));
  const result = stages.at(-1)?.output ?? network.input;
  const outputs = new Float32Array(elements(result));
  const scratch = {
    inputs: new Float32Array(longest(plans, "inputs")),
    products: new Float32Array(longest(plans, "products")),
  };
  // places[i] is where stage i finds its input; the last is the logits.
  const places = plans.map((plan, i) =>
    placeOf(plan, inputs[i]!, stages[i]!.input)
  )
    .concat(unpadded(outputs, result));
  const steps = plans.map((plan, i) => {
    const next = plans[i + 1];
    const out = next && isPadded(next, stages[i + 1]!.input)
      ? places[i + 1]!
      : unpadded(places[i + 1]!.data, stages[i]!.output);
    return plan.bind(out, inputs[i]!, tensors, scratch);
  });
  const inputLength = elements(network.input);
  return {
    name: "loops",
    inputLength,
    outputLength: outputs.length,
    forward(input, logits) {
      checkLengths(input, inputLength, logits, outputs.length);
      copyRows(places[0]!, input, network.input);
      for (let i = 0; i < steps.length; i++) steps[i]!();
      logits.set(outputs);
    },
  };
}

function placeOf(plan: Plan, data: Float32Array, input: Shape): View {
  if (!isPadded(plan, input)) return unpadded(data, input);
  const { padded, padTop, padLeft } = plan;
  return {
    data,
    offset: (padTop * padded.width + padLeft) * padded.channels,
    rowStride: padded.width * padded.channels,
  };
}

function isPadded({ padded }: Plan, input: Shape): boolean {
  return padded.height !== input.height || padded.width !== input.width;
}

/** A whole array as an activation of this shape; also of a flattened one. */
function unpadded(data: Float32Array, shape: Shape): View {
  return { data, offset: 0, rowStride: shape.width * shape.channels };
}

function longest(plans: readonly Plan[], array: keyof Plan["scratch"]): number {
  return Math.max(0, ...plans.map(({ scratch }) => scratch[array]));
}
