import type { Ink } from "../../../src/imaging/ink.ts";
import type { Box } from "../../../src/imaging/picture.ts";

/** Signs that stand in a line so far. */
export interface Line {
  /** Paper enough for the whole line. */
  readonly ink: Ink;
  /** Row on which the first sign stands. */
  readonly base: number;
  /** Of each row, the column after its last ink, however faint; 0 for none. */
  readonly ends: Int32Array;
  /** The same of ink that is part of a digit. */
  readonly bodyEnds: Int32Array;
  /** The column after the last ink of all. */
  end: number;
  readonly signs: { character: string; box: Box; touches: boolean }[];
}

/** A sign and where its upper left corner is put. */
interface Sign {
  readonly character: string;
  readonly ink: Ink;
  readonly x: number;
  readonly y: number;
  readonly touches: boolean;
}

/** Fainter ink leaves the paper clear. */
const FAINT = 1 / 32;

/** Ink from which a pixel is part of a digit. */
const BODY = 0.5;

/** Width and height of a sign at most, in heights of a digit. */
const LARGEST_SIGN = 1.9;

/** Slope of a line at most. */
const STEEPEST = 0.35;

export function createLine(
  signs: number,
  height: number,
  gap: number,
): Line {
  const width = Math.ceil(signs * (LARGEST_SIGN * height + 1.6 * gap)) + 8;
  const reach = Math.ceil(LARGEST_SIGN * height + STEEPEST * width);
  const data = new Float32Array(width * 2 * reach);
  return {
    ink: { width, height: 2 * reach, data },
    base: reach,
    ends: new Int32Array(2 * reach),
    bodyEnds: new Int32Array(2 * reach),
    end: 0,
    signs: [],
  };
}

/** A digit reaches over its neighbour by at most this part of the narrower one. */
const MOST_TUCK = 0.3;

/** The column at which a sign has clear paper of `gap` pixels around it. */
export function gapPlace(
  line: Line,
  ink: Ink,
  y: number,
  gap: number,
  { gap: [least] }: { readonly gap: readonly [least: number, mean: number] },
): number {
  return Math.max(
    nearestPlace(line.ends, ink, y, Math.ceil(least), FAINT) + gap,
    tuckedPlace(line, ink),
  );
}

/** Ink that two digits may share, in parts of the lighter one's. */
const MOST_SHARED = 0.1;

/** Rows in which two digits may share ink, in parts of the height. */
const MOST_ROWS = 0.3;

/**
 * A digit that is no longer one when another meets its end, within this part of
 * its height: 17 becomes an n, 16 an X.
 */
const STICK = "1";
const STICK_END = 0.22;

function isEnd(
  row: number,
  { y, height }: { readonly y: number; readonly height: number },
): boolean {
  const share = (row - y) / height;
  return share < STICK_END || share > 1 - STICK_END;
}

/** Overlaps that are tried, in parts of the pen's line. */
const OVERLAPS = [1, 0.7, 0.45, 0.25] as const;

/**
 * The column at which a sign touches the line's ink, both still plain to see;
 * null where there is none.
 *
 * @param share 0..1: how much of the overlap that is possible.
 */
export function touchPlace(
  line: Line,
  { character, ink, y }: Omit<Sign, "x" | "touches">,
  { height, thickness }: {
    readonly height: number;
    readonly thickness: number;
  },
  share: number,
): number | null {
  const free = nearestPlace(line.bodyEnds, ink, y, 0, BODY);
  const limit = tuckedPlace(line, ink);
  const last = line.signs.at(-1)!;
  const sticks = [
    ...last.character === STICK ? [last.box] : [],
    ...character === STICK ? [{ y, height: ink.height }] : [],
  ];
  for (const overlap of OVERLAPS) {
    const deep = Math.max(1, Math.round(share * overlap * thickness));
    const x = free - deep;
    if (x < limit) continue;
    const { shared, rows } = sharedInk(line, ink, x, y);
    const lighter = Math.min(bodyOf(ink), lastBody(line));
    const isPlain = shared <= MOST_SHARED * lighter &&
      rows.length <= MOST_ROWS * height &&
      !sticks.some((stick) => rows.some((row) => isEnd(row, stick)));
    if (shared > 0 && isPlain) return x;
  }
  return null;
}

/** The leftmost column at which no two rows, `reach` apart or less, meet. */
function nearestPlace(
  ends: Int32Array,
  { width, height, data }: Ink,
  y: number,
  reach: number,
  level: number,
): number {
  let place = 0;
  for (let row = 0; row < height; row++) {
    const start = data.subarray(row * width, (row + 1) * width)
      .findIndex((value) => value >= level);
    if (start < 0) continue;
    for (let near = y + row - reach; near <= y + row + reach; near++) {
      const end = ends[near] ?? 0;
      if (end > 0) place = Math.max(place, end - start);
    }
  }
  return place;
}

function tuckedPlace({ end, signs }: Line, ink: Ink): number {
  const last = signs.at(-1);
  if (!last) return 0;
  return Math.ceil(end - MOST_TUCK * Math.min(last.box.width, ink.width));
}

/** Pixels that are part of both, and their rows. */
function sharedInk(
  line: Line,
  ink: Ink,
  x: number,
  y: number,
): { shared: number; rows: number[] } {
  let shared = 0;
  const rows: number[] = [];
  for (let row = 0; row < ink.height; row++) {
    const from = (y + row) * line.ink.width + x;
    let here = 0;
    for (let column = 0; column < ink.width; column++) {
      const isBoth = ink.data[row * ink.width + column]! >= BODY &&
        (line.ink.data[from + column] ?? 0) >= BODY;
      if (isBoth) here++;
    }
    shared += here;
    if (here > 0) rows.push(y + row);
  }
  return { shared, rows };
}

function bodyOf({ data }: Ink): number {
  return data.reduce((count, value) => value >= BODY ? count + 1 : count, 0);
}

function lastBody({ ink, signs }: Line): number {
  const { x, y, width, height } = signs.at(-1)!.box;
  let count = 0;
  for (let row = y; row < y + height; row++) {
    const from = row * ink.width + x;
    count += bodyOf({
      width,
      height: 1,
      data: ink.data.subarray(from, from + width),
    });
  }
  return count;
}

export function paint(
  line: Line,
  { character, ink, x, y, touches }: Sign,
): void {
  const { width, height, data } = ink;
  for (let row = 0; row < height; row++) {
    const to = (y + row) * line.ink.width + x;
    for (let column = 0; column < width; column++) {
      const value = data[row * width + column]!;
      if (value > line.ink.data[to + column]!) {
        line.ink.data[to + column] = value;
      }
      const end = x + column + 1;
      if (value >= FAINT) {
        line.ends[y + row] = Math.max(line.ends[y + row]!, end);
      }
      if (value >= BODY) {
        line.bodyEnds[y + row] = Math.max(line.bodyEnds[y + row]!, end);
      }
    }
  }
  line.end = Math.max(line.end, x + width);
  line.signs.push({ character, box: { x, y, width, height }, touches });
}
