/**
 * 3x3 convolution with stride 1 by Winograd's minimal filtering F(2x2, 3x3) (Lavin and Gray 2016,
 * "Fast Algorithms for Convolutional Neural Networks"): each 2x2 tile of the output takes 16
 * multiplications a channel instead of 36.
 *
 *   V = B^T d B   for each 4x4 tile d of the input      additions only
 *   U = G g G^T   for each 3x3 kernel g                 once, when the engine is made
 *   M = U V       16 matrix products, tiles x channels by channels x filters
 *   Y = A^T M A   2x2 outputs a tile                    additions only
 *
 *         1  0 -1  0          1   0   0
 *   B^T = 0  1  1  0     G = .5  .5  .5     A^T = 1  1  1  0
 *         0 -1  1  0         .5 -.5  .5           0  1 -1 -1
 *         0  1  0 -1          0   0   1
 *
 * A tile is exactly one window of 2x2 pooling, so the pooled output is the largest of Y, and the
 * tiles of an odd last row, which pooling drops, are never computed. The matrix product keeps 4
 * tiles x 2 filters in registers: more would spill, fewer would load more than they multiply.
 * Elements are added in another order than in the direct convolution: the difference stays below
 * 1e-6 of the largest value.
 */

/** Frequencies of a 4x4 tile. */
export const FREQUENCIES = 16;
/** Filters computed at once by the matrix product. */
const FILTER_BLOCK = 2;
/** Tiles computed at once by the matrix product. */
const TILE_BLOCK = 4;

/** Sizes and strides in values, not bytes. */
export interface WinogradDims {
  readonly channels: number;
  /** Even. */
  readonly filters: number;
  readonly tileRows: number;
  readonly tileColumns: number;
  /** The padded input; holds at least 2 (tileRows + 1) rows. */
  readonly inRowStride: number;
  readonly relu: boolean;
  /** Whether each tile is pooled to its largest value. */
  readonly pool: boolean;
  /** Of the output, after pooling. */
  readonly outHeight: number;
  readonly outWidth: number;
  readonly outOffset: number;
  readonly outRowStride: number;
}

/** What the transforms and the product hand on; planned once, shared by all layers. */
export interface WinogradScratch {
  /** 16 x tiles x channels. */
  readonly inputs: Float32Array;
  /** 16 x tiles x filters. */
  readonly products: Float32Array;
}

/** Lengths of the scratch arrays that a layer needs. */
export function winogradScratch(
  dims: WinogradDims,
): { inputs: number; products: number } {
  const tiles = dims.tileRows * dims.tileColumns;
  return {
    inputs: FREQUENCIES * tiles * dims.channels,
    products: FREQUENCIES * tiles * dims.filters,
  };
}

/**
 * @param out see `View`
 * @param input padded, first value of the padding first
 * @param kernel from `transformKernel`
 */
export function conv2dWinograd(
  out: Float32Array,
  input: Float32Array,
  kernel: Float32Array,
  bias: Float32Array,
  scratch: WinogradScratch,
  dims: WinogradDims,
): void {
  transformInput(scratch.inputs, input, dims);
  multiply(scratch.products, scratch.inputs, kernel, dims);
  transformOutput(out, scratch.products, bias, dims);
}

/** V = B^T d B for every tile and channel. */
function transformInput(
  v: Float32Array,
  input: Float32Array,
  dims: WinogradDims,
): void {
  const { channels, tileRows, tileColumns, inRowStride } = dims;
  const plane = tileRows * tileColumns * channels;
  let to = 0;
  for (let tileY = 0; tileY < tileRows; tileY++) {
    for (let tileX = 0; tileX < tileColumns; tileX++) {
      const corner = 2 * tileY * inRowStride + 2 * tileX * channels;
      for (let c = 0; c < channels; c++, to++) {
        let from = corner + c;
        for (let column = 0; column < 4; column++, from += channels) {
          const d0 = input[from]!;
          const d1 = input[from + inRowStride]!;
          const d2 = input[from + 2 * inRowStride]!;
          const d3 = input[from + 3 * inRowStride]!;
          const at = column * 4;
          columns[at] = d0 - d2;
          columns[at + 1] = d1 + d2;
          columns[at + 2] = d2 - d1;
          columns[at + 3] = d1 - d3;
        }
        for (let row = 0; row < 4; row++) {
          const e0 = columns[row]!;
          const e1 = columns[row + 4]!;
          const e2 = columns[row + 8]!;
          const e3 = columns[row + 12]!;
          const at = to + row * 4 * plane;
          v[at] = e0 - e2;
          v[at + plane] = e1 + e2;
          v[at + 2 * plane] = e2 - e1;
          v[at + 3 * plane] = e1 - e3;
        }
      }
    }
  }
}

/** One tile between the passes over its columns and over its rows. */
const columns = new Float64Array(FREQUENCIES);

/** M = V U for each frequency: [tiles, channels] x [channels, filters]. */
function multiply(
  m: Float32Array,
  v: Float32Array,
  u: Float32Array,
  { channels, filters, tileRows, tileColumns }: WinogradDims,
): void {
  const tiles = tileRows * tileColumns;
  const whole = tiles - tiles % TILE_BLOCK;
  for (let f = 0; f < FREQUENCIES; f++) {
    for (let k = 0; k < filters; k += FILTER_BLOCK) {
      const kernel = (f * filters + k) * channels;
      let tile = f * tiles;
      for (; tile < f * tiles + whole; tile += TILE_BLOCK) {
        multiplyFour(m, v, u, tile, kernel, k, channels, filters);
      }
      for (; tile < (f + 1) * tiles; tile++) {
        multiplyOne(m, v, u, tile, kernel, k, channels, filters);
      }
    }
  }
}

function multiplyFour(
  m: Float32Array,
  v: Float32Array,
  u: Float32Array,
  tile: number,
  kernel: number,
  k: number,
  channels: number,
  filters: number,
): void {
  let a0 = 0, a1 = 0, b0 = 0, b1 = 0, c0 = 0, c1 = 0, d0 = 0, d1 = 0;
  let i0 = tile * channels;
  let i1 = i0 + channels, i2 = i1 + channels, i3 = i2 + channels;
  const end = i1;
  for (let w = kernel; i0 < end; i0++, i1++, i2++, i3++, w += FILTER_BLOCK) {
    const w0 = u[w]!;
    const w1 = u[w + 1]!;
    const va = v[i0]!;
    a0 += va * w0, a1 += va * w1;
    const vb = v[i1]!;
    b0 += vb * w0, b1 += vb * w1;
    const vc = v[i2]!;
    c0 += vc * w0, c1 += vc * w1;
    const vd = v[i3]!;
    d0 += vd * w0, d1 += vd * w1;
  }
  const to = tile * filters + k;
  m[to] = a0, m[to + 1] = a1;
  m[to + filters] = b0, m[to + filters + 1] = b1;
  m[to + 2 * filters] = c0, m[to + 2 * filters + 1] = c1;
  m[to + 3 * filters] = d0, m[to + 3 * filters + 1] = d1;
}

function multiplyOne(
  m: Float32Array,
  v: Float32Array,
  u: Float32Array,
  tile: number,
  kernel: number,
  k: number,
  channels: number,
  filters: number,
): void {
  let a0 = 0, a1 = 0;
  const from = tile * channels;
  for (let c = 0, w = kernel; c < channels; c++, w += FILTER_BLOCK) {
    const value = v[from + c]!;
    a0 += value * u[w]!, a1 += value * u[w + 1]!;
  }
  const to = tile * filters + k;
  m[to] = a0, m[to + 1] = a1;
}

/** Y = A^T M A with bias, pooling and relu. */
function transformOutput(
  out: Float32Array,
  m: Float32Array,
  bias: Float32Array,
  dims: WinogradDims,
): void {
  const { filters, tileRows, tileColumns, relu, pool } = dims;
  const { outHeight, outWidth, outOffset, outRowStride } = dims;
  const plane = tileRows * tileColumns * filters;
  const floor = relu ? 0 : -Infinity;
  let from = 0;
  for (let tileY = 0; tileY < tileRows; tileY++) {
    for (let tileX = 0; tileX < tileColumns; tileX++) {
      const step = pool ? 1 : 2;
      const corner = outOffset +
        step * (tileY * outRowStride + tileX * filters);
      const hasRight = pool || 2 * tileX + 1 < outWidth;
      const hasBelow = pool || 2 * tileY + 1 < outHeight;
      for (let k = 0; k < filters; k++, from++) {
        const b = bias[k]!;
        let top0 = 0, top1 = 0, low0 = 0, low1 = 0;
        for (let row = 0, at = from; row < 4; row++, at += 4 * plane) {
          const m1 = m[at + plane]!;
          const m2 = m[at + 2 * plane]!;
          const left = m[at]! + m1 + m2;
          const right = m1 - m2 - m[at + 3 * plane]!;
          if (row === 0) top0 = left, top1 = right;
          else if (row === 1) {
            top0 += left, top1 += right, low0 = left, low1 = right;
          } else if (row === 2) {
            top0 += left, top1 += right, low0 -= left, low1 -= right;
          } else low0 -= left, low1 -= right;
        }
        const to = corner + k;
        if (pool) {
          const largest = Math.max(top0, top1, low0, low1) + b;
          out[to] = largest < floor ? floor : largest;
          continue;
        }
        top0 += b, top1 += b, low0 += b, low1 += b;
        out[to] = top0 < floor ? floor : top0;
        if (hasRight) out[to + filters] = top1 < floor ? floor : top1;
        if (hasBelow) {
          out[to + outRowStride] = low0 < floor ? floor : low0;
          if (hasRight) {
            out[to + outRowStride + filters] = low1 < floor ? floor : low1;
          }
        }
      }
    }
  }
}

const G = [[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]] as const;

/** HWIO -> U = G g G^T as [16][filters / 2][channels][2 of filters]. */
export function transformKernel(
  kernel: Float32Array,
  channels: number,
  filters: number,
): Float32Array {
  const u = new Float32Array(FREQUENCIES * channels * filters);
  for (let c = 0; c < channels; c++) {
    for (let k = 0; k < filters; k++) {
      for (let f = 0; f < FREQUENCIES; f++) {
        const rows = G[f >> 2]!;
        const cols = G[f & 3]!;
        let sum = 0;
        for (let i = 0; i < 3; i++) {
          for (let j = 0; j < 3; j++) {
            sum += rows[i]! * cols[j]! *
              kernel[((i * 3 + j) * channels + c) * filters + k]!;
          }
        }
        const block = k - k % FILTER_BLOCK;
        u[
          (f * filters + block) * channels + c * FILTER_BLOCK + k % FILTER_BLOCK
        ] = sum;
      }
    }
  }
  return u;
}
