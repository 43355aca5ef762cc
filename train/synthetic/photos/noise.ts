import { Random } from "../../random.ts";

/**
 * A smooth random field: normal numbers on a grid, joined by cubic B-splines,
 * which leave no trace of the grid.
 *
 * @param period Pixels between two points of the grid.
 * @returns height x width, row-major, mean 0, nearly all within -1..1.
 */
export function smoothField(
  random: Random,
  width: number,
  height: number,
  period: number,
): Float32Array {
  const columns = splineAxis(width, period, random.uniform());
  const rows = splineAxis(height, period, random.uniform());
  const grid = Float32Array.from(
    { length: columns.points * rows.points },
    () => random.normal(),
  );
  const field = new Float32Array(width * height);
  const row = new Float32Array(columns.points);
  for (let y = 0; y < height; y++) {
    blendRow(row, grid, rows.first[y]!, rows.weights.subarray(4 * y));
    for (let x = 0; x < width; x++) {
      const at = columns.first[x]!;
      const w = 4 * x;
      field[y * width + x] = columns.weights[w]! * row[at]! +
        columns.weights[w + 1]! * row[at + 1]! +
        columns.weights[w + 2]! * row[at + 2]! +
        columns.weights[w + 3]! * row[at + 3]!;
    }
  }
  return field;
}

interface SplineAxis {
  /** Points of the grid that the axis needs. */
  readonly points: number;
  /** First of the four points of each pixel. */
  readonly first: Int32Array;
  /** Four a pixel. */
  readonly weights: Float32Array;
}

function splineAxis(length: number, period: number, phase: number): SplineAxis {
  const first = new Int32Array(length);
  const weights = new Float32Array(4 * length);
  for (let i = 0; i < length; i++) {
    const position = i / period + phase;
    const t = position - Math.floor(position);
    first[i] = Math.floor(position);
    weights[4 * i] = (1 - t) ** 3 / 6;
    weights[4 * i + 1] = (3 * t ** 3 - 6 * t ** 2 + 4) / 6;
    weights[4 * i + 2] = (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6;
    weights[4 * i + 3] = t ** 3 / 6;
  }
  return { points: first[length - 1]! + 4, first, weights };
}

function blendRow(
  out: Float32Array,
  grid: Float32Array,
  first: number,
  weights: Float32Array,
): void {
  for (let x = 0; x < out.length; x++) {
    const i = first * out.length + x;
    out[x] = weights[0]! * grid[i]! + weights[1]! * grid[i + out.length]! +
      weights[2]! * grid[i + 2 * out.length]! +
      weights[3]! * grid[i + 3 * out.length]!;
  }
}

const TABLE_BITS = 16;
const TABLE_SEED = 20;
const table = normalTable();

/**
 * White noise, mean 0 and deviation 1: each row is a run of one table from a
 * place of its own, ten times as fast as drawing every pixel.
 *
 * @returns height x width, row-major.
 */
export function grain(
  random: Random,
  width: number,
  height: number,
): Float32Array {
  const noise = new Float32Array(width * height);
  const mask = table.length - 1;
  for (let y = 0; y < height; y++) {
    const draw = random.uint32();
    const sign = draw & 1 ? 1 : -1;
    for (let x = 0; x < width; x++) {
      noise[y * width + x] = sign * table[((draw >>> 8) + x) & mask]!;
    }
  }
  return noise;
}

function normalTable(): Float32Array {
  const random = new Random(TABLE_SEED);
  return Float32Array.from({ length: 1 << TABLE_BITS }, () => random.normal());
}
