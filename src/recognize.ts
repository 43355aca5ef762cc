import { wholeBox } from "./imaging/boxes.ts";
import { findComponents } from "./imaging/components.ts";
import { channelPlanes } from "./imaging/gray.ts";
import { findInkedStrokes } from "./imaging/inked_strokes.ts";
import { findInks, type FoundInk, type Ink } from "./imaging/ink.ts";
import { removeCells } from "./imaging/cells.ts";
import { removeLines } from "./imaging/lines.ts";
import type { Plane } from "./imaging/morphology.ts";
import type { Box, Picture } from "./imaging/picture.ts";
import { onlySheet } from "./imaging/only_sheet.ts";
import { soften } from "./imaging/soften.ts";
import { withoutPieces } from "./imaging/without_pieces.ts";
import { withoutEdge } from "./imaging/without_edge.ts";
import {
  type Calibration,
  judge,
  type Judgement,
} from "./inference/calibrate.ts";
import { OUTPUTS } from "./inference/classes.ts";
import type { Engine } from "./inference/engine.ts";
import { judgeTwo } from "./inference/two_digits.ts";
import {
  agreedLook,
  isBetterOfSheet,
  isBetterSecond,
  isBetterSoftened,
  isBlankSheet,
  isWorthAnother,
  isWorthChannels,
  type Look,
  mayBePatterned,
  mayShowTable,
  mostPlausible,
  plausibilityOf,
} from "./look.ts";
import type { Classify, GlyphReading } from "./reading/glyph.ts";
import type { LineReading } from "./reading/line.ts";
import { mayOmitDigit } from "./reading/omitted.ts";
import { otherPens } from "./reading/other_pens.ts";
import type { TellTwo } from "./reading/pairs.ts";
import { readWriting, type WritingReading } from "./reading/writing.ts";

/** One digit as it was read. */
export interface ReadDigit extends Judgement {
  /** Index into `TextReading.lines`. */
  readonly line: number;
  /** In pixels of the upright picture as sent; null when the network's own input was sent. */
  readonly box: Box | null;
  /** 28x28, row-major, 1 = ink: what the network saw. */
  readonly normalized: Float32Array;
}

/** What a picture says. */
export interface TextReading {
  /** Lines joined by a line feed; a rejected glyph shows as "?". */
  readonly text: string;
  readonly lines: readonly string[];
  /** In reading order, line after line. */
  readonly digits: readonly ReadDigit[];
  /** What stands beside the digits and is none, in pixels of the upright picture as sent. */
  readonly leftOut: readonly Box[];
  readonly blank: boolean;
  /** Whether there was too much in the picture to look for digits in it. */
  readonly isCrowded: boolean;
  /** Milliseconds. */
  readonly timing: { readonly imaging: number; readonly inference: number };
}

/** One digit with what each stage saw of it. */
export interface DigitReading extends ReadDigit {
  /** The cut-out ink; null when the network's own input was sent. */
  readonly glyph: Ink | null;
  /** The same with the strokes of a pen; null where they were wide enough. */
  readonly thickened: Ink | null;
}

/** What a picture says, with what each stage saw: many times as large as the picture. */
export interface Reading extends TextReading {
  readonly digits: readonly DigitReading[];
  /** How lines were taken to pieces and put together; none where all writing is one glyph. */
  readonly apart: readonly LineReading[];
  /** The unwritten sheet; null where its paper has one level. */
  readonly paper: Plane | null;
  /** The ink before printed lines were taken out; null where there are none. */
  readonly ruled: Ink | null;
  /** The ink of the whole picture; null when the network's own input was sent. */
  readonly ink: Ink | null;
}

export interface Recognizer {
  /** Reads a decoded picture. */
  read(picture: Picture): Reading;
  /** Reads one 28x28 image that is already normalised. */
  readNormalized(pixels: Float32Array): Reading;
}

/** What was read of some ink, in its pixels. */
interface Written {
  /** Without printed lines. */
  readonly ink: Ink;
  /** With them; null where there are none. */
  readonly ruled: Ink | null;
  /** Of writing, or of any firm ink where there is none. */
  readonly pieces: number;
  readonly writing: WritingReading;
}

/** Where there are no strokes. */
const NOTHING: WritingReading = {
  lines: [],
  apart: [],
  leftOut: [],
  isCrowded: false,
};

/**
 * The window of the second look, narrower than any that is chosen: what a shadow
 * with sharp edges covers was taken for ink, and the digit in it for a part of that.
 */
const NARROW_WINDOW = 1 / 55;

/** Ink of which they are, where none of them is writing. */
const FIRM = 1 / 2;

type ReadLook = Look<Omit<Reading, "timing">>;

/** The whole way from a picture to a reading, with `engine` as its network. */
export function createRecognizer(
  engine: Engine,
  calibration: Calibration,
): Recognizer {
  const logits = new Float32Array(engine.outputLength);
  let inference = 0;

  function ask<Answer>(
    image: Float32Array,
    answerOf: (logits: Float32Array) => Answer,
  ): Answer {
    const start = performance.now();
    engine.forward(image, logits);
    const answer = answerOf(logits);
    inference += performance.now() - start;
    return answer;
  }

  const classify: Classify = (normalized) =>
    ask(normalized, (logits) => judge(logits, calibration));
  // Weights of an earlier version have no such outputs.
  const tellTwo: TellTwo | null = engine.outputLength === OUTPUTS
    ? (stretched) => ask(stretched, judgeTwo)
    : null;

  function readStrokes(found: FoundInk): Written {
    const open = removeCells(found);
    const clear = open === found ? removeLines(found) : open;
    const { ink, strokes } = findInkedStrokes(clear, found.paper !== null);
    const writing = strokes
      ? readWriting(ink, strokes, classify, tellTwo)
      : NOTHING;
    const pieces = strokes
      ? strokes.isKept.filter((kept) => kept).length
      : findComponents(ink, FIRM).list.length;
    return { ink, ruled: clear === found ? null : found, pieces, writing };
  }

  /** Without what is not written with the pen of the rest, where there is such. */
  function readInk(found: FoundInk, picture: Picture): ReadLook {
    const { scale } = picture;
    const all = readStrokes(found);
    const others = otherPens(picture, all.ink, all.writing);
    const { ink, ruled, pieces, writing } = others.length > 0
      ? readStrokes(withoutPieces(found, others))
      : all;
    const { lines, apart, leftOut, isCrowded } = writing;
    const digits = lines.flatMap((glyphs, line) =>
      glyphs.map((glyph) => digitOf(glyph, line, scale))
    );
    const reading = {
      ...textOf(digits, lines.length),
      apart,
      leftOut: [...leftOut, ...others].map((box) => scaled(box, scale)),
      isCrowded,
      paper: found.paper,
      ruled,
      ink,
    };
    return {
      reading,
      pieces,
      plausibility: plausibilityOf(digits),
      mayOmit: mayOmitDigit(apart),
    };
  }

  /** @param planes Of the picture, in which to look for ink; all of them by default. */
  function look(
    picture: Picture,
    window: number | null,
    planes?: Iterable<Uint8Array>,
  ): ReadLook {
    const inks = findInks(picture, window, planes);
    return mostPlausible(inks.map((found) => readInk(found, picture)));
  }

  /** Looks again where a shadow or the edge of the picture may be in the way. */
  function lookTwice(picture: Picture): ReadLook {
    const first = look(picture, null);
    if (!isWorthAnother(first)) return first;
    const second = first.reading.blank
      ? look(withoutEdge(picture), null)
      : look(picture, NARROW_WINDOW);
    return isBetterSecond(second, first) ? second : first;
  }

  function lookThrough(picture: Picture): ReadLook {
    const all = lookTwice(picture);
    const sheet = mayShowTable(all) ? onlySheet(picture) : null;
    if (sheet) {
      const alone = lookTwice(sheet);
      const sent = scaled(wholeBox(picture), picture.scale);
      const isBlank = isBlankSheet(alone, all, sent);
      if (isBlank || isBetterOfSheet(alone, all)) return alone;
    }
    if (!mayBePatterned(all)) return all;
    const soft = look(soften(picture), null);
    return isBetterSoftened(soft, all) ? soft : all;
  }

  function readPicture(picture: Picture): ReadLook["reading"] {
    const first = lookThrough(picture);
    if (!isWorthChannels(first)) return first.reading;
    const others = channelPlanes(picture)
      .map((plane) => look(picture, null, [plane]));
    return agreedLook(first, others).reading;
  }

  return {
    read(picture) {
      const start = performance.now();
      inference = 0;
      const reading = readPicture(picture);
      const imaging = performance.now() - start - inference;
      return { ...reading, timing: { imaging, inference } };
    },
    readNormalized(pixels) {
      inference = 0;
      const digits = isBlank(pixels) ? [] : [{
        ...classify(pixels),
        line: 0,
        box: null,
        glyph: null,
        thickened: null,
        normalized: pixels,
      }];
      return {
        ...textOf(digits, digits.length),
        apart: [],
        leftOut: [],
        isCrowded: false,
        paper: null,
        ruled: null,
        ink: null,
        timing: { imaging: 0, inference },
      };
    },
  };
}

/** A loop, since `every()` puts each number into an object of its own: 2 us. */
function isBlank(pixels: Float32Array): boolean {
  for (let i = 0; i < pixels.length; i++) if (pixels[i] !== 0) return false;
  return true;
}

function textOf(
  digits: readonly DigitReading[],
  count: number,
): Pick<Reading, "text" | "lines" | "digits" | "blank"> {
  const lines = Array.from(
    { length: count },
    (_, line) =>
      digits.filter((digit) => digit.line === line)
        .map(({ digit }) => digit ?? "?").join(""),
  );
  return {
    text: lines.join("\n"),
    lines,
    digits,
    blank: digits.length === 0,
  };
}

function digitOf(
  { box, ink, thickened, normalized, judgement }: GlyphReading,
  line: number,
  scale: number,
): DigitReading {
  return {
    ...judgement,
    line,
    box: scaled(box, scale),
    glyph: ink,
    thickened,
    normalized,
  };
}

function scaled({ x, y, width, height }: Box, scale: number): Box {
  return {
    x: x * scale,
    y: y * scale,
    width: width * scale,
    height: height * scale,
  };
}
