/** max(0, x); NaN stays NaN, so that a broken input is not taken for a quiet one. */
export function relu(out: Float32Array, input: Float32Array): void {
  for (let i = 0; i < out.length; i++) out[i] = input[i]! < 0 ? 0 : input[i]!;
}
