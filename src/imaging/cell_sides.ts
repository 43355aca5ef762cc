import type { Box } from "./picture.ts";
import { type Straight, straightThrough } from "./straight.ts";

/** Steepest side, in pixels a pixel: 11 degrees; and slopes that are tried. */
const MAX_SLOPE = 0.2;
const SLOPES = 41;

/** Pixels, and parts of its length, by which a straight side is uneven. */
const UNEVEN = 2;
const UNEVEN_SHARE = 0.01;

/** Part of a side at either end that is not looked at: corners may be round. */
const CORNER = 0.15;

/** Part of a side that is straight, and of either end of what is looked at: strokes reach over it. */
const STRAIGHT = 0.6;
const STRAIGHT_END = 0.5;
const END = 0.2;

/** The straight sides of a piece of paper, in pixels from the corner of its box. */
export interface Sides {
  readonly top: Straight;
  readonly bottom: Straight;
  readonly left: Straight;
  readonly right: Straight;
}

/**
 * The sides of a box by the paper in it; null where they are not straight.
 *
 * @param isPaper Of each pixel of the box.
 */
export function sidesOf(
  isPaper: (x: number, y: number) => boolean,
  { width, height }: Box,
): Sides | null {
  const columns = Array.from(
    { length: width },
    (_, x) => ends(height, (y) => isPaper(x, y)),
  );
  const rows = Array.from(
    { length: height },
    (_, y) => ends(width, (x) => isPaper(x, y)),
  );
  const top = fit(columns.map(({ first }) => first));
  const bottom = fit(columns.map(({ last }) => last));
  const left = fit(rows.map(({ first }) => first));
  const right = fit(rows.map(({ last }) => last));
  return top && bottom && left && right ? { top, bottom, left, right } : null;
}

/** The first and the last of some places that are paper; each beyond the other where none is. */
function ends(length: number, isPaper: (at: number) => boolean) {
  let [first, last] = [0, length - 1];
  while (first < length && !isPaper(first)) first++;
  while (last > first && !isPaper(last)) last--;
  return { first, last };
}

/** The straight line on which most of some values lie; null where too few do. */
function fit(values: readonly number[]): Straight | null {
  const skipped = Math.round(CORNER * values.length);
  const looked = values.slice(skipped, values.length - skipped);
  const uneven = UNEVEN + UNEVEN_SHARE * values.length;
  let [best, most]: [Straight | null, number] = [
    null,
    STRAIGHT * looked.length,
  ];
  for (let i = 0; i < SLOPES; i++) {
    const slope = MAX_SLOPE * (2 * i / (SLOPES - 1) - 1);
    const feet = looked.map((value, step) => value - slope * (step + skipped));
    const sorted = feet.toSorted((a, b) => a - b);
    for (let from = 0, to = 0; from < sorted.length; from++) {
      while (to < sorted.length && sorted[to]! <= sorted[from]! + uneven) to++;
      if (to - from <= most) continue;
      const isOn = (foot: number) =>
        foot >= sorted[from]! && foot <= sorted[from]! + uneven;
      if (!isOnAtEnds(feet, isOn)) continue;
      most = to - from;
      const taken = feet.keys().toArray().filter((i) => isOn(feet[i]!));
      best = straightThrough(
        taken.map((i) => i + skipped),
        taken.map((i) => looked[i]!),
      );
    }
  }
  return best;
}

/** Whether either end of some values is on the line: of an arc only the middle is, or the ends. */
function isOnAtEnds(
  feet: readonly number[],
  isOn: (foot: number) => boolean,
): boolean {
  const count = Math.max(1, Math.round(END * feet.length));
  return [feet.slice(0, count), feet.slice(-count)].every((end) =>
    end.filter(isOn).length >= STRAIGHT_END * count
  );
}
