/**
 * Probabilities from logits, shifted by the largest so that no exponential overflows.
 * `probabilities` may be `logits` itself.
 *
 * @throws {RangeError} when the lengths differ
 */
export function softmax(
  probabilities: Float32Array | Float64Array,
  logits: ArrayLike<number>,
  temperature = 1,
): void {
  if (probabilities.length !== logits.length) {
    throw new RangeError(
      `Cannot compute softmax: ${logits.length} logits, room for ${probabilities.length} probabilities`,
    );
  }
  let largest = -Infinity;
  for (let i = 0; i < logits.length; i++) {
    largest = Math.max(largest, logits[i]!);
  }
  let sum = 0;
  for (let i = 0; i < logits.length; i++) {
    const exponential = Math.exp((logits[i]! - largest) / temperature);
    probabilities[i] = exponential;
    sum += exponential;
  }
  for (let i = 0; i < probabilities.length; i++) probabilities[i]! /= sum;
}
