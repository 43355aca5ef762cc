import type { Ink } from "../imaging/ink.ts";
import type { Box } from "../imaging/picture.ts";
import { isSign } from "../imaging/signs/sign.ts";
import { isHashSign } from "../imaging/signs/hash_sign.ts";
import { cutCharacter } from "../imaging/character.ts";
import { closeGaps } from "../imaging/close_gaps.ts";
import { CrowdError } from "../imaging/effort.ts";
import { shrinkAndCenter } from "../imaging/normalize.ts";
import { findText } from "../imaging/text.ts";
import type { TextLine } from "../imaging/text_line.ts";
import { thicken } from "../imaging/thicken.ts";
import { type Strokes, strokesBox } from "../imaging/strokes.ts";
import type { Judgement } from "../inference/calibrate.ts";
import {
  type Classify,
  type GlyphReading,
  HARDLY_PLAUSIBLE,
  looksLikeStroke,
  PLAIN,
  plausibility,
  readGlyph,
} from "./glyph.ts";
import { isNumber } from "./is_number.ts";
import {
  countCandidates,
  isDigit,
  type LineReading,
  priceOf,
  readLine,
} from "./line.ts";
import { hasDotBelow } from "./dot_below.ts";
import { readLoneDigit } from "./lone_digit.ts";
import type { TellTwo } from "./pairs.ts";
import { findSigns } from "./signs.ts";
import { withoutDrawing } from "./drawing.ts";
import { findSheetEdges, withoutCutOff } from "./cut_off.ts";
import { withoutStray } from "./stray.ts";
import { findWords } from "./words.ts";

/** What was read from the writing of a picture. */
export interface WritingReading {
  /** Lines from top to bottom, each from left to right. */
  readonly lines: readonly (readonly GlyphReading[])[];
  /** The pieces that the lines were taken to; none where all writing is one glyph. */
  readonly apart: readonly LineReading[];
  /** What stands beside the digits and is none: signs, dots, dashes, remains. */
  readonly leftOut: readonly Box[];
  /** Whether there were too many pieces to try which of them belong together. */
  readonly isCrowded: boolean;
}

/**
 * Runs of pieces that may be characters, at most: each takes 0.15 ms to read, and so
 * does a pair of those that are cut. Of the development sets numbers whose digits touch
 * have up to 461, amounts on patterned cheques up to 932, three lines of clear digits up
 * to 102.
 */
const MOST_CANDIDATES = 1000;

/** No digit is wider than this, in its heights. */
const WIDEST_DIGIT = 1.9;

/** Digits beside a drawing, at least: fewer may be parts of it. */
const MANY_DIGITS = 3;

/**
 * Reads all writing of a picture: as one digit, or as lines of them, whichever
 * is likelier. Where neither is, one digit may stand by itself among what is no
 * writing; else one strange glyph stands for all.
 */
export function readWriting(
  ink: Ink,
  strokes: Strokes,
  classify: Classify,
  tellTwo: TellTwo | null,
): WritingReading {
  let asOne: GlyphReading | null = null;
  const whole = () => asOne ??= readWhole(ink, strokes, classify);
  const mayBeOne = aspectOf(strokes) <= WIDEST_DIGIT;
  const likely = mayBeOne ? plausibility(whole().judgement) : 0;
  const isOnePiece = strokes.isKept.filter((kept) => kept).length === 1;
  if (isOnePiece && likely >= PLAIN) return one(whole());
  const apart = readText(ink, strokes, classify, tellTwo);
  const isCrowded = apart === null;
  const all = apart ?? [];
  const { lines, leftOut: cutOff } = withoutCutOff(all, ink);
  const several = () => howMuchSeveral(whole(), classify);
  const writing = isNumber(lines, likely, several)
    ? asNumber(lines, cutOff, ink, strokes)
    : { ...one(whole()), isCrowded };
  if (isPlausible(writing)) return writing;
  const beside = readBesideDrawing(ink, strokes, classify, tellTwo);
  if (beside) return beside;
  const lone = readLoneDigit(ink, strokes, classify);
  return lone ? { ...one(lone.glyph), leftOut: lone.leftOut } : writing;
}

/** What is written beside lines that are longer than any digit; null where that is no number. */
function readBesideDrawing(
  ink: Ink,
  strokes: Strokes,
  classify: Classify,
  tellTwo: TellTwo | null,
): WritingReading | null {
  const beside = withoutDrawing(strokes);
  if (!beside) return null;
  const writing = readWriting(ink, beside.strokes, classify, tellTwo);
  const digits = writing.lines.flat();
  const isRead = digits.length >= MANY_DIGITS && isPlausible(writing) &&
    !digits.every(({ judgement }) => looksLikeStroke(judgement.digit));
  return isRead
    ? { ...writing, leftOut: [...writing.leftOut, ...beside.leftOut] }
    : null;
}

/**
 * The lines of all writing, each read; null where there is too much to try what belongs
 * together. Pieces that may be of one broken stroke are of one line where that is likelier.
 */
function readText(
  ink: Ink,
  strokes: Strokes,
  classify: Classify,
  tellTwo: TellTwo | null,
): readonly LineReading[] | null {
  const mayBeSeveral = (piece: Ink) =>
    !isPlain(piece, classify) && !isHashSign(piece);
  const text = unlessCrowded(() => findText(ink, strokes, mayBeSeveral));
  const readAll = (lines: readonly TextLine[]) =>
    candidatesOf(lines) <= MOST_CANDIDATES
      ? lines.map((line) => readLine(line, classify, tellTwo))
      : null;
  const lines = text && readAll(text.lines);
  const whole = lines && text.joined && unlessCrowded(text.joined);
  const joined = whole && readAll(whole);
  return joined && priceOf(joined) < priceOf(lines) ? joined : lines;
}

/** null where there is too much to be writing. */
function unlessCrowded<Found>(find: () => Found): Found | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof CrowdError) return null;
    throw error;
  }
}

function candidatesOf(lines: readonly TextLine[]): number {
  return lines.reduce((sum, line) => sum + countCandidates(line), 0);
}

/** How much all writing looks like several digits, as one glyph, wherever they stand. */
function howMuchSeveral(
  { ink, judgement }: GlyphReading,
  classify: Classify,
): number {
  const near = closeGaps(ink);
  return near === ink ? judgement.several : judgeInk(near, classify).several;
}

/** Whether all that was read may be as it was read. */
function isPlausible({ lines }: WritingReading): boolean {
  return lines.flat().every(({ judgement }) =>
    plausibility(judgement) >= HARDLY_PLAUSIBLE
  );
}

/** Whether a piece is a digit beyond doubt. */
function isPlain(piece: Ink, classify: Classify): boolean {
  return plausibility(judgeInk(piece, classify)) >= PLAIN;
}

function judgeInk(ink: Ink, classify: Classify): Judgement {
  return classify(shrinkAndCenter(thicken(ink)));
}

function one(glyph: GlyphReading): WritingReading {
  return { lines: [[glyph]], apart: [], leftOut: [], isCrowded: false };
}

/** Width of all writing in its heights. */
function aspectOf(strokes: Strokes): number {
  const { width, height } = strokesBox(strokes);
  return width / height;
}

function readWhole(
  ink: Ink,
  strokes: Strokes,
  classify: Classify,
): GlyphReading {
  const character = cutCharacter(ink, strokes);
  const glyph = readGlyph(character.box, character.ink, classify);
  return isSign(character.ink) || hasDotBelow(glyph, strokes)
    ? asSign(glyph)
    : glyph;
}

/** The same where it is a sign, whatever digit it looks like. */
function asSign(glyph: GlyphReading): GlyphReading {
  return {
    ...glyph,
    judgement: {
      ...glyph.judgement,
      digit: null,
      verdict: "rejected",
      alternatives: [],
      strangeness: 1,
    },
  };
}

/**
 * Leaves out what stands before the first and after the last digit of a line,
 * lines without any, and stray strokes; a strange glyph between digits may be one.
 */
function asNumber(
  all: readonly LineReading[],
  cutOff: readonly LineReading[],
  ink: Ink,
  strokes: Strokes,
): WritingReading {
  const { lines, leftOut: stray } = withoutStray(all);
  const leftOut = [...cutOff, ...stray].flatMap(({ parts }) =>
    parts.map(({ box }) => box)
  );
  const kept: GlyphReading[][] = [];
  for (const { parts } of lines) {
    const isEdge = findSheetEdges(parts, ink);
    const isWord = findWords(parts);
    const isOut = findSigns(parts).map((sign, i) => {
      const { glyph } = parts[i]!;
      return sign || isEdge[i]! || isWord[i]! ||
        glyph !== null && hasDotBelow(glyph, strokes);
    });
    const isIn = parts.map((part, i) => isDigit(part) && !isOut[i]);
    const first = isIn.indexOf(true);
    const last = isIn.lastIndexOf(true);
    const glyphs = parts.flatMap(({ box, glyph }, i) => {
      const isBetween = i >= first && i <= last && first >= 0;
      if (glyph && isBetween && !isOut[i]) return glyph;
      leftOut.push(box);
      return [];
    });
    if (glyphs.length > 0) kept.push(glyphs);
  }
  return { lines: kept, apart: lines, leftOut, isCrowded: false };
}
