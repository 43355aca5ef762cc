import type { Engine, EngineName } from "./engine.ts";
import { createLoopsEngine } from "./loops/engine.ts";
import type { NetworkWeights } from "./network_weights.ts";
import { answersOf, disagreement } from "./self_check.ts";
import {
  createSimdEngine,
  type SimdEngine,
  type SimdProgram,
  startSimdProgram,
} from "./simd/engine.ts";

/** What an operator may ask for; `auto` takes the fastest engine that works here. */
export type EngineChoice = "auto" | EngineName;

/** The engine that runs, and in words why it does. */
export interface ChosenEngine {
  readonly engine: Engine;
  readonly reason: string;
  /** What `simd` runs, which `resumeEngine` takes; null for `loops`. */
  readonly program: SimdProgram | null;
}

/** An engine was asked for that cannot run. */
export class EngineError extends Error {
  override name = "EngineError";
}

/**
 * Makes the engine that was asked for. `simd` runs only where WebAssembly has SIMD, the emitters know
 * every layer, and it answers a self-check as `loops` does; `auto` falls back to `loops` otherwise.
 *
 * @throws {EngineError} when `simd` was asked for by name and cannot run
 */
export function chooseEngine(
  weights: NetworkWeights,
  choice: EngineChoice,
): ChosenEngine {
  const loops = (reason: string) => ({
    engine: createLoopsEngine(weights),
    reason,
    program: null,
  });
  if (choice === "loops") return loops("asked for");
  const simd = trySimd(weights);
  if (typeof simd !== "string") {
    const { program } = simd;
    return { engine: simd, reason: "agrees with loops", program };
  }
  if (choice === "simd") {
    throw new EngineError(`the simd engine cannot run here: ${simd}`);
  }
  return loops(`simd cannot run here: ${simd}`);
}

/** The engine that was chosen, once more: for another thread of this process. */
export function resumeEngine(
  weights: NetworkWeights,
  program: SimdProgram | null,
): Engine {
  return program ? startSimdProgram(program) : createLoopsEngine(weights);
}

/** The engine, or why it cannot run. */
function trySimd(weights: NetworkWeights): SimdEngine | string {
  try {
    const engine = createSimdEngine(weights);
    // Making `loops` takes longer than all the rest.
    const expected = weights.answers ?? answersOf(createLoopsEngine(weights));
    return disagreement(engine, expected) ?? engine;
  } catch (error) {
    // Whatever fails while code is made must not stop a server that can do without it.
    return error instanceof Error ? error.message : String(error);
  }
}
