import { reachesEdge } from "./boxes.ts";
import { type Row, rowsOf } from "./cell_rows.ts";
import { findCells } from "./find_cells.ts";
import { findComponents } from "./components.ts";
import type { Ink } from "./ink.ts";
import type { Box } from "./picture.ts";
import { clearRemains } from "./remains.ts";
import {
  type Across,
  alongRow,
  downColumn,
  findRun,
  STROKE_ON_LINE,
} from "./run_across.ts";
import { placeOn, type Straight } from "./straight.ts";
import { strengthen } from "./strengthen.ts";

/** Pixels by which a side leaves its line. */
const BENT = 3;

/** Ink of a piece. */
const PIECE_INK = 0.1;

/** A box that the edge of the picture cuts ends where others do, up to this part of their height. */
const AS_HIGH = 0.12;

/**
 * Ink without the boxes that a form has for digits, alone or in rows, also where writing touches
 * them; the same object where there are none.
 */
export function removeCells(ink: Ink): Ink {
  const rows = rowsOf(ink, findCells(ink));
  if (rows.length === 0) return ink;
  const open = { ...ink, data: ink.data.slice() };
  for (const row of rows) erase(open, row);
  const rest = clearRemains(ink, open, {
    thickness: Math.max(...rows.map((row) => row.thickness)),
    angles: rows.flatMap(({ top, lean }) => [
      Math.atan(top.slope),
      Math.PI / 2 - Math.atan(lean),
    ]),
  });
  return { ...strengthen(withoutRest(rest, rows)), isRuled: true };
}

/**
 * Ink without what stands above and below all rows, as what is printed there, and without
 * boxes that the edge of the picture cuts.
 */
function withoutRest(ink: Ink, rows: readonly Row[]): Ink {
  const pieces = findComponents(ink, PIECE_INK);
  const isKept = pieces.list.map(({ box }) =>
    rows.some((row) => isInLine(box, row)) &&
    !(reachesEdge(box, ink, 0) && rows.some((row) => isCutBox(box, row)))
  );
  if (!isKept.includes(false)) return ink;
  const labels = pieces.labels();
  const data = ink.data.map((value, i) => {
    const label = labels[i]!;
    return label > 0 && !isKept[label - 1] ? 0 : value;
  });
  return { ...ink, data };
}

/** Whether a piece stands in the line of a row: boxes that were not found may be there. */
function isInLine({ x, y, width, height }: Box, { top, bottom }: Row): boolean {
  const middle = x + width / 2;
  return y < placeOn(bottom, middle) && y + height > placeOn(top, middle);
}

/** Whether a piece beside a box is as high and stands as high. */
function isCutBox({ x, y, width, height }: Box, row: Row): boolean {
  const { left, right } = extent(row);
  if (x + width > left && x < right) return false;
  const middle = x + width / 2;
  const [top, bottom] = [placeOn(row.top, middle), placeOn(row.bottom, middle)];
  const most = AS_HIGH * (bottom - top);
  return Math.abs(y - top) <= most && Math.abs(y + height - bottom) <= most;
}

/** The columns from the first to the last side of a row. */
function extent({ top, bottom, uprights }: Row) {
  const columns = uprights.flatMap((line) =>
    [top, bottom].map(({ at }) => placeOn(line, at))
  );
  return { left: Math.min(...columns), right: Math.max(...columns) };
}

/** Takes the lines of a row out of the ink, but for the strokes that cross them. */
function erase(ink: Ink, row: Row): void {
  const { top, bottom, uprights, thickness } = row;
  const { width, height, data } = ink;
  const corner = Math.ceil(thickness);
  const { left, right } = extent(row);
  const clear = (across: Across, centre: number) => {
    const run = findRun(data, across, centre, BENT);
    if (!run || run.length > STROKE_ON_LINE * thickness + 1) return;
    for (let at = run.from; at <= run.to; at += across.stride) data[at] = 0;
  };
  const level = (line: Straight) => {
    for (let x = left - corner; x <= right + corner; x++) {
      if (x < 0 || x >= width) continue;
      clear(downColumn(ink, x), placeOn(line, x));
    }
  };
  level(top);
  level(bottom);
  for (const line of uprights) {
    const x = line.at + line.slope * top.at;
    const from = Math.max(0, placeOn(top, x) - corner);
    const to = Math.min(height - 1, placeOn(bottom, x) + corner);
    for (let y = from; y <= to; y++) {
      clear(alongRow(ink, y), placeOn(line, y));
    }
  }
}
