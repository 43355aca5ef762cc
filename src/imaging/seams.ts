import type { Ink } from "./ink.ts";

/**
 * Where touching characters may be cut: ways from the top to the bottom of a
 * piece of ink that cross least of it, so they run around strokes as a drop
 * falls and cross them where they are thin (after Congedo, Dimauro, Impedovo and
 * Pirlo, Segmentation of numeric strings, ICDAR 1995, who let drops fall; found
 * by dynamic programming as seams are in Avidan and Shamir, 2007).
 */
export interface Seam {
  /** One per row: the first column to the right of the cut. */
  readonly columns: Int16Array;
  /** Ink it crosses, in pixels. */
  readonly crossed: number;
}

/** All lengths are in heights of a character. */

/** Between places where a cut is looked for. */
const STEP = 0.07;

/**
 * How far a cut may run to either side of such a place: far around strokes that
 * overhang, or hardly at all, which finds where two strokes run along each other
 * beside a bow that would be cheaper to cut.
 */
const REACHES = [0.07, 0.22] as const;

/** Two cuts nearer to each other than this, on average, are one. */
const APART = 0.06;

/** A cut leaves ink of this area on both sides at least. */
const LEAST_SIDE = 0.02;

/** Ink that a step aside costs: enough to keep cuts straight on paper. */
const LEAN = 0.02;

/**
 * Finds the cuts of one piece.
 *
 * @param height Of a character, in pixels.
 * @param most Ink that a cut may cross, in pixels.
 * @returns From left to right.
 */
export function findSeams(piece: Ink, height: number, most: number): Seam[] {
  const step = Math.max(1, STEP * height);
  const seams: Seam[] = [];
  for (const share of REACHES) {
    const reach = Math.max(1, Math.round(share * height));
    for (let x = step; x < piece.width - step / 2; x += step) {
      const seam = cheapestNear(piece, Math.round(x), reach);
      if (seam.crossed > most) continue;
      if (isSubstantial(piece, seam, LEAST_SIDE * height ** 2)) {
        seams.push(seam);
      }
    }
  }
  seams.sort((a, b) => a.crossed - b.crossed);
  return seams
    .filter((seam, i) =>
      !seams.slice(0, i).some((other) => distance(seam, other) < APART * height)
    )
    .sort((a, b) => mean(a.columns) - mean(b.columns));
}

/** The way that crosses least ink within `reach` of a column. */
function cheapestNear(
  { width, height, data }: Ink,
  column: number,
  reach: number,
): Seam {
  const left = Math.max(0, column - reach);
  const right = Math.min(width - 1, column + reach);
  const count = right - left + 1;
  const turns = new Int8Array(count * height);
  let costs = new Float32Array(count);
  let next = new Float32Array(count);
  for (let y = 0; y < height; y++) {
    for (let i = 0; i < count; i++) {
      let [cost, turn] = [costs[i]!, 0];
      if (i > 0 && costs[i - 1]! + LEAN < cost) {
        [cost, turn] = [costs[i - 1]! + LEAN, -1];
      }
      if (i + 1 < count && costs[i + 1]! + LEAN < cost) {
        [cost, turn] = [costs[i + 1]! + LEAN, 1];
      }
      turns[y * count + i] = turn;
      next[i] = cost + data[y * width + left + i]!;
    }
    [costs, next] = [next, costs];
  }
  let at = nearestLeast(costs, column - left);
  const columns = new Int16Array(height);
  let crossed = 0;
  for (let y = height - 1; y >= 0; y--) {
    columns[y] = left + at;
    crossed += data[y * width + left + at]!;
    at += turns[y * count + at]!;
  }
  return { columns, crossed };
}

function nearestLeast(costs: Float32Array, middle: number): number {
  let best = 0;
  for (let i = 1; i < costs.length; i++) {
    const difference = costs[i]! - costs[best]!;
    const isNearer = Math.abs(i - middle) < Math.abs(best - middle);
    if (difference < 0 || difference === 0 && isNearer) best = i;
  }
  return best;
}

/** Whether both sides of a cut have some ink. */
function isSubstantial(
  { width, height, data }: Ink,
  { columns }: Seam,
  least: number,
): boolean {
  let [left, right] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (x < columns[y]!) left += data[y * width + x]!;
      else right += data[y * width + x]!;
    }
  }
  return Math.min(left, right) >= least;
}

function distance(a: Seam, b: Seam): number {
  let sum = 0;
  for (let y = 0; y < a.columns.length; y++) {
    sum += Math.abs(a.columns[y]! - b.columns[y]!);
  }
  return sum / a.columns.length;
}

function mean(columns: Int16Array): number {
  return columns.reduce((sum, column) => sum + column, 0) / columns.length;
}
