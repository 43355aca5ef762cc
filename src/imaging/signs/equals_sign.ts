import { sharedWidth } from "../boxes.ts";
import { findComponents } from "../components.ts";
import type { Ink } from "../ink.ts";
import { BODY } from "../pale_pieces.ts";
import type { Box } from "../picture.ts";

/** A stroke is so much wider than high. */
const LEAST_ASPECT = 2;

/** Part of the longer stroke's width that both share. */
const SHARED = 0.6;

/** Height of the sign at most, in its widths. */
const HIGHEST = 1.3;

/** Whether a piece is a =: two level strokes, one above the other. */
export function isEqualsSign(ink: Ink): boolean {
  if (ink.height > HIGHEST * ink.width) return false;
  const boxes = findComponents(ink, BODY).list.map(({ box }) => box);
  const [upper, lower] = boxes;
  if (boxes.length !== 2 || !boxes.every(isFlat)) return false;
  return lower!.y >= upper!.y + upper!.height &&
    sharedWidth(upper!, lower!) >=
      SHARED * Math.max(upper!.width, lower!.width);
}

function isFlat({ width, height }: Box): boolean {
  return width >= LEAST_ASPECT * height;
}
