import {
  type Network,
  place,
  type TensorSpec,
  volume,
} from "../src/inference/network.ts";

/** Where each tensor lies in one flat array of all of them. */
export interface Slot extends TensorSpec {
  readonly offset: number;
  readonly length: number;
}

/**
 * The flat arrays that training works on: all parameters in one, the batch statistics of every
 * normalisation (mean, then variance) in another. One array is one loop for the optimiser and one
 * copy between workers.
 */
export interface Layout {
  readonly parameters: readonly Slot[];
  readonly parameterCount: number;
  /** `norm1.mean`, `norm1.variance`, ... */
  readonly statistics: readonly Slot[];
  readonly statisticCount: number;
}

export function layoutOf(network: Network): Layout {
  const placed = place(network);
  const parameters = pack(placed.flatMap(({ tensors }) => tensors));
  const statistics = pack(
    placed.flatMap(({ layer, input }) =>
      layer.kind !== "batch_norm" ? [] : [
        { name: `${layer.name}.mean`, shape: [input.channels] },
        { name: `${layer.name}.variance`, shape: [input.channels] },
      ]
    ),
  );
  return {
    parameters,
    parameterCount: total(parameters),
    statistics,
    statisticCount: total(statistics),
  };
}

/** The part of `array` that `slot` describes; shares its memory. */
export function view(array: Float32Array, slot: Slot): Float32Array {
  return array.subarray(slot.offset, slot.offset + slot.length);
}

export function slotNamed(slots: readonly Slot[], name: string): Slot {
  const slot = slots.find((candidate) => candidate.name === name);
  if (!slot) throw new RangeError(`Cannot find tensor ${name} in the layout`);
  return slot;
}

function pack(specs: readonly TensorSpec[]): Slot[] {
  let offset = 0;
  return specs.map((spec) => {
    const slot = { ...spec, offset, length: volume(spec.shape) };
    offset += slot.length;
    return slot;
  });
}

function total(slots: readonly Slot[]): number {
  return slots.reduce((sum, { length }) => sum + length, 0);
}
