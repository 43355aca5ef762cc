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

/** What an engine answers to the inputs of the self-check: the logits of each. */
export function answersOf(engine: Engine): Float32Array[] {
  const input = new Float32Array(engine.inputLength);
  return PATTERNS.map((pattern) => {
    for (let i = 0; i < input.length; i++) input[i] = pattern(i, input.length);
    const logits = new Float32Array(engine.outputLength);
    engine.forward(input, logits);
    return logits;
  });
}

/**
 * Whether an engine answers what is expected.
 *
 * @param expected As `answersOf` gives it.
 * @returns null when it does, else in words where it does not
 */
export function disagreement(
  engine: Engine,
  expected: readonly ArrayLike<number>[],
): string | null {
  for (const [number, found] of answersOf(engine).entries()) {
    for (const [k, logit] of found.entries()) {
      const right = expected[number]?.[k] ?? NaN;
      const allowed = LOGIT_TOLERANCE * Math.max(1, Math.abs(right));
      if (!(Math.abs(logit - right) <= allowed)) {
        return `logit ${k} of pattern ${number}: expected ${right}, found ${logit}`;
      }
    }
  }
  return null;
}
