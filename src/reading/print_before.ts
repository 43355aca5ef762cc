import { median } from "../imaging/median.ts";
import { isDigit, isStranger, type Part } from "./line.ts";

/**
 * Print before a number, and letters that somebody wrote there: of "US$" and "Rs." the network
 * takes an s for a 5, of "CHF" the C for a 0. Print is lower than the digits, and some of it looks
 * like no digit; a written capital may be as high, and has a small letter behind it.
 */

/** Height of print, in heights of the digits behind it, at most. */
const LOW = 0.75;

/** The same of what follows a letter that was told. */
const LOWER = 0.62;

/** A small letter ends above the foot of the digits by so much of their height at most. */
const RAISED = 0.2;

/** What is left out is a letter from this height on, in heights of a character: no comma, no dash. */
const LETTER = 0.35;

/** Digits behind it at least, which tell how high digits are. */
const LEAST_DIGITS = 2;

/** How many parts of a line, from its first, are print. */
export function countPrintBefore(parts: readonly Part[]): number {
  const letters = parts.keys().toArray().filter((i) => isLetter(parts[i]!));
  for (const letter of letters.reverse()) {
    const behind = parts.slice(letter + 1).filter(isDigit);
    if (behind.length < LEAST_DIGITS) continue;
    // A digit that something runs into from above is higher than its line.
    const height = Math.min(1, median(behind.map((part) => part.height))!);
    const before = parts.slice(0, letter + 1);
    const isHigh = before.some((part) =>
      part.glyph && part.height > LOW * height
    );
    if (isHigh && !isCapital(parts, letter, height)) continue;
    const next = parts.findIndex((part, i) =>
      i > letter && part.height > LOWER * height
    );
    return next < 0 ? letter + 1 : next;
  }
  return 0;
}

/** Whether a letter as high as digits has a small one behind it, which stands on their line. */
function isCapital(
  parts: readonly Part[],
  letter: number,
  height: number,
): boolean {
  const small = parts[letter + 1];
  const digit = parts.slice(letter + 2).find(isDigit);
  if (!isStranger(parts[letter]!) || !small || !isDigit(small) || !digit) {
    return false;
  }
  const [foot, line] = [small, digit].map(({ box }) => box.y + box.height);
  return small.height <= LOWER * height &&
    line! - foot! <= RAISED * digit.box.height;
}

function isLetter(part: Part): boolean {
  return isStranger(part) || part.glyph === null && part.height >= LETTER;
}
