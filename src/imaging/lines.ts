import type { Ink } from "./ink.ts";
import {
  anchored,
  END_CELLS,
  hasInkAtEdge,
  type Line,
  MANY,
  reachOf,
} from "./line_ends.ts";
import { lineGrids, thickestLine } from "./line_grid.ts";
import { findPaths } from "./line_paths.ts";
import { median } from "./median.ts";
import { clearRemains } from "./remains.ts";
import { findRun, type Run, STROKE_ON_LINE } from "./run_across.ts";
import { strengthen } from "./strengthen.ts";
import { findCharacter } from "./character.ts";

/**
 * Printed lines: ruling, grids and the frames of form cells. They are thin,
 * straight and long, and end at the edge of the picture or at each other, which
 * strokes of digits do not do at both ends.
 */

/** Below this many pixels a side strokes and lines cannot be told apart. */
const MIN_SIDE = 40;

/** By how much few lines reach beyond the writing at either end. */
const OVERHANG = 0.04;

/** Lines of a sheet are at most this many times as thick as most. */
const UNEVEN = 1.25;

/** Lines run into one another are found one after the other. */
const MAX_ROUNDS = 3;

/**
 * Ink without printed lines, and full where the writing that is left is fullest;
 * the same object where there are none.
 */
export function removeLines(ink: Ink): Ink {
  if (Math.min(ink.width, ink.height) < MIN_SIDE) return ink;
  let rest = ink;
  let thickness: number | null = null;
  const lines: Line[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const found = removeFound(rest, thickness, lines);
    if (!found) break;
    rest = found.rest;
    thickness ??= found.thickness;
    lines.push(...found.lines);
  }
  if (thickness === null) return ink;
  const angles = lines.map(angleOf);
  const clear = clearRemains(ink, rest, { thickness, angles });
  return { ...strengthen(clear), isRuled: true };
}

/**
 * One round; null when it finds no print.
 *
 * @param printed Thickness of the lines of a sheet that is known to have some:
 * then every line as thin is print.
 */
function removeFound(
  ink: Ink,
  printed: number | null,
  before: readonly Line[],
): { rest: Ink; thickness: number; lines: Line[] } | null {
  const { across, down } = lineGrids(ink);
  const level = findPaths(across);
  const isAlone = level.length === 0 && before.length === 0;
  if (isAlone && !hasInkAtEdge(down)) return null;
  const paths = [
    ...level.map((path) => ({ ...path, isDown: false })),
    ...findPaths(down).map((path) => ({ ...path, isDown: true })),
  ];
  const lines = anchored(paths, before, { across, down });
  if (lines.length === 0) return null;
  const rest = { ...ink, data: ink.data.slice() };
  const erased: Line[] = [];
  let thickness = printed;
  for (const isDown of [false, true]) {
    // All lines of one direction are measured before any of them goes.
    const measured = lines.filter((line) => line.isDown === isDown)
      .map((line) => ({ line, runs: findRuns(rest, line, across.block) }));
    thickness ??= median(measured.map(({ runs }) => runs.thickness));
    for (const { line, runs } of measured) {
      if (runs.thickness > UNEVEN * (thickness ?? 0) + 1) continue;
      erase(rest, runs);
      erased.push(line);
    }
  }
  if (erased.length === 0 || thickness === null) return null;
  const isFound = printed !== null || isPrint(erased, rest);
  return isFound ? { rest, thickness, lines: erased } : null;
}

/** Radians from the row. */
function angleOf({ from, to, positions, isDown }: Line): number {
  const [along, aside] = [to - from, positions[to]! - positions[from]!];
  return isDown ? Math.atan2(along, aside) : Math.atan2(aside, along);
}

/**
 * Whether lines are print and no strokes of a close-cut digit: they are many, or
 * reach beyond the writing that is left without them. Where none is left, one
 * line downwards may be a 1.
 */
function isPrint(lines: readonly Line[], rest: Ink): boolean {
  if (lines.length >= MANY) return true;
  const writing = findCharacter(rest);
  if (!writing) {
    return lines.every(({ isDown }) => !isDown) ||
      lines.every(({ isDown }) => isDown) && lines.length > 1;
  }
  const { x, y, width, height } = writing.box;
  const marginX = OVERHANG * rest.width;
  const marginY = OVERHANG * rest.height;
  return lines.every(({ isDown }) =>
    isDown
      ? y >= marginY && y + height <= rest.height - marginY
      : x >= marginX && x + width <= rest.width - marginX
  );
}

/** Where a line has ink: runs across it, one a step, `stride` values apart. */
interface Runs {
  readonly stride: number;
  readonly list: readonly Run[];
  /** Median length of the runs in which there is no stroke as well. */
  readonly thickness: number;
}

function findRuns(
  { width, height, data }: Ink,
  line: Line,
  block: number,
): Runs {
  const [along, stride] = line.isDown ? [width, 1] : [1, width];
  const length = line.isDown ? height : width;
  const positions = line.isDown ? width : height;
  const lastStep = line.positions.length - 1;
  const reach = reachOf(lastStep);
  // Beyond an end that meets another line lies the corner of both.
  const first = line.from <= reach ? 0 : (line.from - END_CELLS) * block;
  const last = line.to >= lastStep - reach
    ? length - 1
    : Math.min(length - 1, (line.to + END_CELLS + 1) * block - 1);
  const list: Run[] = [];
  for (let step = first; step <= last; step++) {
    const cell = line.positions[Math.floor(step / block)]!;
    const centre = Math.min(positions - 1, Math.floor((cell + 0.5) * block));
    const start = step * along;
    const run = findRun(data, { start, stride, positions }, centre, block);
    if (run) list.push(run);
  }
  const most = thickestLine({ width, height, data }) + block;
  const lengths = list.map((run) => run.length);
  const thickness = median(lengths.filter((length) => length <= most)) ?? most;
  return { stride, list, thickness };
}

/** Takes a line out of the ink, but for the strokes that cross it. */
function erase({ data }: Ink, { stride, list, thickness }: Runs): void {
  for (const { from, to, length } of list) {
    if (length > STROKE_ON_LINE * thickness + 1) continue;
    for (let at = from; at <= to; at += stride) data[at] = 0;
  }
}
