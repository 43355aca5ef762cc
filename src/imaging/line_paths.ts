import { type LineGrid, PAPER, THICK, THIN } from "./line_grid.ts";

/**
 * Lines that cross a grid, after the stable paths of staff lines in sheet music
 * (Cardoso, Capela, Rebelo, Guedes and Pinto da Costa, Staff detection with
 * stable paths, IEEE TPAMI 31(6), 2009): the cheapest ways from the first step to
 * the last, where ink costs little and paper much. Being a way and no equation,
 * it follows lines that are slanted, bent or broken.
 */

/** A way through the grid; its ink lies from `from` to `to`, ends included. */
export interface LinePath {
  readonly from: number;
  readonly to: number;
  /** Steps of its longest gap, 0 where it is whole. */
  readonly gap: number;
  /** Part of its steps in which it stands alone: no gap, and no stroke across it. */
  readonly thin: number;
  /** Cells, on average, by which it leaves the curve through it. */
  readonly deviation: number;
  /** One per step: the cell it goes through. */
  readonly positions: Int32Array;
}

/** Cost of a cell that holds no thin ink: strokes that cross a line do not end it. */
const COST_OF_PAPER = 4;
const COST_OF_THICK = 1;

/** More than any way costs. */
const NEVER = 2 ** 30;

/** Cost of a step aside, against zigzags. */
const COST_OF_TURN = 1;

/** Part of the steps that a line runs through at least. */
const MIN_SPAN = 0.35;

/** Part of the steps that a piece of a line runs through at least. */
const MIN_PART = 0.04;

/** Part of its steps in which a line has ink; the rest is worn off. */
const MIN_COVERED = 0.5;

/** Part of its steps in which a line stands alone. */
const MIN_THIN = 0.4;

/** Cells, on average, by which a line leaves the curve through it. */
const MAX_DEVIATION = 1;

/** Cells between two ways along one line, at most. */
const MAX_APART = 2;

/** Most bent line: how far its middle lies beside its chord, in its length. */
const MAX_BEND = 0.04;

/** Steepest line, in cells a step: 14 degrees. */
const MAX_SLOPE = 0.25;

/** Finds the lines that run through at least a third of the grid. */
export function findPaths(grid: LineGrid): LinePath[] {
  if (!mayHaveLines(grid)) return [];
  const turns = new Int8Array(grid.cells.length);
  const ends = cheapestEnds(grid, turns);
  return ends.flatMap((end) => partsOf(grid, trace(grid, turns, end)))
    .sort((a, b) => b.to - b.from - a.to + a.from)
    .filter((path, i, all) => !all.slice(0, i).some((p) => isSame(p, path)));
}

/** Whether two ways follow the same line for most of it. */
function isSame(a: LinePath, b: LinePath): boolean {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  let together = 0;
  for (let step = from; step <= to; step++) {
    const apart = Math.abs(a.positions[step]! - b.positions[step]!);
    if (apart <= MAX_APART) together++;
  }
  return 2 * together > Math.min(a.to - a.from, b.to - b.from);
}

/** Whether thin ink is in enough steps for any line. */
function mayHaveLines({ steps, positions, cells }: LineGrid): boolean {
  let found = 0;
  for (let start = 0; start < cells.length; start += positions) {
    let at = start;
    while (at < start + positions && cells[at] !== THIN) at++;
    if (at < start + positions) found++;
  }
  return found >= MIN_SPAN * MIN_THIN * steps;
}

/**
 * Fills `turns` with the way back from each cell and gives, of each start that
 * leads to the last step, the cheapest end.
 */
function cheapestEnds(
  { steps, positions, cells }: LineGrid,
  turns: Int8Array,
): number[] {
  // A margin of either side costs too much to be entered.
  let costs = new Int32Array(positions + 2);
  costs[0] = costs[positions + 1] = NEVER;
  let nextCosts = costs.slice();
  let starts = Int32Array.from(costs, (_, i) => i);
  let nextStarts = starts.slice();
  for (let step = 0, at = 0; step < steps; step++) {
    let [before, here] = [costs[0]!, costs[1]!];
    for (let p = 1; p <= positions; p++, at++) {
      const after = costs[p + 1]!;
      let cost = here;
      let turn = 0;
      if (before + COST_OF_TURN < cost) {
        cost = before + COST_OF_TURN;
        turn = -1;
      }
      if (after + COST_OF_TURN < cost) {
        cost = after + COST_OF_TURN;
        turn = 1;
      }
      turns[at] = turn;
      const kind = cells[at];
      nextCosts[p] = cost +
        (kind === PAPER ? COST_OF_PAPER : kind === THICK ? COST_OF_THICK : 0);
      nextStarts[p] = starts[p + turn]!;
      before = here;
      here = after;
    }
    [costs, nextCosts] = [nextCosts, costs];
    [starts, nextStarts] = [nextStarts, starts];
  }
  costs = costs.subarray(1);
  starts = starts.subarray(1);
  const best = new Map<number, number>();
  for (let p = 0; p < positions; p++) {
    const known = best.get(starts[p]!);
    if (known === undefined || costs[p]! < costs[known]!) {
      best.set(starts[p]!, p);
    }
  }
  return [...best.values()];
}

function trace(
  { steps, positions }: LineGrid,
  turns: Int8Array,
  end: number,
): Int32Array {
  const path = new Int32Array(steps);
  for (let step = steps - 1, p = end; step >= 0; step--) {
    path[step] = p;
    p += turns[step * positions + p]!;
  }
  return path;
}

/** The parts of a way that are one straight line; none where it is not. */
function partsOf(
  { steps, positions: rowLength, cells }: LineGrid,
  positions: Int32Array,
): LinePath[] {
  const kinds = new Uint8Array(steps);
  let thin = 0;
  for (let step = 0; step < steps; step++) {
    kinds[step] = cells[step * rowLength + positions[step]!]!;
    if (kinds[step] === THIN) thin++;
  }
  if (thin < MIN_SPAN * MIN_THIN * steps) return [];
  const all = denseParts(kinds, 0, steps, MIN_PART * steps);
  // What a way comes through before and after a line need not belong to it.
  const longest = all.toSorted((a, b) => b.to - b.from - a.to + a.from)[0];
  for (const parts of longest ? [all, [longest]] : []) {
    if (!isLong(kinds, parts)) return [];
    const from = parts[0]!.from;
    const to = parts.at(-1)!.to - 1;
    const deviation = deviationOf(positions, kinds, from, to);
    if (deviation > MAX_DEVIATION) continue;
    return parts.map(({ from, to }) => ({
      from,
      to: to - 1,
      gap: longestGap(kinds, from, to),
      thin: countThin(kinds, from, to) / (to - from),
      deviation,
      positions,
    }));
  }
  return [];
}

function longestGap(kinds: Uint8Array, from: number, to: number): number {
  let [longest, gap] = [0, 0];
  for (let step = from; step < to; step++) {
    gap = kinds[step] === PAPER ? gap + 1 : 0;
    longest = Math.max(longest, gap);
  }
  return longest;
}

/** Whether parts are long enough together, and thin enough for a line. */
function isLong(kinds: Uint8Array, parts: readonly Part[]): boolean {
  let [length, thin] = [0, 0];
  for (const { from, to } of parts) {
    length += to - from;
    thin += countThin(kinds, from, to);
  }
  return length >= MIN_SPAN * kinds.length && thin >= MIN_THIN * length;
}

function countThin(kinds: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let step = from; step < to; step++) if (kinds[step] === THIN) count++;
  return count;
}

interface Part {
  readonly from: number;
  /** Excluded. */
  readonly to: number;
}

/**
 * The parts with the greatest sums (Kadane's algorithm, then again on either
 * side) where thin ink counts for and paper against: a line goes on over its gaps,
 * but not over paper to any ink that lies its way.
 */
function denseParts(
  kinds: Uint8Array,
  first: number,
  end: number,
  least: number,
): Part[] {
  let [from, to, most] = [first, first, 0];
  for (let step = first, start = first, sum = 0; step < end; step++) {
    const kind = kinds[step];
    if (kind === THIN) sum += 1 - MIN_COVERED;
    else if (kind === PAPER) sum -= MIN_COVERED;
    if (sum <= 0) [start, sum] = [step + 1, 0];
    if (sum > most) [from, to, most] = [start, step + 1, sum];
  }
  if (to - from < least) return [];
  return [
    ...denseParts(kinds, first, from, least),
    { from, to },
    ...denseParts(kinds, to, end, least),
  ];
}

/** Cells, on average, by which the thin ones of a way leave a flat arc; infinite where there is none. */
function deviationOf(
  positions: Int32Array,
  kinds: Uint8Array,
  from: number,
  to: number,
): number {
  const third = (to - from) / 3;
  const [first, middle, last] = [0, 1, 2].map((i) =>
    centre(positions, kinds, from + i * third, from + (i + 1) * third)
  );
  if (!first || !middle || !last) return Infinity;
  if (Math.abs(last.p - first.p) > MAX_SLOPE * (last.step - first.step)) {
    return Infinity;
  }
  const chord = (first.p + last.p) / 2;
  if (Math.abs(middle.p - chord) > MAX_BEND * (last.step - first.step)) {
    return Infinity;
  }
  let [deviation, count] = [0, 0];
  for (let step = from; step <= to; step++) {
    if (kinds[step] !== THIN) continue;
    deviation += Math.abs(
      positions[step]! - parabola(first, middle, last, step),
    );
    count++;
  }
  return deviation / count;
}

interface Point {
  readonly step: number;
  readonly p: number;
}

/** The mean of the thin cells in some steps; null when there are none. */
function centre(
  positions: Int32Array,
  kinds: Uint8Array,
  from: number,
  to: number,
): Point | null {
  let [steps, sum, count] = [0, 0, 0];
  for (let step = Math.ceil(from); step <= to; step++) {
    if (kinds[step] !== THIN) continue;
    steps += step;
    sum += positions[step]!;
    count++;
  }
  return count > 0 ? { step: steps / count, p: sum / count } : null;
}

/** The parabola through three points (Lagrange). */
function parabola(a: Point, b: Point, c: Point, x: number): number {
  const term = (at: Point, u: Point, v: Point) =>
    at.p * (x - u.step) * (x - v.step) /
    ((at.step - u.step) * (at.step - v.step));
  return term(a, b, c) + term(b, a, c) + term(c, a, b);
}
