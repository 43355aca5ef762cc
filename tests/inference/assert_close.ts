import assert from "node:assert/strict";

/** Largest absolute value; NaN where there is one. */
export function magnitude(values: Iterable<number>): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}

/**
 * Fails unless the arrays have one length and no value is further off than `tolerance` times
 * `scale`, by default the largest value expected.
 */
export function assertClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  what: string,
  scale = magnitude(Array.from(expected)),
): void {
  assert.equal(actual.length, expected.length, `${what}: length`);
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i]! - expected[i]!);
    assert.ok(
      difference <= tolerance * scale,
      `${what}: expected ${expected[i]} at ${i}, found ${actual[i]}: ` +
        `off by ${difference}, allowed ${tolerance * scale}`,
    );
  }
}
