import { isWithin } from "./boxes.ts";
import { findComponents } from "./components.ts";
import type { Ink } from "./ink.ts";
import { BODY } from "./pale_pieces.ts";
import type { Box } from "./picture.ts";

/** Pixels by which a piece may reach over the box it is in: its edge is soft. */
const SOFT = 2;

/** Ink without all that lies in some boxes, but for pieces that reach out of them. */
export function withoutPieces<Inked extends Ink>(
  ink: Inked,
  boxes: readonly Box[],
): Inked {
  const { width, height } = ink;
  const { list, labels } = findComponents(ink, BODY);
  const data = ink.data.slice();
  for (const box of boxes) {
    const wide = {
      x: box.x - SOFT,
      y: box.y - SOFT,
      width: box.width + 2 * SOFT,
      height: box.height + 2 * SOFT,
    };
    const right = Math.min(width, wide.x + wide.width);
    const bottom = Math.min(height, wide.y + wide.height);
    for (let y = Math.max(0, wide.y); y < bottom; y++) {
      for (let x = Math.max(0, wide.x); x < right; x++) {
        const at = y * width + x;
        const piece = labels()[at]!;
        if (piece === 0 || isWithin(list[piece - 1]!.box, wide)) data[at] = 0;
      }
    }
  }
  return { ...ink, data };
}
