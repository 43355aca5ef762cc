import { gap } from "../imaging/boxes.ts";
import { footOf, isDotBelow } from "../imaging/signs/question_mark.ts";
import type { Strokes } from "../imaging/strokes.ts";
import type { GlyphReading } from "./glyph.ts";

/** With others as near as this, in heights of a glyph, and of so much of its ink, a dot is not alone. */
const DOTS_APART = 0.6;
const LIKE_DOT = 0.3;

/** Whether one dot stands below a glyph, as in ? and !, which look like a 7 and a 1. */
export function hasDotBelow(
  { box, ink }: GlyphReading,
  { list }: Strokes,
): boolean {
  const { x, y } = footOf(ink);
  const foot = {
    x: box.x + x * box.width / ink.width,
    y: box.y + y * box.height / ink.height,
  };
  const dot = list.find((piece) => isDotBelow(piece, foot, box.height));
  return dot !== undefined &&
    list.every((piece) =>
      piece === dot || piece.mass < LIKE_DOT * dot.mass ||
      piece.box.y < foot.y ||
      gap(piece.box, dot.box) > DOTS_APART * box.height
    );
}
