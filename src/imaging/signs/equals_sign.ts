import { sharedWidth } from "../boxes.ts";
import { findComponents } from "../components.ts";
import type { Ink } from "../ink.ts";

/** Ink of a stroke. */
const BODY = 1 / 2;

/** A stroke is so much wider than high. */
const LEAST_ASPECT = 2;

/** Part of the longer stroke's width that both share. */
const SHARED = 0.6;

/** Height of the sign at most, in its widths. */
const HIGHEST = 1.3;

/** Whether a piece is a =: two level strokes, one above the other. */
export function isEqualsSign(ink: Ink): boolean {
  if (ink.height > HIGHEST * ink.width) return false;
  const { list } = findComponents(ink, BODY);
  if (list.length !== 2) return false;
  const [a, b] = list.map(({ box }) => box) as [
    typeof list[0]["box"],
    typeof list[0]["box"],
  ];
  const isFlat = [a, b].every(({ width, height }) =>
    width >= LEAST_ASPECT * height
  );
  return isFlat && sharedWidth(a, b) >= SHARED * Math.max(a.width, b.width) &&
    Math.max(a.y, b.y) >= Math.min(a.y + a.height, b.y + b.height);
}
