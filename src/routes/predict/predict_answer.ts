import type { Prediction } from "../../api/prediction.ts";
import type { Box } from "../../imaging/picture.ts";
import type { ReadDigit, TextReading } from "../../recognize.ts";
import type { Services } from "../services.ts";

/** Parts of a probability that are told: beyond float32 noise, within the parity bound. */
const PROBABILITY_PARTS = 1e6;
/** Parts of a millisecond that are told: microseconds, the clock's own resolution. */
const TIME_PARTS = 1e3;

/**
 * The JSON answer to a prediction.
 *
 * @param decode Milliseconds that decoding the file took.
 */
export function predictAnswer(
  reading: TextReading,
  model: Services["model"],
  decode: number,
): Prediction {
  const { imaging, inference } = reading.timing;
  return {
    text: reading.text,
    lines: [...reading.lines],
    digits: reading.digits.map(digitAnswer),
    blank: reading.blank,
    leftOut: reading.leftOut.map(roundBox),
    crowded: reading.isCrowded,
    model: { name: model.name, version: model.version },
    timing: {
      decode: round(decode, TIME_PARTS),
      imaging: round(imaging, TIME_PARTS),
      inference: round(inference, TIME_PARTS),
    },
  };
}

function digitAnswer(digit: ReadDigit): Prediction["digits"][number] {
  return {
    digit: digit.digit,
    confidence: round(digit.confidence, PROBABILITY_PARTS),
    probabilities: digit.probabilities.map((probability) =>
      round(probability, PROBABILITY_PARTS)
    ),
    verdict: digit.verdict,
    ...(digit.verdict === "unsure" &&
      { alternatives: [...digit.alternatives] }),
    line: digit.line,
    box: digit.box && roundBox(digit.box),
  };
}

/** Edges are rounded, not sizes, so that no box leaves the picture. */
function roundBox({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.round(x), Math.round(y)];
  return {
    x: left,
    y: top,
    width: Math.round(x + width) - left,
    height: Math.round(y + height) - top,
  };
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
