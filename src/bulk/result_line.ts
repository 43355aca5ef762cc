import { roundProbability } from "../api/round.ts";
import type { Reading } from "../recognize.ts";
import type { Answer } from "./messages.ts";
import type { PictureName } from "./picture_name.ts";

/**
 * One picture's line of the results: which one it is, `text` as in the answer
 * of `POST /predict`, and of each digit what it is, how sure that is (0..1) and
 * the verdict.
 */
export function resultLine(name: PictureName, reading: Reading): string {
  const digits = reading.digits.map(({ digit, confidence, verdict }) => ({
    digit,
    confidence: roundProbability(confidence),
    verdict,
  }));
  return JSON.stringify({ ...name, text: reading.text, digits }) + "\n";
}

/** The line of a picture that cannot be read. */
export function problemLine(name: PictureName, problem: string): string {
  return JSON.stringify({ ...name, problem }) + "\n";
}

/** What stands for pictures none of which can be read, for one reason. */
export function problemAnswer(
  names: readonly PictureName[],
  problem: string,
): Answer {
  const lines = names.map((name) => problemLine(name, problem)).join("");
  return {
    lines: new TextEncoder().encode(lines),
    pictures: names.length,
    problems: names.length,
  };
}
