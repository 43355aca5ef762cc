import { isWithin, longerSide, reachesEdge } from "../imaging/boxes.ts";
import { cutCharacter } from "../imaging/character.ts";
import type { Component } from "../imaging/components.ts";
import type { Ink } from "../imaging/ink.ts";
import type { Box } from "../imaging/picture.ts";
import type { Strokes } from "../imaging/strokes.ts";
import { hasDotBelow } from "./dot_below.ts";
import {
  BEYOND_DOUBT,
  type Classify,
  type GlyphReading,
  plausibility,
  readGlyph,
  STROKE,
} from "./glyph.ts";

/**
 * Other pieces within the picture have this part of the digit's longer side at
 * most: a letter beside it would make it a letter too. On development sets, with
 * 0.6 three scribbles more are read as digits, with 0.25 three digits fewer.
 */
const MOST_BESIDE = 0.4;

/** So many pieces within the digit's box, with such a part of its longer side, are of a face. */
const FEATURES = 2;
const FEATURE = 0.08;

/** Part of the picture's shorter side that the digit is high at least. */
const LOWEST = 0.1;

/** A digit, and what was left out beside it. */
export interface LoneDigit {
  readonly glyph: GlyphReading;
  /** What is more than specks, in pixels of the ink. */
  readonly leftOut: readonly Box[];
}

/**
 * Where all ink together is no digit: the one digit that stands by itself among
 * specks, or beside what reaches in from the edge of the picture, as the shadows
 * that a threshold makes black.
 */
export function readLoneDigit(
  ink: Ink,
  strokes: Strokes,
  classify: Classify,
): LoneDigit | null {
  const { list } = strokes;
  const [digit, ...others] = list
    .filter(({ box }) => !reachesEdge(box, ink, 1))
    .sort((a, b) => longerSide(b.box) - longerSide(a.box));
  if (!digit || digit.box.height < LOWEST * Math.min(ink.width, ink.height)) {
    return null;
  }
  const isLarge = ({ box }: Component) =>
    longerSide(box) > MOST_BESIDE * longerSide(digit.box);
  if (others.some(isLarge)) return null;
  const features = others.filter(({ box }) =>
    isWithin(box, digit.box) &&
    longerSide(box) >= FEATURE * longerSide(digit.box)
  );
  if (features.length >= FEATURES) return null;
  const isKept = list.map((piece) => piece === digit);
  const character = cutCharacter(ink, { ...strokes, isKept });
  const glyph = readGlyph(character.box, character.ink, classify);
  if (!isClear(glyph) || hasDotBelow(glyph, strokes)) return null;
  const beside = list.filter((piece, i) =>
    strokes.isKept[i] && piece !== digit && isLarge(piece)
  );
  return { glyph, leftOut: beside.map(({ box }) => box) };
}

function isClear({ judgement }: GlyphReading): boolean {
  return plausibility(judgement) >= BEYOND_DOUBT && judgement.digit !== STROKE;
}
