import type { Verdict } from "../../src/inference/calibrate.ts";
import type { DigitReading, Reading } from "../../src/recognize.ts";
import { sevenGray, SIDE } from "./drawing.ts";

/** Pixels from one digit to the next, and from one line to the next. */
const PITCH = 20;
const WIDTH = 12;
const HEIGHT = 18;

/** Signs of a made-up text: an unsure digit is followed by a tilde. */
const SIGNS = /[0-9?]~?/g;

/**
 * A reading of a picture with a text in it, such as "40~\n7?": the zero is
 * unsure, the question mark no digit. The digits stand in a grid.
 */
export function madeReading(text: string): Reading {
  const lines = text.split("\n").map((line, row) =>
    [...line.matchAll(SIGNS)].map(([sign], column) =>
      madeDigit(sign, row, column)
    )
  );
  const data = Float32Array.from(sevenGray, (gray) => 1 - gray / 255);
  return {
    ...spell(lines),
    apart: [],
    leftOut: [],
    isCrowded: false,
    paper: null,
    ruled: null,
    ink: { width: SIDE, height: SIDE, data },
    timing: { imaging: 1, inference: 1 },
  };
}

/** What a reading says whose lines have these digits. */
function spell(
  lines: readonly Reading["digits"][],
): Pick<Reading, "text" | "lines" | "digits" | "blank"> {
  const texts = lines.map((digits) =>
    digits.map(({ digit }) => digit ?? "?").join("")
  );
  return {
    text: texts.join("\n"),
    lines: texts,
    digits: lines.flat(),
    blank: lines.length === 0,
  };
}

/** A digit that could be the next one as well, where it is unsure. */
function madeDigit(sign: string, row: number, column: number): DigitReading {
  const digit = sign[0] === "?" ? null : Number(sign[0]);
  const other = ((digit ?? 0) + 1) % 10;
  const isUnsure = sign.endsWith("~");
  const confidence = isUnsure ? 0.75 : 0.9995;
  const probabilities = Array.from({ length: 10 }, () => 0);
  probabilities[digit ?? 0] = confidence;
  probabilities[other] = 1 - confidence;
  return {
    digit,
    verdict: verdictOf(digit, isUnsure),
    confidence,
    probabilities,
    alternatives: isUnsure ? [other] : [],
    strangeness: digit === null ? 1 : 0,
    several: 0,
    line: row,
    box: { x: column * PITCH, y: row * PITCH, width: WIDTH, height: HEIGHT },
    glyph: { width: 2, height: 2, data: Float32Array.of(0, 1, 1, 0) },
    thickened: null,
    normalized: new Float32Array(784),
  };
}

function verdictOf(digit: number | null, isUnsure: boolean): Verdict {
  if (digit === null) return "rejected";
  return isUnsure ? "unsure" : "sure";
}
