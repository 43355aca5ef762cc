import type { Ink } from "../imaging/ink.ts";
import { shrinkAndCenter } from "../imaging/normalize.ts";
import type { Box } from "../imaging/picture.ts";
import { thicken } from "../imaging/thicken.ts";
import type { Judgement } from "../inference/calibrate.ts";

/** What was read from one piece of ink. */
export interface GlyphReading {
  /** Pixels of the ink of the whole picture. */
  readonly box: Box;
  /** Its own ink, as fine as it was read. */
  readonly ink: Ink;
  /** The same with the strokes of a pen; null where they were wide enough. */
  readonly thickened: Ink | null;
  /** 28x28, row-major, 1 = ink: what the network saw. */
  readonly normalized: Float32Array;
  readonly judgement: Judgement;
}

/** Reads one normalised glyph. */
export type Classify = (normalized: Float32Array) => Judgement;

/** Reads ink as one character, whatever it is. */
export function readGlyph(
  box: Box,
  ink: Ink,
  classify: Classify,
): GlyphReading {
  const pen = thicken(ink);
  const normalized = shrinkAndCenter(pen);
  return {
    box,
    ink,
    thickened: pen === ink ? null : pen,
    normalized,
    judgement: classify(normalized),
  };
}

/** The digit that any straight stroke looks like. */
export const STROKE = 1;

/** Those that any stroke may look like. */
const STROKES: readonly (number | null)[] = [STROKE, 7];

export function looksLikeStroke(digit: number | null): boolean {
  return STROKES.includes(digit);
}

/** Below this plausibility hardly anything was read: it is worth another way to see it. */
export const HARDLY_PLAUSIBLE = 0.3;

/** From this plausibility on nobody would look for several digits in one piece. */
export const PLAIN = 0.8;

/** From this one on counts what is seen another way: scribbles have another chance as well. */
export const BEYOND_DOUBT = 0.95;

/** How plausible it is that it is the digit it was read as, 0..1. */
export function plausibility({ confidence, strangeness }: Judgement): number {
  return confidence * (1 - strangeness);
}
