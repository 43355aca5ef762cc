import type { Ink } from "./ink.ts";
import { inkBetween, lesserSide, rowSums } from "./row_sums.ts";
import { LEAN, meanColumn, type Seam, seamAlong } from "./seam.ts";
import { seamsBetweenValleys } from "./valley_seams.ts";

/**
 * Where touching characters may be cut: ways from the top to the bottom of a
 * piece of ink that cross least of it, so they run around strokes as a drop
 * falls and cross them where they are thin (after Congedo, Dimauro, Impedovo and
 * Pirlo, Segmentation of numeric strings, ICDAR 1995, who let drops fall; found
 * by dynamic programming as seams are in Avidan and Shamir, 2007).
 */

/** All lengths are in heights of a character. */

/** Between places where a cut is looked for. */
const STEP = 0.085;

/** How far a cut may run to either side of such a place: hardly at all, or far around strokes that overhang. */
const REACHES = [0.07, 0.22] as const;

/** Two cuts with less ink between them than this area are one. */
const APART = 0.016;

/** A cut leaves ink of this area on both sides at least. */
const LEAST_SIDE = 0.02;

/**
 * Finds the cuts of one piece: first those between valleys, then others that are
 * apart from them, of both those that cross less ink before those that cross more.
 *
 * @param height Of a character, in pixels.
 * @param most Ink that a cut may cross, in pixels.
 * @returns From left to right.
 */
export function findSeams(piece: Ink, height: number, most: number): Seam[] {
  const sums = rowSums(piece);
  const area = height ** 2;
  const found: Seam[] = [];
  for (const seams of [seamsBetweenValleys, seamsByStep]) {
    const possible = seams(piece, height).filter(({ crossed, columns }) =>
      crossed <= most && lesserSide(sums, columns) >= LEAST_SIDE * area
    );
    for (const seam of possible.sort((a, b) => a.crossed - b.crossed)) {
      const isNew = found.every(({ columns }) =>
        inkBetween(sums, seam.columns, columns) >= APART * area
      );
      if (isNew) found.push(seam);
    }
  }
  return found.sort((a, b) => meanColumn(a) - meanColumn(b));
}

/** The cheapest cuts near places at even distances. */
function seamsByStep(piece: Ink, height: number): Seam[] {
  const step = Math.max(1, STEP * height);
  const seams: Seam[] = [];
  for (const share of REACHES) {
    const reach = Math.max(1, Math.round(share * height));
    for (let x = step; x < piece.width - step / 2; x += step) {
      seams.push(cheapestNear(piece, Math.round(x), reach));
    }
  }
  return seams;
}

/** The way that crosses least ink within `reach` of a column. */
function cheapestNear(piece: Ink, column: number, reach: number): Seam {
  const { width, height, data } = piece;
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
  for (let y = height - 1; y >= 0; y--) {
    columns[y] = left + at;
    at += turns[y * count + at]!;
  }
  return seamAlong(piece, columns);
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
