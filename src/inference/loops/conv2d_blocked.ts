/**
 * Direct convolution of any size and stride, with pooling and relu in the same pass. Four output
 * channels stay in registers while the window is walked, so that each input value is loaded once
 * for four multiply-adds; zero inputs, the majority in a picture of ink, are skipped.
 */

/** Output channels computed at once. */
export const BLOCK = 4;

/** Sizes and strides of a blocked convolution, in values, not bytes. */
export interface BlockedDims {
  readonly channels: number;
  readonly size: number;
  readonly stride: number;
  readonly filters: number;
  /** The padded input. */
  readonly inRowStride: number;
  /** Side of the pooling window; 1 where nothing is pooled. */
  readonly poolSize: number;
  readonly poolStride: number;
  readonly relu: boolean;
  /** Of the output, after pooling. */
  readonly outHeight: number;
  readonly outWidth: number;
  readonly outOffset: number;
  readonly outRowStride: number;
}

/**
 * @param out see `View`
 * @param input padded, first value of the padding first
 * @param kernel from `packKernel`
 * @param bias filters, filled up with zeros to a multiple of 4
 */
export function conv2dBlocked(
  out: Float32Array,
  input: Float32Array,
  kernel: Float32Array,
  bias: Float32Array,
  dims: BlockedDims,
): void {
  const {
    channels,
    size,
    stride,
    filters,
    inRowStride,
    poolSize,
    poolStride,
    relu,
  } = dims;
  const { outHeight, outWidth, outOffset, outRowStride } = dims;
  const blockLength = size * size * channels * BLOCK;
  const run = size * channels;
  for (let y = 0; y < outHeight; y++) {
    for (let x = 0; x < outWidth; x++) {
      const to = outOffset + y * outRowStride + x * filters;
      for (let block = 0; block < filters; block += BLOCK) {
        let m0 = -Infinity, m1 = -Infinity, m2 = -Infinity, m3 = -Infinity;
        for (let p = 0; p < poolSize * poolSize; p++) {
          const row = (y * poolStride + ((p / poolSize) | 0)) * stride;
          const column = (x * poolStride + p % poolSize) * stride;
          let s0 = 0, s1 = 0, s2 = 0, s3 = 0;
          let w = (block / BLOCK) * blockLength;
          for (let i = 0; i < size; i++) {
            const start = (row + i) * inRowStride + column * channels;
            for (let v = start; v < start + run; v++, w += BLOCK) {
              const value = input[v]!;
              if (value === 0) continue;
              s0 += value * kernel[w]!;
              s1 += value * kernel[w + 1]!;
              s2 += value * kernel[w + 2]!;
              s3 += value * kernel[w + 3]!;
            }
          }
          m0 = Math.max(m0, s0);
          m1 = Math.max(m1, s1);
          m2 = Math.max(m2, s2);
          m3 = Math.max(m3, s3);
        }
        m0 += bias[block]!;
        m1 += bias[block + 1]!;
        m2 += bias[block + 2]!;
        m3 += bias[block + 3]!;
        if (relu) {
          m0 = m0 < 0 ? 0 : m0;
          m1 = m1 < 0 ? 0 : m1;
          m2 = m2 < 0 ? 0 : m2;
          m3 = m3 < 0 ? 0 : m3;
        }
        const at = to + block;
        out[at] = m0;
        if (block + 1 < filters) out[at + 1] = m1;
        if (block + 2 < filters) out[at + 2] = m2;
        if (block + 3 < filters) out[at + 3] = m3;
      }
    }
  }
}

/**
 * HWIO -> [block][H][W][I][4 of O], so that the kernel is read in the order it lies in memory; the
 * last block is filled up with zeros.
 */
export function packKernel(
  kernel: Float32Array,
  taps: number,
  channels: number,
  filters: number,
): Float32Array {
  const blocks = Math.ceil(filters / BLOCK);
  const packed = new Float32Array(blocks * taps * channels * BLOCK);
  for (let i = 0; i < taps * channels; i++) {
    for (let k = 0; k < filters; k++) {
      const block = Math.floor(k / BLOCK);
      packed[(block * taps * channels + i) * BLOCK + k % BLOCK] =
        kernel[i * filters + k]!;
    }
  }
  return packed;
}

/** Fills up a bias with zeros to whole blocks. */
export function packBias(bias: Float32Array): Float32Array {
  const packed = new Float32Array(Math.ceil(bias.length / BLOCK) * BLOCK);
  packed.set(bias);
  return packed;
}
