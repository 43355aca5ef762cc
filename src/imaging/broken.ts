import { createGroups } from "./groups.ts";
import type { Raster } from "./raster.ts";
import { strokeWidth } from "./stroke_width.ts";
import { isLevel } from "./text_lines.ts";

/**
 * Strokes that broke, as those of a dry pen or of a copy do: a character may lie in pieces
 * above each other, each of which a line of text could be made of.
 */

/** Clear paper within a broken stroke, at most, in widths of a stroke. */
const WIDEST_BREAK = 1;

/** More pieces than this are no broken characters, but many. */
const MOST_PIECES = 60;

/**
 * Groups pieces that lie above each other, hardly farther apart than a stroke is wide.
 *
 * @returns All pieces, each in one group, which may be its own.
 */
export function joinBroken({ ink, pieces }: Raster): number[][] {
  const { list } = pieces;
  const groups = createGroups(list.length);
  if (list.length <= MOST_PIECES) {
    const reach = Math.ceil(WIDEST_BREAK * strokeWidth(ink));
    forEachNear(pieces.labels(), ink, reach, (a, b) => {
      if (!isLevel(list[a]!.box, list[b]!.box)) groups.join(a, b);
    });
  }
  return groups.of(list.keys());
}

/** Calls `meet` for pieces of which pixels lie within `reach` of each other, the upper one first. */
function forEachNear(
  labels: Int32Array,
  { width, height }: Raster["ink"],
  reach: number,
  meet: (upper: number, lower: number) => void,
): void {
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    // What has more of its piece below it is not the nearest to what is below.
    if (label === 0 || labels[i + width] === label) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    const lowest = Math.min(reach, height - 1 - y);
    for (let down = 1; down <= lowest; down++) {
      const aside = Math.floor(Math.sqrt(reach * reach - down * down));
      const from = (y + down) * width;
      const last = from + Math.min(width - 1, x + aside);
      for (let at = from + Math.max(0, x - aside); at <= last; at++) {
        const other = labels[at]!;
        if (other !== 0 && other !== label) meet(label - 1, other - 1);
      }
    }
  }
}
