import type { TextLine } from "../../src/imaging/text_line.ts";
import type { Composed } from "./composed.ts";

/** Of each atom of a line the ink of each sign it was composed of. */
export function sharesOf(
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
