import { type Grids, type LineGrid, PAPER } from "./line_grid.ts";
import type { LinePath } from "./line_paths.ts";

/**
 * What tells a printed line from a stroke of a digit: it ends at the edge of the
 * picture or at another line, at both ends.
 */

/** How near to its end a line may break off, as a part of the picture's side. */
const END_SHARE = 0.04;

/** The same in cells, for small pictures. */
export const END_CELLS = 3;

/** Longest gap of a broken line at its end, as a part of the picture's side. */
const MAX_GAP = 0.15;

/**
 * What tells a broken line from strokes of digits that stand in a row or a
 * column: so much of it stands alone, and so few cells it leaves its curve by.
 */
const REGULAR_THIN = 0.68;
const REGULAR_DEVIATION = 0.4;

/** A line with a free end is no side where another runs across so far beyond it, in its length. */
const SHORT_OF_CORNER = 0.15;

/** Lines that are print whatever lies between them: ruling, or a frame. */
export const MANY = 3;

/** A line with the direction it runs in. */
export interface Line extends LinePath {
  readonly isDown: boolean;
}

/**
 * Of all lines those whose ends lie at the edge of the picture or at another such
 * line, or at one that was found before.
 */
export function anchored(
  found: readonly Line[],
  before: readonly Line[],
  grids: Grids,
): Line[] {
  let lines = [...found];
  for (;;) {
    const all = [...lines, ...before];
    const ends = lines.map((line) => heldEnds(line, all, grids));
    const held = lines.filter((line, i) => {
      const { isFromHeld, isToHeld } = ends[i]!;
      if (isFromHeld === isToHeld) return isFromHeld;
      const others = all.filter((other, j) => {
        const end = ends[j];
        return other !== line && (!end || end.isFromHeld || end.isToHeld);
      });
      return others.length + 1 >= MANY && isSide(line, others, isFromHeld);
    });
    if (held.length === lines.length) return held;
    lines = held;
  }
}

/** Whether there is ink so near to the edge that a line of one direction may end there. */
export function hasInkAtEdge({ steps, positions, cells }: LineGrid): boolean {
  const far = Math.max(END_CELLS, MAX_GAP * steps) + 1;
  for (let step = 0, at = 0; step < steps; step++) {
    const isEnd = step <= far || step >= steps - 1 - far;
    for (let p = 0; p < positions; p++, at++) {
      const isSide = p <= END_CELLS || p >= positions - 1 - END_CELLS;
      if ((isEnd || isSide) && cells[at] !== PAPER) return true;
    }
  }
  return false;
}

/** Which ends of a line are held. */
interface HeldEnds {
  readonly isFromHeld: boolean;
  readonly isToHeld: boolean;
}

function heldEnds(line: Line, all: readonly Line[], grids: Grids): HeldEnds {
  const { steps, positions } = line.isDown ? grids.down : grids.across;
  const reach = reachOf(line.to - line.from);
  // A broken line may break off by one more of its gaps.
  const gap = isRegular(line)
    ? Math.min(line.gap + END_CELLS, MAX_GAP * steps)
    : 0;
  const far = Math.max(reach, gap);
  const others = all.filter(({ isDown }) => isDown !== line.isDown);
  const isHeld = (step: number) => {
    const at = line.positions[step]!;
    return step <= far || step >= steps - 1 - far ||
      at <= END_CELLS || at >= positions - 1 - END_CELLS ||
      others.some((other) => meets(line, step, other, far));
  };
  return { isFromHeld: isHeld(line.from), isToHeld: isHeld(line.to) };
}

/** Whether a line, where it is broken, is so by wear and not made of strokes. */
function isRegular({ thin, deviation }: Line): boolean {
  return thin >= REGULAR_THIN && deviation <= REGULAR_DEVIATION;
}

/**
 * Whether a line that is held at one end belongs to a frame of which a side is
 * missing: it is the outermost of its direction and reaches its corners, or it is
 * as long as another. A stroke within the frame that touches it is neither.
 */
function isSide(
  line: Line,
  others: readonly Line[],
  isFromHeld: boolean,
): boolean {
  const parallel = others.filter(({ isDown }) => isDown === line.isDown);
  if (parallel.length === 0) return false;
  const middle = (line.from + line.to) >> 1;
  const sides = parallel.map(({ positions }) =>
    Math.sign(positions[middle]! - line.positions[middle]!)
  );
  if (!sides.includes(1) || !sides.includes(-1)) {
    return !others.some((other) => isBeyond(line, other, isFromHeld));
  }
  const reach = reachOf(line.to - line.from);
  return parallel.some(({ from, to }) =>
    Math.abs(from - line.from) <= reach && Math.abs(to - line.to) <= reach
  );
}

/** Whether another line runs across where a line would go on at its free end. */
function isBeyond(line: Line, other: Line, isFromHeld: boolean): boolean {
  if (other.isDown === line.isDown) return false;
  const end = isFromHeld ? line.to : line.from;
  const at = line.positions[end]!;
  if (at < other.from || at > other.to) return false;
  const step = other.positions[at]!;
  const away = isFromHeld ? step - end : end - step;
  return away >= SHORT_OF_CORNER * (line.to - line.from);
}

/** Cells from its end up to which a line of some length goes on. */
export function reachOf(length: number): number {
  return Math.max(END_CELLS, END_SHARE * length);
}

/** Whether a line at one of its ends comes within `reach` of another's ink. */
function meets(line: Line, step: number, other: Line, reach: number): boolean {
  const position = line.positions[step]!;
  if (position < other.from - reach || position > other.to + reach) {
    return false;
  }
  const at = Math.min(other.positions.length - 1, Math.max(0, position));
  return Math.abs(other.positions[at]! - step) <= reach;
}
