/** Sizes of a convolution; activations HWC, kernel HWIO, all row-major. */
export interface ConvDims {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Side of the square kernel. */
  readonly size: number;
  readonly stride: number;
  /** Zeros before the first row and column. */
  readonly padTop: number;
  readonly padLeft: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly filters: number;
}

/**
 * Convolution as its definition reads; the oracle of every faster one.
 *
 *   out[y, x, k] = bias[k] + sum over i, j, c of
 *                  input[y s + i - top, x s + j - left, c] kernel[i, j, c, k]
 *
 * where the input is 0 outside its edges.
 */
export function conv2d(
  out: Float32Array,
  input: Float32Array,
  kernel: Float32Array,
  bias: Float32Array,
  dims: ConvDims,
): void {
  const { height, width, channels, size, stride, padTop, padLeft } = dims;
  const { outHeight, outWidth, filters } = dims;
  for (let y = 0; y < outHeight; y++) {
    for (let x = 0; x < outWidth; x++) {
      for (let k = 0; k < filters; k++) {
        let sum = bias[k]!;
        for (let i = 0; i < size; i++) {
          const row = y * stride + i - padTop;
          if (row < 0 || row >= height) continue;
          for (let j = 0; j < size; j++) {
            const column = x * stride + j - padLeft;
            if (column < 0 || column >= width) continue;
            for (let c = 0; c < channels; c++) {
              sum += input[(row * width + column) * channels + c]! *
                kernel[((i * size + j) * channels + c) * filters + k]!;
            }
          }
        }
        out[(y * outWidth + x) * filters + k] = sum;
      }
    }
  }
}
