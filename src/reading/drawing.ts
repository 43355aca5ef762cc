import { longerSide } from "../imaging/boxes.ts";
import type { Strokes } from "../imaging/strokes.ts";
import type { Box } from "../imaging/picture.ts";

/** Drawn lines that are longer by far than any digit: of a table, an arrow, a brace. */

/** Their longer side, in heights of the pieces beside them, at least. */
const LONG = 2.5;

/** Of the heights of those pieces, which one counts: some are dots. */
const HIGH = 0.75;

/** Pieces in all: of fewer none is beside a drawing, more take too long to read again. */
const FEWEST = 4;
const MOST = 60;

export interface WithoutDrawing {
  readonly strokes: Strokes;
  readonly leftOut: readonly Box[];
}

/** The strokes without such lines; null where there are none, or little else. */
export function withoutDrawing(strokes: Strokes): WithoutDrawing | null {
  const { list, isKept } = strokes;
  const bySize = list.keys().toArray().filter((i) => isKept[i])
    .sort((a, b) => longerSide(list[b]!.box) - longerSide(list[a]!.box));
  if (bySize.length > MOST) return null;
  let count = 0;
  while (
    bySize.length - count >= FEWEST &&
    longerSide(list[bySize[count]!]!.box) >=
      LONG * highOf(bySize.slice(count + 1).map((i) => list[i]!.box))
  ) count++;
  if (count === 0) return null;
  const drawn = new Set(bySize.slice(0, count));
  return {
    strokes: {
      ...strokes,
      isKept: isKept.map((kept, i) => kept && !drawn.has(i)),
    },
    leftOut: [...drawn].map((i) => list[i]!.box),
  };
}

function highOf(boxes: readonly Box[]): number {
  const heights = boxes.map(({ height }) => height).sort((a, b) => a - b);
  return heights[Math.round(HIGH * (heights.length - 1))]!;
}
