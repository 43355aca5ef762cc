import type { Shape } from "../network.ts";

export const FLOAT_BYTES = 4;
/** Floats in a vector. */
export const LANES = 4;
/** A cache line: no two arrays share one, and every vector load is aligned. */
const ALIGNMENT = 64;

/** Channels as they lie in memory: filled up to whole vectors. */
export function lanesFor(channels: number): number {
  return Math.ceil(channels / LANES) * LANES;
}

/** An activation in linear memory, all sizes in bytes. */
export interface Place {
  /** Of the first channel of the first pixel. */
  readonly address: number;
  readonly pixelBytes: number;
  readonly rowBytes: number;
  /** In pixels, what is around it not counted; channels as in the layer table. */
  readonly shape: Shape;
}

/** Values that stand in memory from the start on. */
export interface Constant {
  readonly address: number;
  readonly values: Float32Array;
}

/** Lays out linear memory, once, and remembers what has to be written there at the start. */
export class MemoryPlan {
  /** Address 0 stays free, so that no array has it. */
  #top = ALIGNMENT;
  readonly #constants: Constant[] = [];

  /** What has to be written at the start. */
  get constants(): readonly Constant[] {
    return this.#constants;
  }

  get bytes(): number {
    return this.#top;
  }

  /** @returns the address of that many bytes, zero at the start */
  reserve(bytes: number): number {
    const address = this.#top;
    this.#top += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    return address;
  }

  /** Reserves room for packed weights and writes them there at the start. */
  constant(values: Float32Array): number {
    const address = this.reserve(values.byteLength);
    this.#constants.push({ address, values });
    return address;
  }
}
