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
