import { checkLengths, isFiniteInput } from "../check_input.ts";
import type { Engine } from "../engine.ts";
import { elements, type Shape } from "../network.ts";
import { type Plan, planOf } from "./plan.ts";
import type { NetworkWeights } from "../network_weights.ts";
import { stagesOf } from "../stages.ts";
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
  // views[i] is where the input of stage i is written, as its writer sees it; the last is the logits.
  const written = [network.input, ...stages.map(({ output }) => output)];
  const views = plans.map((plan, i) =>
    viewOf(plan, inputs[i]!, stages[i]!.input, written[i]!)
  ).concat({ data: outputs, offset: 0, rowStride: rowLength(result) });
  const steps = plans.map((plan, i) =>
    plan.bind(views[i + 1]!, inputs[i]!, tensors, scratch)
  );
  const inputLength = elements(network.input);
  return {
    name: "loops",
    inputLength,
    outputLength: outputs.length,
    forward(input, logits) {
      checkLengths(input, inputLength, logits, outputs.length);
      if (!isFiniteInput(input)) return void logits.fill(NaN);
      copyRows(views[0]!, input, network.input);
      for (let i = 0; i < steps.length; i++) steps[i]!();
      logits.set(outputs);
    },
  };
}

/** What was flattened on the way lies row after row in the one pixel that it has become. */
function viewOf(
  { padded, padTop, padLeft }: Plan,
  data: Float32Array,
  read: Shape,
  written: Shape,
): View {
  const flattened = read.height !== written.height ||
    read.width !== written.width;
  return {
    data,
    offset: (padTop * padded.width + padLeft) * padded.channels,
    rowStride: rowLength(flattened ? written : padded),
  };
}

function rowLength({ width, channels }: Shape): number {
  return width * channels;
}

function longest(plans: readonly Plan[], array: keyof Plan["scratch"]): number {
  return Math.max(0, ...plans.map(({ scratch }) => scratch[array]));
}
