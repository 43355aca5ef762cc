import type { Ink } from "../../src/imaging/ink.ts";
import { findStrokes } from "../../src/imaging/strokes.ts";
import { findText } from "../../src/imaging/text.ts";
import { inkOf, type TextLine } from "../../src/imaging/text_line.ts";
import type { Random } from "../random.ts";
import { compose, type Composed } from "./composed.ts";
import type { Made } from "./maker.ts";

/** Signs side by side as the reader of a line finds them: taken to atoms. */
export interface ComposedLine {
  /** One per sign. */
  readonly labels: readonly number[];
  readonly atoms: number;
  /** Of some atoms, the last one not included: the ink of each sign. */
  shareOf(from: number, to: number): number[];
  /** Likewise: their own ink, cut tight. */
  inkOf(from: number, to: number): Ink;
}

/**
 * Puts signs side by side and takes them to pieces.
 *
 * @param wideShare Share of the neighbours that stand clear of each other, 0..1.
 * @returns null where that is not one line.
 */
export function composeLine(
  random: Random,
  signs: readonly Made[],
  wideShare: number,
): ComposedLine | null {
  const number = compose(random, signs, wideShare);
  const strokes = number && findStrokes(number.ink);
  if (!strokes) return null;
  const [line, more] = findText(number.ink, strokes).lines;
  if (!line || more) return null;
  const shares = sharesOf(line, number);
  const { labels } = number;
  return {
    labels,
    atoms: shares.length,
    shareOf: (from, to) =>
      labels.map((_, sign) =>
        shares.slice(from, to).reduce((sum, share) => sum + share[sign]!, 0)
      ),
    inkOf: (from, to) => inkOf(line, from, to).ink,
  };
}

/** Of each atom of a line the ink of each sign. */
function sharesOf(
  line: TextLine,
  { ink: { width, data }, owners, labels }: Composed,
): number[][] {
  const shares = line.atoms.map(() => new Array<number>(labels.length).fill(0));
  line.labels.forEach((label, i) => {
    if (label === 0) return;
    const x = line.box.x + i % line.ink.width;
    const y = line.box.y + Math.floor(i / line.ink.width);
    const owner = owners[y * width + x]!;
    if (owner >= 0) shares[label - 1]![owner]! += data[y * width + x]!;
  });
  return shares;
}
