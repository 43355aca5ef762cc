import {
  type Conv2d,
  type Dense,
  type MaxPool,
  type Network,
  NetworkError,
  place,
  type PlacedLayer,
  type Shape,
} from "./network.ts";

/** What the engine runs in one pass: a layer with the layers it can do on the way. */
export type Stage =
  & (
    | {
      readonly kind: "conv2d";
      readonly layer: Conv2d;
      readonly pool: MaxPool | null;
      readonly relu: boolean;
      /** Of the convolution, before pooling. */
      readonly convolved: Shape;
    }
    | {
      readonly kind: "dense";
      readonly layer: Dense;
      readonly relu: boolean;
    }
    | { readonly kind: "max_pool"; readonly layer: MaxPool }
    | { readonly kind: "relu" }
  )
  & { readonly input: Shape; readonly output: Shape };

/**
 * Fuses relu and pooling into the convolution before them, in either order, since the largest of
 * values cut off at zero is the largest value cut off at zero. Flattening moves nothing.
 *
 * @throws {NetworkError} for a layer that has to be folded first
 */
export function stagesOf(network: Network): Stage[] {
  const stages: Stage[] = [];
  for (const placed of place(network)) {
    const last = stages.at(-1);
    const fused = last && fuse(last, placed);
    if (fused) {
      stages[stages.length - 1] = fused;
    } else if (placed.layer.kind !== "flatten") {
      stages.push(stageOf(placed));
    }
  }
  return stages;
}

function fuse(
  stage: Stage,
  { layer, input, output }: PlacedLayer,
): Stage | null {
  if (stage.kind === "conv2d") {
    if (layer.kind === "relu") return { ...stage, relu: true };
    const flattened = input.channels !== stage.output.channels;
    if (layer.kind === "max_pool" && stage.pool === null && !flattened) {
      return { ...stage, pool: layer, output };
    }
  }
  if (stage.kind === "dense" && layer.kind === "relu") {
    return { ...stage, relu: true };
  }
  return null;
}

function stageOf({ layer, input, output }: PlacedLayer): Stage {
  switch (layer.kind) {
    case "conv2d":
      return {
        kind: "conv2d",
        layer,
        pool: null,
        relu: false,
        convolved: output,
        input,
        output,
      };
    case "dense":
      return { kind: "dense", layer, relu: false, input, output };
    case "max_pool":
      return { kind: "max_pool", layer, input, output };
    case "relu":
      return { kind: "relu", input, output };
    default:
      throw new NetworkError(
        `${layer.kind}: batch normalisation must be folded before it is run`,
      );
  }
}
