import { newFloats } from "./planes.ts";

/**
 * Resampling of a plane, one axis after the other: each output sample is a
 * weighted sum of a run of input samples. Shrinking averages the exact area an
 * output pixel covers (a box filter, fractional at its ends), enlarging
 * interpolates linearly between pixel centres. At equal size the weights are
 * exactly 1, so the plane passes unchanged.
 */

/** How each output sample of an axis is made of input samples. */
export interface AxisWeights {
  /** Weights reserved for each output sample. */
  readonly taps: number;
  /** First input sample of each output sample. */
  readonly starts: Int32Array;
  /** Input samples of each output sample, at most `taps`. */
  readonly counts: Int32Array;
  /** outputs x taps, row-major; the weights of one output sample sum to 1. */
  readonly weights: Float64Array;
}

/** The weights that bring an axis from `from` to `to` samples. */
export function axisWeights(from: number, to: number): AxisWeights {
  return to <= from ? areaWeights(from, to) : linearWeights(from, to);
}

/**
 * Resamples a plane to another size.
 *
 * @param plane height x width, row-major.
 * @returns newHeight x newWidth, row-major.
 * @throws {RangeError} When a size is no positive integer.
 * @throws {TypeError} When `plane` does not hold height x width values.
 */
export function resample(
  plane: Float32Array,
  width: number,
  height: number,
  newWidth: number,
  newHeight: number,
): Float32Array {
  checkSizes([width, height, newWidth, newHeight]);
  if (plane.length !== width * height) {
    throw new TypeError(
      `Cannot resample: the plane holds ${plane.length} values; ` +
        `expected ${width} x ${height}`,
    );
  }
  const narrow = resampleRows(plane, height, axisWeights(width, newWidth));
  return resampleColumns(narrow, newWidth, axisWeights(height, newHeight));
}

function resampleRows(
  plane: Float32Array,
  height: number,
  axis: AxisWeights,
): Float32Array {
  const { taps, starts, counts, weights } = axis;
  const newWidth = starts.length;
  // As a float it would make one of every index.
  const width = plane.length / height | 0;
  const result = newFloats(newWidth * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < newWidth; x++) {
      const from = y * width + starts[x]!;
      let sum = 0;
      for (let k = 0; k < counts[x]!; k++) {
        sum += weights[x * taps + k]! * plane[from + k]!;
      }
      result[y * newWidth + x] = sum;
    }
  }
  return result;
}

function resampleColumns(
  plane: Float32Array,
  width: number,
  axis: AxisWeights,
): Float32Array {
  const { taps, starts, counts, weights } = axis;
  const newHeight = starts.length;
  const result = newFloats(width * newHeight);
  const sums = new Float64Array(width);
  for (let y = 0; y < newHeight; y++) {
    sums.fill(0);
    for (let k = 0; k < counts[y]!; k++) {
      const weight = weights[y * taps + k]!;
      const from = (starts[y]! + k) * width;
      for (let x = 0; x < width; x++) sums[x]! += weight * plane[from + x]!;
    }
    result.set(sums, y * width);
  }
  return result;
}

/** Output sample i covers the input from i x from / to to (i + 1) x from / to. */
function areaWeights(from: number, to: number): AxisWeights {
  const axis = emptyAxis(to, Math.ceil(from / to) + 1);
  for (let i = 0; i < to; i++) {
    const start = i * from / to;
    const end = (i + 1) * from / to;
    const first = Math.floor(start);
    const last = Math.min(from, Math.ceil(end));
    axis.starts[i] = first;
    axis.counts[i] = last - first;
    for (let k = first; k < last; k++) {
      const covered = Math.min(end, k + 1) - Math.max(start, k);
      axis.weights[i * axis.taps + k - first] = covered * to / from;
    }
  }
  return axis;
}

/** Pixel centres lie at half pixels; beyond the outermost the edge goes on. */
function linearWeights(from: number, to: number): AxisWeights {
  const axis = emptyAxis(to, 2);
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * from / to - 0.5;
    const position = Math.min(from - 1, Math.max(0, centre));
    const first = Math.floor(position);
    const second = position - first;
    axis.starts[i] = first;
    axis.counts[i] = second > 0 ? 2 : 1;
    axis.weights[2 * i] = 1 - second;
    axis.weights[2 * i + 1] = second;
  }
  return axis;
}

function emptyAxis(outputs: number, taps: number): AxisWeights {
  return {
    taps,
    starts: new Int32Array(outputs),
    counts: new Int32Array(outputs),
    weights: new Float64Array(outputs * taps),
  };
}

function checkSizes(sizes: readonly number[]): void {
  for (const size of sizes) {
    if (!Number.isInteger(size) || size < 1) {
      throw new RangeError(
        `Cannot resample: ${size} is no size; expected an integer above 0`,
      );
    }
  }
}
