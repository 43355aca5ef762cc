/**
 * The matrices of Winograd's minimal filtering F(m x m, 3 x 3), made by the Cook-Toom construction
 * (Lavin and Gray 2016; Blahut, "Fast Algorithms for Signal Processing", ch. 5): with n = m + 2,
 *
 *   Y = A^T [(G g G^T) . (B^T d B)] A
 *
 * for a kernel g (3x3), an input tile d (n x n) and an output tile Y (m x m): n^2 multiplications
 * where the direct way takes 9 m^2. The points are 0, 1, -1, 2, -2, 1/2 and infinity, in this order,
 * as many as n asks for; larger ones lose precision. Rows of B^T are scaled by powers of two, and
 * rows of G by the inverse, to keep all values near 1: exact in binary floating point.
 */

export interface CookToom {
  /** Side of the output tile. */
  readonly m: number;
  /** Side of the input tile, m + 2. */
  readonly n: number;
  /** n x n. */
  readonly inputTransform: readonly (readonly number[])[];
  /** n x 3. */
  readonly kernelTransform: readonly (readonly number[])[];
  /** m x n. */
  readonly outputTransform: readonly (readonly number[])[];
}

const KERNEL = 3;
const POINTS = [0, 1, -1, 2, -2, 0.5];

/** Sides of output tiles for which there are points enough. */
export const TILE_SIDES = [2, 3, 4, 5] as const;

export function cookToom(m: number): CookToom {
  const n = m + KERNEL - 1;
  // The last row stands for the point at infinity.
  const points = POINTS.slice(0, n - 1);
  const inputTransform = [
    ...points.map((_, i) => polynomial(points.filter((_, j) => j !== i), n)),
    polynomial(points, n),
  ];
  const kernelTransform = [
    ...points.map((point, i) => {
      const others = points.filter((_, j) => j !== i);
      const scale = others.reduce(
        (product, other) => product * (point - other),
        1,
      );
      return Array.from(
        { length: KERNEL },
        (_, power) => point ** power / scale,
      );
    }),
    [0, 0, 1],
  ];
  const outputTransform = Array.from(
    { length: m },
    (_, row) => [...points.map((point) => point ** row), row === m - 1 ? 1 : 0],
  );
  const scales = inputTransform.map(balance);
  return {
    m,
    n,
    inputTransform: inputTransform.map((row, i) =>
      row.map((value) => value / scales[i]!)
    ),
    kernelTransform: kernelTransform.map((row, i) =>
      row.map((value) => value * scales[i]!)
    ),
    outputTransform,
  };
}

/** Coefficients of the product of (x - root), the constant one first, filled up to `length`. */
function polynomial(roots: readonly number[], length: number): number[] {
  let coefficients = [1];
  for (const root of roots) {
    const next = new Array<number>(coefficients.length + 1).fill(0);
    coefficients.forEach((value, power) => {
      next[power + 1]! += value;
      next[power]! -= root * value;
    });
    coefficients = next;
  }
  return [
    ...coefficients,
    ...new Array<number>(length - coefficients.length).fill(0),
  ];
}

/** The power of two nearest to the largest value. */
function balance(row: readonly number[]): number {
  return 2 ** Math.round(Math.log2(Math.max(...row.map(Math.abs))));
}

/**
 * U = G g G^T of one kernel.
 *
 * @param u n x n, row-major.
 * @param columns Room for n x 3: G g.
 * @param kernel 3 x 3: g.
 */
export function transformKernel(
  u: Float64Array,
  columns: Float64Array,
  kernel: ArrayLike<number>,
  { n, kernelTransform: g }: CookToom,
): void {
  for (let a = 0; a < n; a++) {
    const [g0, g1, g2] = g[a]!;
    for (let j = 0; j < KERNEL; j++) {
      columns[a * KERNEL + j] = g0! * kernel[j]! + g1! * kernel[KERNEL + j]! +
        g2! * kernel[2 * KERNEL + j]!;
    }
  }
  for (let b = 0; b < n; b++) {
    const [g0, g1, g2] = g[b]!;
    for (let a = 0; a < n; a++) {
      const row = a * KERNEL;
      u[a * n + b] = g0! * columns[row]! + g1! * columns[row + 1]! +
        g2! * columns[row + 2]!;
    }
  }
}
