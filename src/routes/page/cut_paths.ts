import type { TextLine } from "../../imaging/text_line.ts";
import type { LineReading } from "../../reading/line.ts";

/** Where a line was cut, or might have been. */
export interface CutPath {
  /** Whether what lies to both sides was read apart. */
  readonly isMade: boolean;
  /** Pixels of the line's ink from its top. */
  readonly top: number;
  /** One for each row from `top` on: the first column to the right of the cut. */
  readonly columns: Int16Array;
}

/** The cuts of a line from left to right, each from top to bottom of its atoms. */
export function cutPaths({ line, parts }: LineReading): CutPath[] {
  const made = new Set(parts.map(({ from }) => from));
  return line.atoms.keys().toArray()
    .filter((atom) => atom > 0 && line.crossed[atom]! > 0)
    .map((atom) => ({ isMade: made.has(atom), ...pathBefore(line, atom) }));
}

/**
 * The way between an atom and the one before it: straight, but around the ink of
 * both. It starts from where they are nearest, which is where they touch.
 */
function pathBefore(
  line: TextLine,
  atom: number,
): Pick<CutPath, "top" | "columns"> {
  const [left, right] = [line.atoms[atom - 1]!, line.atoms[atom]!];
  const top = Math.min(left.y, right.y);
  const height = Math.max(left.y + left.height, right.y + right.height) - top;
  const edges = Array.from(
    { length: height },
    (_, row) => edgesOf(line, atom, top + row),
  );
  const gaps = edges.map(({ least, most }) => Math.abs(most - least));
  const start = gaps.indexOf(Math.min(...gaps));
  const columns = new Int16Array(height);
  for (let row = start, x = right.x; row < height; row++) {
    columns[row] = x = between(x, edges[row]!);
  }
  for (let row = start - 1, x = columns[start]!; row >= 0; row--) {
    columns[row] = x = between(x, edges[row]!);
  }
  return { top, columns };
}

/** Columns of a row that a cut may run before; infinite where nothing bounds them. */
interface Edges {
  readonly least: number;
  readonly most: number;
}

function edgesOf({ ink, labels }: TextLine, atom: number, y: number): Edges {
  const row = labels.subarray(y * ink.width, (y + 1) * ink.width);
  const last = row.lastIndexOf(atom);
  const first = row.indexOf(atom + 1);
  return {
    least: last < 0 ? -Infinity : last + 1,
    most: first < 0 ? Infinity : first,
  };
}

function between(x: number, { least, most }: Edges): number {
  if (least > most) return Math.round((least + most) / 2);
  return Math.max(least, Math.min(most, x));
}
