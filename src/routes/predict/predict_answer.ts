import type { Prediction } from "../../api/prediction.ts";
import { roundMilliseconds, roundProbability } from "../../api/round.ts";
import type { Box } from "../../imaging/picture.ts";
import type { ReadDigit, TextReading } from "../../recognize.ts";
import type { Services } from "../services.ts";

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
      decode: roundMilliseconds(decode),
      imaging: roundMilliseconds(imaging),
      inference: roundMilliseconds(inference),
    },
  };
}

function digitAnswer(digit: ReadDigit): Prediction["digits"][number] {
  return {
    digit: digit.digit,
    confidence: roundProbability(digit.confidence),
    probabilities: digit.probabilities.map(roundProbability),
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
