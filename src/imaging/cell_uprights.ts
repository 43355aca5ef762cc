import type { Cell } from "./find_cells.ts";
import type { Ink } from "./ink.ts";
import { median } from "./median.ts";
import { alongRow, downColumn, findRun, STROKE_ON_LINE } from "./run_across.ts";
import { placeOn, type Straight } from "./straight.ts";

/** Part of an upright from the top to the bottom of its row where it stands alone, and of either end. */
const STANDING = 0.5;
const END = 0.12;

/** Such a part that tells an upright, however wide its box is, where it is joined to others. */
const WHOLE = 0.95;

/** Ink along the top and bottom of a box for that of one that was found. */
const CLOSED = 0.93;

/** How much an upright may lean otherwise than those that were found. */
const LEANS = [0, -0.02, 0.02, -0.04, 0.04, -0.06, 0.06];

/** Rows from the middle of a row in some of which an upright has ink: most columns have none. */
const MIDDLE = [-6, -3, 0, 3, 6];

/** Pixels, and parts of a box's width, by which boxes of a row are unequally wide. */
const UNEQUAL = 3;
const UNEQUAL_SHARE = 0.04;

/** The lines along which boxes of a row stand. */
export interface Rails {
  readonly top: Straight;
  readonly bottom: Straight;
  /** Slope of the sides down. */
  readonly lean: number;
  /** Pixels across a side. */
  readonly thickness: number;
}

/** Sides down: those of boxes that were found, and lines from the top to the bottom that close another box. */
export function uprightsOf(
  ink: Ink,
  cells: readonly Cell[],
  rails: Rails,
): Straight[] {
  const widths = cells.map((cell) =>
    middleOf(cell.right) - middleOf(cell.left)
  );
  const known = cells.flatMap(({ left, right }) => [left, right]);
  const width = median(widths)!;
  const equal = UNEQUAL + UNEQUAL_SHARE * width;
  const standing = standingLines(ink, rails);
  const closed = CLOSED * median(
    cells.map((cell) =>
      railShare(ink, rails, middleOf(cell.left), middleOf(cell.right))
    ),
  )!;
  function middleOf({ at, slope }: Straight): number {
    const y = (rails.top.at + rails.bottom.at) / 2;
    return at + slope * y;
  }
  const isBox = (a: number, b: number) =>
    Math.abs(Math.abs(a - b) - width) <= equal &&
    railShare(ink, rails, a, b) >= closed;
  const all = [...known, ...standing.map(({ line }) => line)].map(middleOf);
  const more = standing.filter(({ line, share }) => {
    const at = middleOf(line);
    const isKnown = known.some((other) =>
      Math.abs(at - middleOf(other)) <= rails.thickness + UNEQUAL
    );
    const isJoined = share >= WHOLE &&
      known.some((other) =>
        railShare(ink, rails, at, middleOf(other)) >= closed
      );
    return !isKnown && (isJoined || all.some((other) => isBox(at, other)));
  });
  return [...known, ...more.map(({ line }) => line)];
}

/** Part of a row's top and bottom that has ink from one column to another. */
function railShare(
  ink: Ink,
  { top, bottom }: Rails,
  a: number,
  b: number,
): number {
  const from = Math.max(0, Math.round(Math.min(a, b)));
  const to = Math.min(ink.width - 1, Math.round(Math.max(a, b)));
  let met = 0;
  for (let x = from; x <= to; x++) {
    const across = downColumn(ink, x);
    for (const line of [top, bottom]) {
      if (findRun(ink.data, across, placeOn(line, x), 1)) met++;
    }
  }
  return met / (2 * (to - from + 1));
}

/** Thin lines from the top of a row to its bottom. */
function standingLines(ink: Ink, rails: Rails): Standing[] {
  const near = Math.ceil(rails.thickness) + 1;
  const found = Array.from(
    { length: ink.width },
    (_, x) => standingLine(ink, rails, x),
  );
  return found.flatMap((standing, x) => {
    if (!standing) return [];
    const around = found.slice(Math.max(0, x - near), x + near + 1);
    const own = Math.min(x, near);
    const isPeak = around.every((other, i) =>
      other === null || i === own || other.share < standing.share ||
      other.share === standing.share && i > own
    );
    return isPeak ? [standing] : [];
  });
}

interface Standing {
  readonly line: Straight;
  readonly share: number;
}

/** The line that stands best where the middle of a row crosses a column; null where none does. */
function standingLine(ink: Ink, rails: Rails, x: number): Standing | null {
  const y = (placeOn(rails.top, x) + placeOn(rails.bottom, x)) / 2;
  if (!MIDDLE.some((by) => hasInk(ink, x, Math.round(y) + by))) return null;
  let best: Standing | null = null;
  for (const turn of LEANS) {
    const slope = rails.lean + turn;
    const line = { at: x - slope * y, slope };
    const share = standingShare(ink, rails, line, x);
    if (share >= STANDING && share > (best?.share ?? 0)) best = { line, share };
  }
  return best;
}

function hasInk(ink: Ink, x: number, y: number): boolean {
  return y >= 0 && y < ink.height &&
    findRun(ink.data, alongRow(ink, y), x, 1) !== null;
}

/** Part of a line down a row where a thin line stands; 0 where one of its ends does not. */
function standingShare(
  ink: Ink,
  rails: Rails,
  line: Straight,
  x: number,
): number {
  const from = Math.max(0, placeOn(rails.top, x));
  const to = Math.min(ink.height - 1, placeOn(rails.bottom, x));
  const thin = STROKE_ON_LINE * rails.thickness + 1;
  const isThin = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => {
    const y = from + i;
    const run = findRun(ink.data, alongRow(ink, y), placeOn(line, y), 1);
    return run !== null && run.length <= thin;
  });
  const end = Math.ceil(END * isThin.length);
  const clear = Math.ceil(rails.thickness);
  const shares = [
    isThin,
    isThin.slice(clear, clear + end),
    isThin.slice(-clear - end, -clear),
  ].map((part) => part.filter((thin) => thin).length / part.length);
  return shares.every((share) => share >= STANDING) ? shares[0]! : 0;
}
