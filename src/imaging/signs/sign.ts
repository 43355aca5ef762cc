import { cut } from "../cut.ts";
import type { Ink } from "../ink.ts";
import { BODY } from "../pale_pieces.ts";
import type { Box } from "../picture.ts";
import { isEqualsSign } from "./equals_sign.ts";
import { isPercentSign } from "./percent_sign.ts";
import { isPlusSign } from "./plus_sign.ts";
import { isQuestionMark } from "./question_mark.ts";

/**
 * Whether ink is a sign that networks take for digits, told by its strokes: + looks like
 * a 4, % like 96, ? like a 7.
 */
export function isSign(ink: Ink): boolean {
  const box = firmBox(ink);
  if (!box) return false;
  const firm = cut(ink, box);
  return isPlusSign(firm) || isPercentSign(firm) || isEqualsSign(firm) ||
    isQuestionMark(firm);
}

/** Where ink is, without its soft edges; null where there is none. */
function firmBox({ width, height, data }: Ink): Box | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (data[i]! < BODY) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return right < 0
    ? null
    : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
