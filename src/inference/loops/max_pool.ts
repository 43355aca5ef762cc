/** Sizes of a pooling; activations HWC, row-major. */
export interface PoolDims {
  readonly width: number;
  readonly channels: number;
  /** Side of the square window. */
  readonly size: number;
  readonly stride: number;
  readonly outHeight: number;
  readonly outWidth: number;
}

/** The largest value of each window, channel by channel. */
export function maxPool(
  out: Float32Array,
  input: Float32Array,
  dims: PoolDims,
): void {
  const { width, channels, size, stride, outHeight, outWidth } = dims;
  for (let y = 0; y < outHeight; y++) {
    for (let x = 0; x < outWidth; x++) {
      for (let c = 0; c < channels; c++) {
        let largest = -Infinity;
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            const pixel = (y * stride + i) * width + x * stride + j;
            largest = Math.max(largest, input[pixel * channels + c]!);
          }
        }
        out[(y * outWidth + x) * channels + c] = largest;
      }
    }
  }
}
