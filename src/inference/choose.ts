import type { Engine, EngineName } from "./engine.ts";
import { createLoopsEngine } from "./loops/engine.ts";
import type { NetworkWeights } from "./loops/reference.ts";

/** What an operator may ask for; `auto` takes the fastest engine that works here. */
export type EngineChoice = "auto" | EngineName;

/** An engine was asked for that cannot run. */
export class EngineError extends Error {
  override name = "EngineError";
}

/** @throws {EngineError} */
export function createEngine(
  weights: NetworkWeights,
  choice: EngineChoice,
): Engine {
  if (choice === "simd") {
    throw new EngineError(
      "the simd engine is not available in this version; expected auto or loops",
    );
  }
  return createLoopsEngine(weights);
}
