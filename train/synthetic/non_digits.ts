import type { Ink } from "../../src/imaging/ink.ts";
import type { Random } from "../random.ts";
import { between, pickWeighted, spread, wholeBetween } from "./chance.ts";
import { DOODLE_ALLOGRAPHS } from "./doodles.ts";
import { inkOf } from "./drawing.ts";
import { write } from "./hand.ts";
import {
  CURRENCY_ALLOGRAPHS,
  LETTER_ALLOGRAPHS,
  SIGN_ALLOGRAPHS,
} from "./letters.ts";
import { drawLines, randomPen } from "./pen.ts";
import { extentOf, type Lines, moved, scaled, sideBySide } from "./place.ts";
import { scribble } from "./scribbles.ts";
import {
  cutDigit,
  mirroredDigit,
  overlaidDigits,
  turnedDigit,
} from "./spoilt.ts";
import type { Allograph } from "./strokes.ts";

/**
 * What people write and draw that is no digit. It goes through the same hands
 * and pens as the digits, so that nothing but its shape gives it away.
 */
const KINDS = {
  letter: { weight: 9, lines: (random) => writeOne(LETTER_ALLOGRAPHS, random) },
  sign: { weight: 2.5, lines: (random) => writeOne(SIGN_ALLOGRAPHS, random) },
  currency: {
    weight: 1.5,
    lines: (random) => writeOne(CURRENCY_ALLOGRAPHS, random),
  },
  doodle: { weight: 4, lines: (random) => writeOne(DOODLE_ALLOGRAPHS, random) },
  picture: { weight: 1.5, lines: drawPicture },
  scribble: { weight: 3, lines: (random) => write(scribble(random), random) },
  word: { weight: 1.2, lines: writeWord },
  "overlaid digits": { weight: 0.8, lines: overlaidDigits },
  "cut digit": { weight: 1, lines: cutDigit },
  "mirrored digit": { weight: 0.8, lines: mirroredDigit },
  "turned digit": { weight: 0.8, lines: turnedDigit },
} as const satisfies Record<string, {
  /** How common, relative to the others. */
  readonly weight: number;
  readonly lines: (random: Random) => Lines;
}>;

/** Width of a non-digit, in its heights. */
const NARROWEST = 0.28;

export type NonDigitKind = keyof typeof KINDS;

export const NON_DIGIT_KINDS = Object.keys(KINDS) as readonly NonDigitKind[];

/**
 * Draws something that no one would read as a digit.
 *
 * @param size pixels of the longer side
 * @param kind without one, each is as likely as its weight says
 */
export function drawNonDigit(
  random: Random,
  size: number,
  kind?: NonDigitKind,
): Ink {
  const chosen = kind ??
    pickWeighted(random, NON_DIGIT_KINDS, (name) => KINDS[name].weight);
  let lines = KINDS[chosen].lines(random);
  while (mayBeOne(lines)) lines = KINDS[chosen].lines(random);
  return inkOf(drawLines(lines, randomPen(random), random), size);
}

/** Whatever it was meant to be: something as narrow as this is a 1. */
function mayBeOne(lines: Lines): boolean {
  const { left, right, top, bottom } = extentOf(lines);
  return right - left < NARROWEST * (bottom - top);
}

function writeOne(allographs: readonly Allograph[], random: Random): Lines {
  const { shape } = pickWeighted(random, allographs, ({ weight }) => weight);
  return write(shape, random);
}

/** Two to four doodles at different sizes, on and beside each other. */
function drawPicture(random: Random): Lines {
  return Array.from({ length: wholeBetween(random, 2, 4) }, () => {
    const part = scaled(
      writeOne(DOODLE_ALLOGRAPHS, random),
      between(random, 0.3, 1),
    );
    return moved(part, spread(random, 0.5), spread(random, 0.4));
  }).flat();
}

function writeWord(random: Random): Lines {
  const letters = Array.from(
    { length: wholeBetween(random, 2, 4) },
    () => writeOne(LETTER_ALLOGRAPHS, random),
  );
  return sideBySide(letters, between(random, -0.05, 0.25));
}
