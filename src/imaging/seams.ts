import type { Effort } from "./effort.ts";
import type { Ink } from "./ink.ts";
import {
  inkBetween,
  inkLeftOf,
  inkOfRows,
  type RowSums,
  rowSums,
} from "./row_sums.ts";
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
 * @throws {CrowdError} Where there are more ways to try than through any writing.
 */
export function findSeams(
  piece: Ink,
  height: number,
  most: number,
  effort: Effort,
): Seam[] {
  const sums = rowSums(piece);
  const area = height ** 2;
  const all = inkOfRows(sums);
  const found: Seam[] = [];
  const places: Place[] = [];
  for (const seams of [seamsBetweenValleys, seamsByStep]) {
    const possible = seams(piece, height, effort)
      .filter(({ crossed }) => crossed <= most)
      .map((seam) => ({ seam, left: inkLeftOf(sums, seam.columns) }))
      .filter(({ left }) => Math.min(left, all - left) >= LEAST_SIDE * area)
      .sort((a, b) => a.seam.crossed - b.seam.crossed);
    for (const place of possible) {
      if (addApart(places, place, sums, APART * area)) found.push(place.seam);
    }
  }
  return found.sort((a, b) => meanColumn(a) - meanColumn(b));
}

/** A cut, and the ink to the left of it. */
interface Place {
  readonly seam: Seam;
  readonly left: number;
}

/**
 * Adds a cut to others, which are in the order of the ink to their left, if it is apart
 * from all of them. No less ink lies between two cuts than they differ by in that, so
 * that it is compared with those alone of which this does not tell.
 */
function addApart(
  places: Place[],
  place: Place,
  sums: RowSums,
  apart: number,
): boolean {
  const isApart = ({ seam }: Place) =>
    inkBetween(sums, place.seam.columns, seam.columns) >= apart;
  let at = places.length;
  while (at > 0 && places[at - 1]!.left > place.left) at--;
  for (let i = at; i < places.length; i++) {
    if (places[i]!.left - place.left >= apart) break;
    if (!isApart(places[i]!)) return false;
  }
  for (let i = at - 1; i >= 0; i--) {
    if (place.left - places[i]!.left >= apart) break;
    if (!isApart(places[i]!)) return false;
  }
  places.splice(at, 0, place);
  return true;
}

/** The cheapest cuts near places at even distances. */
function seamsByStep(piece: Ink, height: number, effort: Effort): Seam[] {
  const step = Math.max(1, STEP * height);
  effort.spend("cuts", REACHES.length * Math.floor(piece.width / step));
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
