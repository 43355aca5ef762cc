import {
  type Calibration,
  judge,
  type Judgement,
} from "./inference/calibrate.ts";
import type { Engine } from "./inference/engine.ts";
import { createViews } from "./inference/views.ts";
import { findInks, type Ink } from "./imaging/ink.ts";
import { removeLines } from "./imaging/lines.ts";
import { normalize } from "./imaging/normalize.ts";
import type { Plane } from "./imaging/morphology.ts";
import type { Box, Picture } from "./imaging/picture.ts";
import { type Glyph, segment } from "./imaging/segment.ts";
import { thicken } from "./imaging/thicken.ts";

/** One digit as it was read, with what each stage saw of it. */
export interface DigitReading extends Judgement {
  /** Index into `Reading.lines`. */
  readonly line: number;
  /** In pixels of the upright picture as sent; null when the network's own input was sent. */
  readonly box: Box | null;
  /** The cut-out ink; null when the network's own input was sent. */
  readonly glyph: Ink | null;
  /** The same with the strokes of a pen; null where they were wide enough. */
  readonly thickened: Ink | null;
  /** 28x28, row-major, 1 = ink: what the network saw. */
  readonly normalized: Float32Array;
}

/** What a picture says. */
export interface Reading {
  /** Lines joined by a line feed; a rejected glyph shows as "?". */
  readonly text: string;
  readonly lines: readonly string[];
  /** In reading order, line after line. */
  readonly digits: readonly DigitReading[];
  readonly blank: boolean;
  /** The unwritten sheet; null where its paper has one level. */
  readonly paper: Plane | null;
  /** The ink before printed lines were taken out; null where there are none. */
  readonly ruled: Ink | null;
  /** The ink of the whole picture; null when the network's own input was sent. */
  readonly ink: Ink | null;
  /** Milliseconds. */
  readonly timing: { readonly imaging: number; readonly inference: number };
}

export interface Recognizer {
  /** Reads a decoded picture. */
  read(picture: Picture): Reading;
  /** Reads one 28x28 image that is already normalised. */
  readNormalized(pixels: Float32Array): Reading;
}

/** The whole way from a picture to a reading, with `engine` as its network. */
export function createRecognizer(
  engine: Engine,
  calibration: Calibration,
): Recognizer {
  const views = createViews(engine);
  const logits = new Float32Array(engine.outputLength);

  function classify(normalized: Float32Array): Judgement {
    views.forward(normalized, logits);
    return judge(logits, calibration);
  }

  function assemble(
    ink: Ink | null,
    lines: readonly (readonly Prepared[])[],
    imaging: number,
  ): Omit<Reading, "paper" | "ruled"> {
    const start = performance.now();
    const digits = lines.flatMap((glyphs, line) =>
      glyphs.map((glyph) => ({ ...classify(glyph.normalized), ...glyph, line }))
    );
    const inference = performance.now() - start;
    const texts = lines.map((_, line) =>
      digits.filter((digit) => digit.line === line).map((digit) =>
        digit.digit ?? "?"
      ).join("")
    );
    return {
      text: texts.join("\n"),
      lines: texts,
      digits,
      blank: digits.length === 0,
      ink,
      timing: { imaging, inference },
    };
  }

  return {
    read(picture) {
      const start = performance.now();
      const candidates = findInks(picture).map((found) => {
        const ink = removeLines(found);
        const lines = segment(ink).map((glyphs) =>
          glyphs.map((glyph) => prepare(glyph, picture.scale))
        );
        const ruled = ink === found ? null : found;
        return { ink, lines, paper: found.paper, ruled };
      });
      const imaging = performance.now() - start;
      return mostPlausible(
        candidates.map(({ ink, lines, paper, ruled }) => ({
          ...assemble(ink, lines, imaging),
          paper,
          ruled,
        })),
      );
    },
    readNormalized(pixels) {
      const blank = pixels.every((value) => value === 0);
      const glyph = {
        box: null,
        glyph: null,
        thickened: null,
        normalized: pixels,
      };
      const reading = assemble(null, blank ? [] : [[glyph]], 0);
      return { ...reading, paper: null, ruled: null };
    },
  };
}

/**
 * Of the readings of both polarities of a close crop the one whose least
 * convincing digit is most so; the earlier where they are equal.
 */
function mostPlausible(readings: readonly Reading[]): Reading {
  const plausibility = ({ digits }: Reading) =>
    digits.reduce(
      (least, { confidence, strangeness }) =>
        Math.min(least, confidence * (1 - strangeness)),
      1,
    );
  return readings.filter(({ blank }) => !blank).reduce(
    (best, reading) =>
      plausibility(reading) > plausibility(best) ? reading : best,
    readings.find(({ blank }) => !blank) ?? readings[0]!,
  );
}

type Prepared = Pick<
  DigitReading,
  "box" | "glyph" | "thickened" | "normalized"
>;

function prepare(glyph: Glyph, scale: number): Prepared {
  const { x, y, width, height } = glyph.box;
  const pen = thicken(glyph.ink);
  return {
    box: {
      x: x * scale,
      y: y * scale,
      width: width * scale,
      height: height * scale,
    },
    glyph: glyph.ink,
    thickened: pen === glyph.ink ? null : pen,
    normalized: normalize(pen),
  };
}
