import type { Ink } from "../imaging/ink.ts";
import { isPlainNumber } from "./evidence.ts";
import { isDigit, type LineReading, type Part } from "./line.ts";

/**
 * Lines of which the edge of the picture leaves a part: a signature that reaches in from
 * below, print above. Bows of them look like a 1, a 2 or a 7.
 */

/** Part of a line's characters that the edge cuts off. */
const MOST = 0.5;

/** So many of them are cut off at least where all may be digits: two may just end there. */
const LEAST_DIGITS = 3;

/** Pixels up to which a character comes to the edge. */
const NEAR = 1;

export interface WithoutCutOff {
  readonly lines: readonly LineReading[];
  readonly cutOff: readonly LineReading[];
}

/** Tells lines that are cut off from others; where those are no number, none is. */
export function withoutCutOff(
  lines: readonly LineReading[],
  ink: Ink,
): WithoutCutOff {
  const cutOff = lines.filter((line) => isCutOff(line, ink.height));
  const others = lines.filter((line) => !cutOff.includes(line));
  return isNumber(others.flatMap(({ parts }) => parts))
    ? { lines: others, cutOff }
    : { lines, cutOff: [] };
}

/** Whether what is left is a number beyond doubt, or digits and nothing strange. */
function isNumber(parts: readonly Part[]): boolean {
  const characters = parts.filter(({ glyph }) => glyph !== null);
  return characters.length > 1 && characters.every(isDigit) ||
    isPlainNumber(parts);
}

function isCutOff({ parts }: LineReading, height: number): boolean {
  const characters = parts.filter(({ glyph }) => glyph !== null);
  const cut = characters.filter(({ box }) =>
    box.y <= NEAR || box.y + box.height >= height - NEAR
  );
  const least = characters.every(isDigit) ? LEAST_DIGITS : 1;
  return cut.length >= least && cut.length >= MOST * characters.length;
}
