/**
 * A smooth surface through most of a plane: a polynomial of second degree,
 * fitted by iteratively reweighted least squares with Tukey's biweight (Beaton
 * and Tukey, 1974), which gives what lies far off, the ink, no say. Light that
 * falls off over a sheet of paper has this shape; the edge of a shadow has not.
 */

/** Samples a side: enough for six coefficients, whatever the picture. */
const SAMPLES = 48;
const ITERATIONS = 6;
/** Biweight cut-off in robust standard deviations: 95% efficiency. */
const CUT_OFF = 4.685;
/** Median absolute deviation to standard deviation, for a normal one. */
const MAD_TO_SIGMA = 1.4826;
/** Keeps the biweight finite where the surface fits exactly. */
const MIN_SIGMA = 0.5;
/** Keeps the system solvable for pictures of one row or column. */
const RIDGE = 1e-6;
const TERMS = 6;

/**
 * Fits the surface.
 *
 * @param gray height x width, row-major, 0..255.
 * @returns height x width, row-major, rounded to 0..255.
 */
export function fitSurface(
  gray: Uint8Array,
  width: number,
  height: number,
): Uint8ClampedArray {
  const samples = takeSamples(gray, width, height);
  let weights = new Float64Array(samples.values.length).fill(1);
  let coefficients = leastSquares(samples, weights);
  for (let i = 0; i < ITERATIONS; i++) {
    weights = biweights(samples, coefficients);
    coefficients = leastSquares(samples, weights);
  }
  return evaluate(coefficients, width, height);
}

interface Samples {
  /** count x TERMS, row-major. */
  readonly terms: Float64Array;
  readonly values: Float64Array;
}

/** Position of pixel `i` of `length` in -1..1. */
function coordinate(i: number, length: number): number {
  return (2 * i + 1) / length - 1;
}

function takeSamples(
  gray: Uint8Array,
  width: number,
  height: number,
): Samples {
  const columns = Math.min(SAMPLES, width);
  const rows = Math.min(SAMPLES, height);
  const terms = new Float64Array(columns * rows * TERMS);
  const values = new Float64Array(columns * rows);
  for (let i = 0; i < values.length; i++) {
    const x = Math.floor((i % columns + 0.5) * width / columns);
    const y = Math.floor((Math.floor(i / columns) + 0.5) * height / rows);
    const u = coordinate(x, width);
    const v = coordinate(y, height);
    terms.set([1, u, v, u * u, u * v, v * v], i * TERMS);
    values[i] = gray[y * width + x]!;
  }
  return { terms, values };
}

function biweights(
  { terms, values }: Samples,
  coefficients: Float64Array,
): Float64Array<ArrayBuffer> {
  const distances = values.map((value, i) => {
    let fitted = 0;
    for (let k = 0; k < TERMS; k++) {
      fitted += coefficients[k]! * terms[i * TERMS + k]!;
    }
    return Math.abs(value - fitted);
  });
  const median = distances.toSorted()[distances.length >> 1]!;
  const cut = CUT_OFF * Math.max(MIN_SIGMA, MAD_TO_SIGMA * median);
  return distances.map((d) => d < cut ? (1 - (d / cut) ** 2) ** 2 : 0);
}

/** Solves the normal equations of the weighted fit. */
function leastSquares(
  { terms, values }: Samples,
  weights: Float64Array,
): Float64Array {
  const matrix = Array.from(
    { length: TERMS },
    () => new Float64Array(TERMS + 1),
  );
  for (let i = 0; i < values.length; i++) {
    for (let row = 0; row < TERMS; row++) {
      const weighted = weights[i]! * terms[i * TERMS + row]!;
      for (let column = 0; column < TERMS; column++) {
        matrix[row]![column]! += weighted * terms[i * TERMS + column]!;
      }
      matrix[row]![TERMS]! += weighted * values[i]!;
    }
  }
  matrix.forEach((row, i) => row[i]! += RIDGE * values.length);
  return solve(matrix);
}

/**
 * Gaussian elimination of TERMS rows of TERMS + 1 values. A positive definite
 * system needs no pivoting.
 */
function solve(matrix: readonly Float64Array[]): Float64Array {
  matrix.forEach((pivot, p) => {
    matrix.forEach((row, r) => {
      if (r === p) return;
      const factor = row[p]! / pivot[p]!;
      for (let c = p; c <= TERMS; c++) row[c]! -= factor * pivot[c]!;
    });
  });
  return Float64Array.from(matrix, (row, i) => row[TERMS]! / row[i]!);
}

function evaluate(
  coefficients: Float64Array,
  width: number,
  height: number,
): Uint8ClampedArray {
  const [one, u1, v1, uu, uv, vv] = coefficients;
  const surface = new Uint8ClampedArray(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const v = coordinate(y, height);
    const constant = one! + v * (v1! + v * vv!);
    const slope = u1! + v * uv!;
    for (let x = 0; x < width; x++) {
      const u = coordinate(x, width);
      surface[i++] = constant + u * (slope + u * uu!);
    }
  }
  return surface;
}
