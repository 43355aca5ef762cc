import { type Layout, view } from "./layout.ts";
import { Random } from "./random.ts";

/** A stream that no image draws from. */
const STREAM = -1;

/**
 * First values of the parameters: kernels uniform within 1 / sqrt(fan-in), scales 1, everything
 * else 0 (LeCun et al. 1998, "Efficient BackProp").
 */
export function initialParameters(layout: Layout, seed: number): Float32Array {
  const random = new Random(seed, STREAM);
  const parameters = new Float32Array(layout.parameterCount);
  for (const slot of layout.parameters) {
    const values = view(parameters, slot);
    if (slot.name.endsWith(".scale")) values.fill(1);
    if (!slot.name.endsWith(".kernel")) continue;
    const bound = 1 / Math.sqrt(slot.length / slot.shape.at(-1)!);
    for (let i = 0; i < values.length; i++) {
      values[i] = random.signed() * bound;
    }
  }
  return parameters;
}

/** Statistics before any batch was seen: mean 0, variance 1. */
export function initialStatistics(layout: Layout): Float32Array {
  const statistics = new Float32Array(layout.statisticCount);
  for (const slot of layout.statistics) {
    if (slot.name.endsWith(".variance")) view(statistics, slot).fill(1);
  }
  return statistics;
}
