import type { Effort } from "./effort.ts";
import type { Ink } from "./ink.ts";
import { nextInk, nextPaper } from "./runs.ts";

/**
 * Where paper that is open to the top or the bottom of a piece of ink reaches
 * deepest between two strokes: there characters that touch come together, and a
 * cut may begin or end (the drops of Congedo et al., ICDAR 1995, come to rest there).
 */
export interface Valley {
  /** The last pixel of paper. */
  readonly x: number;
  readonly y: number;
  /** One per row: the way there through paper, from its edge on. */
  readonly columns: Int16Array;
}

/** Ink from which a pixel is no paper. */
const BODY = 0.4;

/** Least height of the strokes on both sides, in heights. */
const DEEP = 0.02;

/** A wider floor has a corner at either end, in heights. */
const WIDE_FLOOR = 0.25;

/** Paper side by side in one row. */
interface Run {
  readonly from: number;
  /** Behind its last pixel. */
  readonly to: number;
  /** One of the row above that leads here; null in the first row. */
  readonly above: Run | null;
  /** Whether none of the row below goes on from here. */
  isFloor: boolean;
}

/**
 * @param height Of a character, in pixels.
 * @throws {CrowdError} Where there are more than in any writing.
 */
export function valleysFromTop(
  piece: Ink,
  height: number,
  effort: Effort,
): Valley[] {
  const { width } = piece;
  // What reaches the last row is open on both sides.
  const rows = openRuns(piece).slice(0, -1);
  const deep = Math.max(1, Math.round(DEEP * height));
  const places = rows.flatMap((runs, y) =>
    runs.filter((run) => run.isFloor && isBetweenInk(run, deep, width))
      .flatMap((run) =>
        cornersOf(run, WIDE_FLOOR * height).map((x) => ({ run, x, y }))
      )
  );
  effort.spend("cuts", places.length);
  return places.map(({ run, x, y }) => ({
    x,
    y,
    columns: wayTo(run, x, y, piece.height),
  }));
}

/** The same from below. */
export function valleysFromBottom(
  piece: Ink,
  height: number,
  effort: Effort,
): Valley[] {
  const last = piece.height - 1;
  return valleysFromTop(upsideDown(piece), height, effort).map(
    ({ x, y, columns }) => ({ x, y: last - y, columns: columns.reverse() }),
  );
}

function upsideDown({ width, height, data }: Ink): Ink {
  const turned = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    turned.set(row, (height - 1 - y) * width);
  }
  return { width, height, data: turned };
}

/** Of each row the paper that is open to the top. */
function openRuns({ width, height, data }: Ink): Run[][] {
  const rows: Run[][] = [];
  for (let y = 0; y < height; y++) {
    const [start, end] = [y * width, (y + 1) * width];
    const runs: Run[] = [];
    const above = rows[y - 1];
    let left = nextPaper(data, start, end, BODY);
    for (let first = 0; left < end;) {
      const right = nextInk(data, left, end, BODY);
      const [from, to] = [left - start, right - start];
      while (above && first < above.length && above[first]!.to < from) first++;
      const host = touched(above ?? [], first, to);
      if (!above || host) runs.push({ from, to, above: host, isFloor: true });
      left = nextPaper(data, right, end, BODY);
    }
    rows.push(runs);
  }
  return rows;
}

/**
 * The first run of the row above that leads to one which ends at `to`; none that leads
 * there is a floor.
 */
function touched(above: readonly Run[], first: number, to: number): Run | null {
  let i = first;
  for (; i < above.length && above[i]!.from <= to; i++) {
    above[i]!.isFloor = false;
  }
  return i > first ? above[first]! : null;
}

/** Whether ink stands on both sides of the way to a run, as high as `deep`. */
function isBetweenInk(floor: Run, deep: number, width: number): boolean {
  let run: Run | null = floor;
  for (let i = 0; i < deep && run; i++) {
    if (run.from === 0 || run.to === width) return false;
    run = run.above;
  }
  return run !== null;
}

function cornersOf({ from, to }: Run, wide: number): number[] {
  if (to - from <= wide) return [Math.floor((from + to) / 2)];
  return [from, to - 1];
}

function wayTo(floor: Run, x: number, y: number, height: number): Int16Array {
  const columns = new Int16Array(height);
  let at = x;
  for (let run: Run | null = floor, row = y; run; run = run.above, row--) {
    at = Math.min(run.to - 1, Math.max(run.from, at));
    columns[row] = at;
  }
  return columns;
}
