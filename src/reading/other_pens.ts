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

/**
 * What was read beside a number and is not written with its pen: an eraser, a coin, a cable,
 * a finger, the lid of a jar.
 */

/** What differs by more is another pen: of 5,000 digits one in a hundred differs by 0.2 from its neighbours. */
const OTHER = 0.5;

/** Part of the picture's shorter side up to which something reaches in from its edge. */
const EDGE_SHARE = 0.01;

/** For each clear stroke of another pen, digits of the one pen, if it is not written. */
const DIGITS_A_STROKE = 3;

/** Digits whose places are known; there are hundreds on a page. */
const MOST_DIGITS = 60;

/** The boxes of what was read and is of another pen than the rest. */
export function otherPens(
  picture: Picture,
  ink: Ink,
  read: readonly (readonly GlyphReading[])[],
  apart: readonly LineReading[],
): Box[] {
  const lines = apart.length > 0 ? apart.map(digitsOf) : read;
  const all = lines.flat();
  if (all.length < 2 || all.length > MOST_DIGITS) return [];
  const pens = all.map(({ box }) => penColour(picture, ink, box));
  const within = EDGE_SHARE * Math.min(ink.width, ink.height);
  const isAtEdge = all.map(({ box }) => reachesEdge(box, ink, within));
  const isAlone = lines.flatMap((line) => line.map(() => line.length === 1));
  const isLast = lines.flatMap((line) =>
    line.map((_, i) => i === 0 || i === line.length - 1)
  );
  const isSure = all.map(({ judgement }) => judgement.verdict === "sure");
  const isOwn = isSure.map((sure, i) => sure && !isAtEdge[i]);
  const own = medianPen(pens.filter((pen, i) => pen && isOwn[i]));
  if (!own) return [];
  const isOther = pens.map((pen) =>
    pen !== null && colourDistance(pen, own) > OTHER
  );
  const count = isOwn.filter((own, i) => own && !isOther[i]).length;
  const strokes = isOwn.filter((own, i) => own && isOther[i]).length;
  const areFew = strokes * DIGITS_A_STROKE <= count;
  return all.filter(({ judgement: { digit } }, i) => {
    if (!isOther[i]) return false;
    return isAtEdge[i] || isAlone[i] && !isSure[i] ||
      areFew && isSure[i] && isLast[i] && digit === STROKE;
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
