import { reachesEdge } from "../boxes.ts";
import { findComponents } from "../components.ts";
import type { Ink } from "../ink.ts";

/** Ink of a stroke. */
const BODY = 1 / 2;

/** Parts of its height and width at either end where nothing but the ends of two strokes is. */
const END = 0.14;

/** Part of the rows, or columns, there that hold just two. */
const LEAST_TWO = 0.6;

/** The paper that all four strokes enclose, as a part of the box, and how near to its middle it is. */
const LEAST_HOLE = 0.02;
const MOST_HOLE = 0.35;
const MIDDLE = 0.2;

/** Width of a sign in its heights. */
const NARROWEST = 0.4;
const WIDEST = 1.6;

/**
 * Whether a piece is a #: two strokes across two others, the ends of two at each of its
 * sides, and paper that they enclose in its middle. Cut in two it reads as 74.
 */
export function isHashSign(ink: Ink): boolean {
  const upright = straighten(rowsOf(ink));
  if (!upright) return false;
  const { rows, width } = upright;
  const height = rows.length;
  if (width < NARROWEST * height || width > WIDEST * height) return false;
  const columns = Array.from(
    { length: width },
    (_, x) => rows.map((row) => row[x]!),
  );
  return hasTwoEnds(columns) && hasHole(rows);
}

type Bits = readonly boolean[];

/** The rows of a piece that have ink. */
function rowsOf({ width, height, data }: Ink): Bits[] {
  const rows = Array.from(
    { length: height },
    (_, y) =>
      Array.from({ length: width }, (_, x) => data[y * width + x]! >= BODY),
  );
  const isInked = (row: Bits) => row.includes(true);
  return rows.slice(rows.findIndex(isInked), rows.findLastIndex(isInked) + 1);
}

/** The rows moved so that two strokes from top to bottom stand upright; null where there are none. */
function straighten(rows: readonly Bits[]) {
  const count = endOf(rows);
  if (rows.length === 0 || !hasTwoEnds(rows)) return null;
  const middle = (some: readonly Bits[]) => {
    const two = some.map(runsOf).filter(({ length }) => length === 2).flat();
    return two.reduce((sum, { from, to }) => sum + (from + to) / 2, 0) /
      two.length;
  };
  const lean = (middle(rows.slice(-count)) - middle(rows.slice(0, count))) /
    (rows.length - count);
  const shifts = rows.map((_, y) => Math.round(lean * y));
  const inks = rows.map((row, y) => ({
    from: row.indexOf(true) - shifts[y]!,
    to: row.lastIndexOf(true) - shifts[y]!,
  })).filter((_, y) => rows[y]!.includes(true));
  const left = Math.min(...inks.map(({ from }) => from));
  const width = Math.max(...inks.map(({ to }) => to)) + 1 - left;
  return {
    width,
    rows: rows.map((row, y) =>
      Array.from(
        { length: width },
        (_, x) => row[x + left + shifts[y]!] ?? false,
      )
    ),
  };
}

function endOf(lines: readonly Bits[]): number {
  return Math.max(1, Math.round(END * lines.length));
}

/** Whether at both ends of some lines nearly all cross two strokes. */
function hasTwoEnds(lines: readonly Bits[]): boolean {
  const count = endOf(lines);
  return [lines.slice(0, count), lines.slice(-count)].every((end) =>
    end.filter((line) => runsOf(line).length === 2).length >= LEAST_TWO * count
  );
}

/** Ink side by side. */
function runsOf(line: Bits): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  line.forEach((isInk, i) => {
    if (!isInk) return;
    const last = runs.at(-1);
    if (last && last.to === i - 1) last.to = i;
    else runs.push({ from: i, to: i });
  });
  return runs;
}

/** Whether paper in the middle is enclosed. */
function hasHole(rows: readonly Bits[]): boolean {
  const [width, height] = [rows[0]!.length, rows.length];
  const data = Float32Array.from(rows.flat(), (isInk) => isInk ? 0 : 1);
  const paper = { width, height, data };
  return findComponents(paper, 1).list.some(({ box }) => {
    const share = box.width * box.height / (width * height);
    if (reachesEdge(box, paper, 0)) return false;
    if (share < LEAST_HOLE || share > MOST_HOLE) return false;
    const x = (box.x + box.width / 2) / width;
    const y = (box.y + box.height / 2) / height;
    return Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5)) <= MIDDLE;
  });
}
