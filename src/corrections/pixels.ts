/**
 * What the network saw, as it is stored: MNIST's own 256 steps.
 *
 * @param normalized In [0, 1], 1 = full ink.
 * @returns 0 = paper, 255 = full ink.
 */
export function toPixels(normalized: Float32Array): Uint8Array {
  return Uint8Array.from(normalized, (value) => Math.round(255 * value));
}
