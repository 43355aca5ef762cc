import { sharedHeight } from "../imaging/boxes.ts";
import type { Box } from "../imaging/picture.ts";
import type { TextLine } from "../imaging/text_line.ts";
import type { Judgement } from "../inference/calibrate.ts";

/**
 * What the steps of reading a line cost: negative logarithms of probabilities,
 * so that the cheapest way is the likeliest.
 */

/** Of one more character: of two readings as good, that of fewer digits. */
export const GLYPH_PRICE = 0.3;

/** Of a sign that its strokes tell. */
export const SIGN_PRICE = 0.1;

/** Of a character that is no digit. */
const STRANGE_PRICE = 1.1;

/** More where that looks like several digits: then there is a way to cut it. */
const SEVERAL_PRICE = 3;

/**
 * What is no digit counts as one for each such width, in heights: it may be several. Raised
 * cents count in their own heights: they are wider than high, lower than this, and end so
 * far above something before them, in heights of the line.
 */
const STRANGE_WIDTH = 0.5;
const LOW = 0.65;
const RAISED = 0.15;

/** How much it counts that a digit may be none, where that it may be another one counts 1. */
const DOUBT = 1.3;

/** How much it counts beside that, that it may be several. */
const SEVERAL_DOUBT = 3;

/** Of each height that a digit lacks to most of the line's. */
const LOW_PRICE = 2;
const FULL_HEIGHT = 0.85;

/** Of a cut, for each stroke width it crosses. */
const CUT_PRICE = 0.5;

/** What even the faintest cut counts for, in stroke widths. */
const LEAST_CROSSED = 1.3;

/** More strokes than this count no more: then two run along each other. */
const MOST_CROSSED = 2;

/** Of an atom that is part of two characters whose strokes run along each other. */
const SHARED_PRICE = 0.7;

/** Widest such atom, in heights. */
const WIDEST_SHARED = 0.45;

/** Of leaving a speck out, and what is as high as a character. */
const SPECK_PRICE = 0.22;
const LEFT_OUT_PRICE = 1.9;

/** A dash is so long, in its height, and its width counts less: it is hardly part of a digit. */
const DASH_ASPECT = 1.5;
const DASH_WIDTH = 0.25;

/** Of clear paper from top to bottom within a character, between pieces as high as it is. */
const GAP_PRICE = 1.5;

/** Such a gap counts in full from this width on, in heights. */
const WIDE_GAP = 0.12;

/**
 * Two pieces of which each has so much of the height are apart by so much of a
 * wide gap at least, though one may lean over the other: a 1 beside a 6 is no part
 * of it.
 */
const APART = 0.4;
const BOTH_HIGH = 0.75;

/**
 * @param size In heights of a character.
 * @param isRaised Whether it may be raised cents.
 */
export function glyphPrice(
  judgement: Judgement,
  { width, height }: { readonly width: number; readonly height: number },
  isRaised = false,
): number {
  const strange = (STRANGE_PRICE + GLYPH_PRICE) *
      Math.max(1, width / (isRaised ? height : 1) / STRANGE_WIDTH) -
    GLYPH_PRICE +
    SEVERAL_PRICE * judgement.several;
  const low = LOW_PRICE * Math.max(0, FULL_HEIGHT - height);
  const { confidence, strangeness, several } = judgement;
  const likely = Math.log(confidence) + DOUBT * Math.log(1 - strangeness) +
    SEVERAL_DOUBT * Math.log(1 - several);
  return Math.min(strange, low - likely);
}

/** Whether what has a box, behind some atoms of a line, may be raised cents. */
export function mayBeCents(
  { atoms, crossed, height: line }: TextLine,
  before: number,
  box: Box,
): boolean {
  const { x, y, width, height } = box;
  return crossed[before] === 0 && height < LOW * line && width > height &&
    atoms.slice(0, before).some((atom) =>
      atom.x + atom.width <= x && sharedHeight(atom, box) >= height / 2 &&
      atom.y + atom.height >= y + height + RAISED * line
    );
}

/** Of a cut before an atom; none where it stands apart. */
export function cutPrice({ crossed }: TextLine, atom: number): number {
  const strokes = crossed[atom] ?? 0;
  return strokes > 0
    ? CUT_PRICE * (LEAST_CROSSED + Math.min(MOST_CROSSED, strokes))
    : 0;
}

/** Of an atom, cut out on both sides, that is part of two characters. */
export function sharedPrice(
  { atoms, crossed, height }: TextLine,
  atom: number,
): number {
  const isCutOut = crossed[atom]! > 0 && (crossed[atom + 1] ?? 0) > 0;
  const isNarrow = atoms[atom]!.width <= WIDEST_SHARED * height;
  return isCutOut && isNarrow ? SHARED_PRICE : Infinity;
}

/** Of an atom that is part of no character. */
export function leftOutPrice(
  { atoms, crossed, height }: TextLine,
  atom: number,
): number {
  const box = atoms[atom]!;
  const isApart = crossed[atom] === 0 && (crossed[atom + 1] ?? 0) === 0;
  const isDash = isApart && box.width >= DASH_ASPECT * box.height;
  const width = isDash ? DASH_WIDTH * box.width : box.width;
  const size = Math.min(1, Math.hypot(width, box.height) / height);
  return SPECK_PRICE + (LEFT_OUT_PRICE - SPECK_PRICE) * size;
}

/**
 * Of the widest gap between atoms that are read as one character. A piece that
 * was cut from a larger one beyond them counts in full: it is no crumb.
 */
export function gapPrice(
  { atoms, crossed, height }: TextLine,
  from: number,
  to: number,
): number {
  const [first, ...others] = atoms.slice(from, to);
  const isCut = crossed[from]! > 0 || (crossed[to] ?? 0) > 0;
  let [most, end, reach] = [0, first!.x + first!.width, first!.height];
  others.forEach(({ x, width, height: own }, i) => {
    const lesser = Math.min(reach, own) / height;
    const gap = Math.min(1, (x - end) / height / WIDE_GAP);
    most = Math.max(most, gap * (isCut ? 1 : Math.min(1, lesser)));
    const isApart = crossed[from + 1 + i] === 0;
    if (isApart && lesser >= BOTH_HIGH) most = Math.max(most, APART);
    end = Math.max(end, x + width);
    reach = Math.max(reach, own);
  });
  return GAP_PRICE * most;
}
