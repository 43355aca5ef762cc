import type { Effort } from "./effort.ts";
import type { Ink } from "./ink.ts";
import { LEAN, type Seam, seamAlong } from "./seam.ts";
import { type Valley, valleysFromBottom, valleysFromTop } from "./valleys.ts";

/** Furthest that a cut goes aside for each row down. */
const MOST_SLANT = 0.7;

/** How far a cut may run to one side of the straight way, in heights of a character. */
const REACH = 0.22;

/**
 * Cuts from a valley at the top to one at the bottom, where strokes of two
 * characters run into each other: there they cross more ink than cuts beside it,
 * across single strokes, do. Each pair of valleys has two, to the left and to the
 * right of the stroke that stands between: it may be of either character, or both.
 *
 * @param height Of a character, in pixels.
 * @throws {CrowdError} Where there are more ways to try than through any writing.
 */
export function seamsBetweenValleys(
  piece: Ink,
  height: number,
  effort: Effort,
): Seam[] {
  const tops = valleysFromTop(piece, height, effort);
  const bottoms = valleysFromBottom(piece, height, effort);
  const reach = Math.round(REACH * height);
  return tops.flatMap((top) => {
    const below = bottoms.filter((bottom) => isBelow(bottom, top));
    effort.spend("cuts", 2 * below.length);
    return below.flatMap((bottom) => [
      cheapestBetween(piece, top, bottom, { left: reach, right: 0 }),
      cheapestBetween(piece, top, bottom, { left: 0, right: reach }),
    ]);
  });
}

function isBelow(bottom: Valley, top: Valley): boolean {
  const down = bottom.y - top.y;
  return down > 1 && Math.abs(bottom.x - top.x) <= MOST_SLANT * down + 1;
}

/** Pixels beside the straight way from one valley to the other. */
interface Corridor {
  readonly left: number;
  readonly right: number;
}

/** The way from one valley to the other that crosses least ink. */
function cheapestBetween(
  piece: Ink,
  top: Valley,
  bottom: Valley,
  { left, right }: Corridor,
): Seam {
  const { width, data } = piece;
  const count = left + right + 1;
  const slope = (bottom.x - top.x) / (bottom.y - top.y);
  const firstOf = (y: number) => Math.round(top.x + slope * (y - top.y)) - left;
  const turns = new Int8Array(count * (bottom.y - top.y + 1));
  let costs = new Float32Array(count).fill(Infinity);
  let next = new Float32Array(count);
  costs[left] = 0;
  for (let y = top.y + 1; y <= bottom.y; y++) {
    const first = firstOf(y);
    // The corridor runs aslant: what was above stands elsewhere in it.
    const shift = first - firstOf(y - 1);
    for (let i = 0; i < count; i++) {
      let [cost, turn] = [costs[i + shift] ?? Infinity, shift];
      for (let aside = -1; aside <= 1; aside += 2) {
        const other = (costs[i + shift + aside] ?? Infinity) + LEAN;
        if (other < cost) [cost, turn] = [other, shift + aside];
      }
      const x = first + i;
      const isInside = x >= 0 && x < width;
      next[i] = isInside ? cost + data[y * width + x]! : Infinity;
      turns[(y - top.y) * count + i] = turn;
    }
    [costs, next] = [next, costs];
  }
  const columns = top.columns.slice();
  columns.set(bottom.columns.subarray(bottom.y), bottom.y);
  for (let y = bottom.y, i = left; y > top.y; y--) {
    columns[y] = firstOf(y) + i;
    i += turns[(y - top.y) * count + i]!;
  }
  return seamAlong(piece, columns);
}
