import { isDigit, isStranger, type LineReading } from "./line.ts";

/** Heights of a character from which on what was left out may be one. */
const LOWEST = 0.65;

/**
 * Whether beside the digits of a line something as high as they are is none: a sign, or
 * a digit that a shadow hides.
 */
export function mayOmitDigit(lines: readonly LineReading[]): boolean {
  return lines.some(({ parts }) => {
    const [first, last] = [
      parts.findIndex(isDigit),
      parts.findLastIndex(isDigit),
    ];
    const beside = first < 0 ? [] : [parts[first - 1], parts[last + 1]];
    return beside.some((part) =>
      part !== undefined && isStranger(part) && part.height >= LOWEST
    );
  });
}
