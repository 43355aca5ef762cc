import type { Conv2d } from "../network.ts";
import { tensor } from "../network_weights.ts";
import type { Emitter } from "./pass.ts";

/** Filled up with zeros to whole vectors. */
export function packBias(
  { tensors }: Pick<Emitter, "tensors">,
  layer: Conv2d,
  filters: number,
): Float32Array {
  const packed = new Float32Array(filters);
  if (layer.bias) packed.set(tensor(tensors, `${layer.name}.bias`));
  return packed;
}
