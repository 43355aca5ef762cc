import { type Ink, inkedBox } from "./ink.ts";
import { newBytes } from "./planes.ts";
import { nextInk, nextOther, nextPaper } from "./runs.ts";

/** Cells of the longer side of the grid on which lines are looked for, as a rule. */
const GRID_SIDE = 256;

/** Cells of the shorter side at least, where it has as many pixels: on fewer strokes look like lines. */
const MIN_GRID_SIDE = 64;

/** Ink from which a cell may belong to a line: print is often pale. */
const LINE_INK = 0.1;

/** Thickest line, as a part of the picture's shorter side. */
const MAX_THICKNESS = 1 / 32;

/** Thickest line where that is less, in pixels. */
const LEAST_MAX_THICKNESS = 5;

/** What a cell means to a line that runs along the steps. */
export const PAPER = 0;
export const THIN = 1;
export const THICK = 2;

/**
 * The ink of a picture as seen by lines of one direction: `steps` columns with
 * `positions` cells each for lines from left to right, rows for lines downwards.
 */
export interface LineGrid {
  readonly steps: number;
  readonly positions: number;
  /** Pixels a side of a cell. */
  readonly block: number;
  /** steps x positions: PAPER, THIN ink or ink THICK across the line. */
  readonly cells: Uint8Array;
}

/** Pixels across the thickest line of a picture. */
export function thickestLine({ width, height }: Ink): number {
  return Math.max(LEAST_MAX_THICKNESS, MAX_THICKNESS * Math.min(width, height));
}

/** The grids for lines from left to right and for lines downwards. */
export interface Grids {
  readonly across: LineGrid;
  readonly down: LineGrid;
}

export function lineGrids(ink: Ink): Grids {
  const { width, height } = ink;
  const block = Math.min(
    Math.ceil(Math.max(width, height) / GRID_SIDE),
    Math.max(1, Math.floor(Math.min(width, height) / MIN_GRID_SIDE)),
  );
  const thickness = thickestLine(ink);
  const columns = Math.ceil(width / block);
  const rows = Math.ceil(height / block);
  const byRow = occupied(ink, block, columns, rows);
  const byColumn = transpose(byRow, columns, rows);
  // A line thinner than its limit may still touch one cell more.
  const cells = Math.ceil(thickness / block) + 1;
  markThick(byRow, columns, cells);
  markThick(byColumn, rows, cells);
  return {
    across: { steps: columns, positions: rows, block, cells: byColumn },
    down: { steps: rows, positions: columns, block, cells: byRow },
  };
}

function occupied(
  ink: Ink,
  block: number,
  columns: number,
  rows: number,
): Uint8Array {
  const { width, data } = ink;
  const inked = inkedBox(ink);
  const cells = newBytes(columns * rows);
  for (let y = inked.y; y < inked.y + inked.height; y++) {
    const start = y * width;
    const end = start + inked.x + inked.width;
    const row = Math.floor(y / block) * columns;
    let from = nextInk(data, start + inked.x, end, LINE_INK);
    while (from < end) {
      const to = nextPaper(data, from, end, LINE_INK);
      const last = Math.floor((to - 1 - start) / block);
      cells.fill(
        THIN,
        row + Math.floor((from - start) / block),
        row + last + 1,
      );
      from = nextInk(data, to, end, LINE_INK);
    }
  }
  return cells;
}

/** Cells that are thin ink or paper, columns as rows. */
function transpose(
  cells: Uint8Array,
  columns: number,
  rows: number,
): Uint8Array {
  const transposed = newBytes(cells.length);
  for (let y = 0; y < rows; y++) {
    const [start, end] = [y * columns, (y + 1) * columns];
    let from = nextOther(cells, start, end, PAPER);
    while (from < end) {
      const to = nextOther(cells, from, end, THIN);
      for (let x = from - start; x < to - start; x++) {
        transposed[x * rows + y] = THIN;
      }
      from = nextOther(cells, to, end, PAPER);
    }
  }
  return transposed;
}

/** Marks runs of more than `longest` cells within each step. */
function markThick(
  cells: Uint8Array,
  positions: number,
  longest: number,
): void {
  for (let step = 0; step < cells.length; step += positions) {
    const end = step + positions;
    let from = nextOther(cells, step, end, PAPER);
    while (from < end) {
      // So far all ink is thin.
      const to = nextOther(cells, from, end, THIN);
      if (to - from > longest) cells.fill(THICK, from, to);
      from = nextOther(cells, to, end, PAPER);
    }
  }
}
