/** Sizes of a dense layer; the kernel is [inputs, units], row-major. */
export interface DenseDims {
  readonly inputs: number;
  readonly units: number;
}

/**
 * out[u] = bias[u] + sum over i of input[i] kernel[i, u]. Goes row by row through the kernel, as it
 * lies in memory, and skips the rows of zero inputs: after relu they are the majority.
 */
export function dense(
  out: Float32Array,
  input: Float32Array,
  kernel: Float32Array,
  bias: Float32Array,
  { inputs, units }: DenseDims,
): void {
  out.set(bias);
  for (let i = 0; i < inputs; i++) {
    const value = input[i]!;
    if (value === 0) continue;
    const row = i * units;
    for (let u = 0; u < units; u++) out[u]! += value * kernel[row + u]!;
  }
}
