import type { FunctionBuilder, MultiplyAdd } from "./assembler.ts";
import type { MemoryPlan } from "./memory.ts";

/** What every emitter works with. */
export interface Emitter {
  readonly memory: MemoryPlan;
  readonly madd: MultiplyAdd;
  readonly tensors: ReadonlyMap<string, Float32Array>;
}

/** One function of the module: a layer, or a part of one. */
export interface Pass {
  readonly function: FunctionBuilder;
  /** What it does, for whoever reads the code it is made of. */
  readonly comment: string;
  /** Multiply-adds it executes. */
  readonly multiplyAdds: number;
}

/** A layer that the emitters have no code for; another engine has to run the network. */
export class UnsupportedLayerError extends Error {
  override name = "UnsupportedLayerError";
}
