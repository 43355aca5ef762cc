import { isPlainNumber } from "./evidence.ts";
import { isDigit, type LineReading, type Part } from "./line.ts";

/** Lines that were read, and those of them that are no writing beside a number. */
export interface LeftOut {
  readonly lines: readonly LineReading[];
  readonly leftOut: readonly LineReading[];
}

/** Leaves lines out where the others are a number; where those are none, all stay. */
export function leaveOut(
  all: readonly LineReading[],
  isOut: (line: LineReading) => boolean,
): LeftOut {
  const leftOut = all.filter(isOut);
  const lines = all.filter((line) => !leftOut.includes(line));
  return areNumber(lines.flatMap(({ parts }) => parts))
    ? { lines, leftOut }
    : { lines: all, leftOut: [] };
}

/** Whether parts are a number beyond doubt, or digits and nothing strange. */
function areNumber(parts: readonly Part[]): boolean {
  const characters = parts.filter(({ glyph }) => glyph !== null);
  return characters.length > 1 && characters.every(isDigit) ||
    isPlainNumber(parts);
}
