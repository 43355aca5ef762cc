import type { Engine } from "./engine.ts";

/** How far two engines may be apart on a logit, as a share of its size or, below 1, absolutely. */
export const LOGIT_TOLERANCE = 1e-4;

/** Inputs that reach every part of an engine: nothing, everything, edges, gradients, noise. */
const PATTERNS: readonly ((index: number, length: number) => number)[] = [
  () => 0,
  () => 1,
  (index) => index % 2,
  (index, length) => index / length,
  (index) => Math.floor(index / 28) % 9 < 3 ? 1 : 0,
  // Weyl's sequence of the golden ratio: even noise without a generator.
  (index) => index * 0.618033988749895 % 1,
];

/**
 * Whether an engine computes what another one does on a handful of fixed inputs.
 *
 * @returns null when it does, else in words where it does not
 */
export function disagreement(engine: Engine, oracle: Engine): string | null {
  const input = new Float32Array(oracle.inputLength);
  const found = new Float32Array(oracle.outputLength);
  const expected = new Float32Array(oracle.outputLength);
  for (const [number, pattern] of PATTERNS.entries()) {
    for (let i = 0; i < input.length; i++) input[i] = pattern(i, input.length);
    engine.forward(input, found);
    oracle.forward(input, expected);
    for (let k = 0; k < found.length; k++) {
      const allowed = LOGIT_TOLERANCE * Math.max(1, Math.abs(expected[k]!));
      if (!(Math.abs(found[k]! - expected[k]!) <= allowed)) {
        return `logit ${k} of pattern ${number}: expected ${
          expected[k]
        }, found ${found[k]}`;
      }
    }
  }
  return null;
}
