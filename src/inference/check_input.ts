/** @throws {RangeError} naming both lengths */
export function checkLengths(
  input: Float32Array,
  inputLength: number,
  logits: Float32Array,
  outputLength: number,
): void {
  if (input.length !== inputLength) {
    throw new RangeError(
      `Cannot run the network: expected ${inputLength} inputs, found ${input.length}`,
    );
  }
  if (logits.length !== outputLength) {
    throw new RangeError(
      `Cannot run the network: expected room for ${outputLength} logits, found ${logits.length}`,
    );
  }
}

/**
 * Whether every value is a number. One that is not spoils some logits and, by way of comparisons,
 * not others, in each engine differently: all engines answer NaN for all classes instead.
 */
export function isFiniteInput(input: Float32Array): boolean {
  let sum = 0;
  // 0 times a number is 0; times NaN or an infinity it is NaN, which stays.
  for (let i = 0; i < input.length; i++) sum += 0 * input[i]!;
  return sum === 0;
}
