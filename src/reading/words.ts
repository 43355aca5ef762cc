import { isDigit, isStranger, type Part } from "./line.ts";

/**
 * Words before and behind a number, as units and names, some letters of which look like
 * digits.
 */

/** Clear paper between two words, in heights of a character. */
const WORD_GAP = 0.35;

/** For each part of a line whether it is in a word that is no number, beside one that is. */
export function findWords(parts: readonly Part[]): boolean[] {
  const words = split(parts);
  const isNumber = (word: readonly Part[]) =>
    word.some(isDigit) && !word.some(isStranger);
  if (!words.some(isNumber)) return parts.map(() => false);
  const first = words.findIndex((word) => !isForeign(word, word.at(-1)!));
  const last = words.findLastIndex((word) => !isForeign(word, word[0]!));
  return words.flatMap((word, i) => word.map(() => i < first || i > last));
}

/**
 * Whether as much of a word is no digit as is one.
 *
 * @param nearest Its part that is nearest to the number, and no digit of that beside a sign.
 */
function isForeign(word: readonly Part[], nearest: Part): boolean {
  const strangers = word.filter(isStranger).length;
  return isStranger(nearest) && strangers >= word.filter(isDigit).length;
}

function split(parts: readonly Part[]): Part[][] {
  const words: Part[][] = [];
  let end = -Infinity;
  for (const part of parts) {
    const { x, width, height } = part.box;
    const character = height / part.height;
    if (x - end > WORD_GAP * character) words.push([]);
    words.at(-1)!.push(part);
    end = Math.max(end, x + width);
  }
  return words;
}
