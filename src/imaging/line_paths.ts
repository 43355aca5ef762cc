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
  /** One per step: the cell it goes through. */
  readonly positions: Int32Array;
}

/** Cost of a cell: a line is thin, and strokes that cross it do not end it. */
const COST_OF: Readonly<Record<number, number>> = {
  [PAPER]: 4,
  [THIN]: 0,
  [THICK]: 1,
};
/** Cost of a step aside, against zigzags. */
const COST_OF_TURN = 1;

/** Part of the steps that a line runs through at least. */
const MIN_SPAN = 0.35;

/** Part of its steps in which a line has ink; the rest is worn off. */
const MIN_COVERED = 0.7;

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
  return ends.map((end) => trim(grid, trace(grid, turns, end)))
    .filter((path) => path !== null)
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
  for (let step = 0; step < steps; step++) {
    const at = cells.indexOf(THIN, step * positions);
    if (at >= 0 && at < (step + 1) * positions) found++;
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
  const costOf = [COST_OF[PAPER]!, COST_OF[THIN]!, COST_OF[THICK]!];
  let costs = new Int32Array(positions);
  let starts = Int32Array.from(costs, (_, i) => i);
  let [nextCosts, nextStarts] = [costs.slice(), starts.slice()];
  for (let step = 0; step < steps; step++) {
    for (let p = 0; p < positions; p++) {
      let [cost, turn] = [costs[p]!, 0];
      if (p > 0 && costs[p - 1]! + COST_OF_TURN < cost) {
        [cost, turn] = [costs[p - 1]! + COST_OF_TURN, -1];
      }
      if (p + 1 < positions && costs[p + 1]! + COST_OF_TURN < cost) {
        [cost, turn] = [costs[p + 1]! + COST_OF_TURN, 1];
      }
      const at = step * positions + p;
      turns[at] = turn;
      nextCosts[p] = cost + costOf[cells[at]!]!;
      nextStarts[p] = starts[p + turn]!;
    }
    [costs, nextCosts] = [nextCosts, costs];
    [starts, nextStarts] = [nextStarts, starts];
  }
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

/** The part of a way that is a straight line; null when none is. */
function trim(
  { steps, positions: rowLength, cells }: LineGrid,
  positions: Int32Array,
): LinePath | null {
  const kinds = positions.map((p, step) => cells[step * rowLength + p]!);
  const from = kinds.indexOf(THIN);
  const to = kinds.lastIndexOf(THIN);
  const length = to - from + 1;
  if (from < 0 || length < MIN_SPAN * steps) return null;
  const line = kinds.subarray(from, to + 1);
  const covered = line.filter((kind) => kind !== PAPER).length;
  const thin = line.filter((kind) => kind === THIN).length;
  if (covered < MIN_COVERED * length || thin < MIN_THIN * length) return null;
  return isStraight(positions, kinds, from, to)
    ? { from, to, positions }
    : null;
}

/** Whether the thin cells of a way lie on a flat arc. */
function isStraight(
  positions: Int32Array,
  kinds: Int32Array,
  from: number,
  to: number,
): boolean {
  const third = (to - from) / 3;
  const [first, middle, last] = [0, 1, 2].map((i) =>
    centre(positions, kinds, from + i * third, from + (i + 1) * third)
  );
  if (!first || !middle || !last) return false;
  if (Math.abs(last.p - first.p) > MAX_SLOPE * (last.step - first.step)) {
    return false;
  }
  const chord = (first.p + last.p) / 2;
  if (Math.abs(middle.p - chord) > MAX_BEND * (last.step - first.step)) {
    return false;
  }
  let [deviation, count] = [0, 0];
  for (let step = from; step <= to; step++) {
    if (kinds[step] !== THIN) continue;
    const p = parabola(first, middle, last, step);
    deviation += Math.abs(positions[step]! - p);
    count++;
  }
  return deviation <= MAX_DEVIATION * count;
}

interface Point {
  readonly step: number;
  readonly p: number;
}

/** The mean of the thin cells in some steps; null when there are none. */
function centre(
  positions: Int32Array,
  kinds: Int32Array,
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
