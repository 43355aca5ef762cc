import { reachesEdge } from "../imaging/boxes.ts";
import type { Ink } from "../imaging/ink.ts";
import { median } from "../imaging/median.ts";
import {
  colourDistance,
  type PenColour,
  penColour,
} from "../imaging/pen_colour.ts";
import type { Box, Picture } from "../imaging/picture.ts";
import { type GlyphReading, STROKE } from "./glyph.ts";
import { isDigit, type LineReading } from "./line.ts";
import type { WritingReading } from "./writing.ts";

/**
 * What was read beside a number and is not written with its pen: an eraser, a coin, a cable,
 * a finger, the lid of a jar.
 */

/**
 * What differs by more is another pen: one digit in a hundred differs by 0.1 to 0.4 from the
 * others of its number.
 */
const OTHER = 0.5;

/** Part of the picture's shorter side up to which something reaches in from its edge. */
const EDGE_SHARE = 0.01;

/** Digits of the one pen for each clear 1 of another one, if that is none. */
const DIGITS_FOR_A_STROKE = 3;

/** More digits than this are a page, beside which little lies. */
const MOST_DIGITS = 60;

/**
 * The boxes of what was read and is of another pen than the clear digits within the picture:
 * what reaches in from its edge, what is doubtful and alone in its line, and few clear 1s at the
 * ends of lines.
 */
export function otherPens(
  picture: Picture,
  ink: Ink,
  { lines: read, apart }: Pick<WritingReading, "lines" | "apart">,
): Box[] {
  const lines = apart.length > 0 ? apart.map(digitsOf) : read;
  const all = lines.flat();
  if (all.length < 2 || all.length > MOST_DIGITS) return [];
  const pens = all.map(({ box }) => penColour(picture, ink, box));
  const within = EDGE_SHARE * Math.min(ink.width, ink.height);
  const isAtEdge = all.map(({ box }) => reachesEdge(box, ink, within));
  const isAlone = lines.flatMap((line) => line.map(() => line.length === 1));
  const isOutermost = lines.flatMap((line) =>
    line.map((_, i) => i === 0 || i === line.length - 1)
  );
  const isSure = all.map(({ judgement }) => judgement.verdict === "sure");
  const isOwn = isSure.map((sure, i) => sure && !isAtEdge[i]);
  const own = medianPen(pens.filter((_, i) => isOwn[i]));
  if (!own) return [];
  const isOther = pens.map((pen) =>
    pen !== null && colourDistance(pen, own) > OTHER
  );
  const count = isOwn.filter((own, i) => own && !isOther[i]).length;
  const strokes = isOwn.filter((own, i) => own && isOther[i]).length;
  const areFew = strokes * DIGITS_FOR_A_STROKE <= count;
  return all.filter(({ judgement: { digit } }, i) => {
    if (!isOther[i]) return false;
    return isAtEdge[i] || isAlone[i] && !isSure[i] ||
      areFew && isSure[i] && isOutermost[i] && digit === STROKE;
  }).map(({ box }) => box);
}

function digitsOf({ parts }: LineReading): GlyphReading[] {
  return parts.filter(isDigit).map(({ glyph }) => glyph!);
}

function medianPen(pens: readonly (PenColour | null)[]): PenColour | null {
  const known = pens.filter((pen) => pen !== null);
  if (known.length === 0) return null;
  const of = (channel: number) => median(known.map((pen) => pen[channel]!))!;
  return [of(0), of(1), of(2)];
}
