import type { Component } from "./components.ts";

/** Some pieces in the order of their left sides, so that few are compared with each. */
export interface ByLeft {
  /** Those of which the left side is at `from` or beyond, up to `to`. */
  readonly between: (from: number, to: number) => readonly Component[];
  /** Pixels. */
  readonly widest: number;
}

export function byLeft(pieces: readonly Component[]): ByLeft {
  const sorted = pieces.toSorted((a, b) => a.box.x - b.box.x);
  const lefts = Float64Array.from(sorted, ({ box }) => box.x);
  return {
    between: (from, to) =>
      sorted.slice(countBelow(lefts, from), countBelow(lefts, to + 1)),
    widest: pieces.reduce((most, { box }) => Math.max(most, box.width), 0),
  };
}

/** How many of some numbers, which ascend, are less than another one. */
function countBelow(ascending: Float64Array, value: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
