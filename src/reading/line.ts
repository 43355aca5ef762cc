import { span } from "../imaging/boxes.ts";
import type { Box } from "../imaging/picture.ts";
import { isSign } from "../imaging/signs/sign.ts";
import { inkOf, type TextLine } from "../imaging/text_line.ts";
import {
  type Classify,
  type GlyphReading,
  looksLikeStroke,
  readGlyph,
} from "./glyph.ts";
import {
  MOST_PAIR_PRICE,
  type PairPrice,
  pairPricesOf,
  type TellTwo,
} from "./pairs.ts";
import {
  cutPrice,
  gapPrice,
  GLYPH_PRICE,
  glyphPrice,
  leftOutPrice,
  mayBeCents,
  sharedPrice,
  SIGN_PRICE,
} from "./prices.ts";

/**
 * Reads a line by the likeliest way to put its atoms together: over-segmentation
 * and dynamic programming (LeCun, Bottou, Bengio and Haffner, Gradient-based
 * learning applied to document recognition, Proc. IEEE 86(11), 1998, section VI).
 * Atoms may also be left out, and characters may be no digits, at a price.
 */

/** One step of the way through a line: a character, a sign, or an atom left out. */
export interface Part {
  /** Its atoms, the last one not included. */
  readonly from: number;
  readonly to: number;
  /** Pixels of the ink. */
  readonly box: Box;
  /** null where a sign or an atom is left out. */
  readonly glyph: GlyphReading | null;
  /** Whether it was cut from its neighbour on either side. */
  readonly isCut: boolean;
  /** In heights of a character of its line. */
  readonly width: number;
  readonly height: number;
}

/** Whether a part was read as a digit. */
export function isDigit({ glyph }: Part): boolean {
  return glyph !== null && glyph.judgement.digit !== null;
}

/** Whether a part was read, and as no digit. */
export function isStranger({ glyph }: Part): boolean {
  return glyph !== null && glyph.judgement.digit === null;
}

/** Whether a part was read as what any stroke may look like. */
export function isStroke({ glyph }: Part): boolean {
  return glyph !== null && looksLikeStroke(glyph.judgement.digit);
}

export interface LineReading {
  readonly line: TextLine;
  /** From left to right. */
  readonly parts: readonly Part[];
  /** Of all parts. */
  readonly price: number;
}

/** Of all lines: the likelier way to read the same ink is the cheaper one. */
export function priceOf(lines: readonly LineReading[]): number {
  return lines.reduce((sum, { price }) => sum + price, 0);
}

/** Atoms of a character at most. */
const MOST_ATOMS = 12;

/** Widest character of several atoms, in heights of the line. */
const WIDEST = 1.2;

/** Least part of the line's height of a digit. */
const LOWEST = 0.35;

/** A step of a way through a line, and the cheapest way to it. */
interface Step {
  /** Of the whole way, this step included. */
  readonly price: number;
  readonly from: number;
  readonly to: number;
  readonly before: Step | null;
  readonly glyph: GlyphReading | null;
}

const START: Step = { price: 0, from: 0, to: 0, before: null, glyph: null };

/** A line, and what it is read with. */
interface Reader {
  readonly line: TextLine;
  readonly classify: Classify;
  /** null where the network cannot tell two digits. */
  readonly pairPrice: PairPrice | null;
}

/** @param tellTwo null where the network cannot tell two digits. */
export function readLine(
  line: TextLine,
  classify: Classify,
  tellTwo: TellTwo | null,
): LineReading {
  const pairPrice = tellTwo && pairPricesOf(line, tellTwo);
  const reader = { line, classify, pairPrice };
  const steps: Step[][] = [[START]];
  for (let to = 1; to <= line.atoms.length; to++) {
    steps.push(stepsTo(reader, steps, to));
  }
  const [last] = steps.at(-1)!;
  return { line, parts: trace(line, last!), price: last!.price };
}

/** Runs of a line's atoms that may be characters: what `readLine` tries at most. */
export function countCandidates(line: TextLine): number {
  let count = 0;
  for (let to = 1; to <= line.atoms.length; to++) {
    for (let from = to - 1; mayBeCharacter(line, from, to); from--) count++;
  }
  return count;
}

/** Whether some atoms are there, and not too many or too wide for a character. */
function mayBeCharacter(line: TextLine, from: number, to: number): boolean {
  if (from < 0 || to - from > MOST_ATOMS) return false;
  return to - from === 1 ||
    span(line.atoms.slice(from, to)).width <= WIDEST * line.height;
}

/**
 * The steps that end before `to`, cheapest first. Where a cut goes through ink there,
 * those are among them that may be cheapest with the digit to come.
 */
function stepsTo(
  reader: Reader,
  steps: readonly (readonly Step[])[],
  to: number,
): Step[] {
  const { line, pairPrice } = reader;
  const slack = pairPrice && line.crossed[to]! > 0 ? MOST_PAIR_PRICE : 0;
  const found = [leaveOut(line, steps, to)];
  let most = found[0]!.price + slack;
  for (let from = to - 1; mayBeCharacter(line, from, to); from--) {
    const step = readCharacter(reader, startsOf(line, steps, from, to), {
      from,
      to,
      most,
    });
    if (!step) continue;
    found.push(step);
    most = Math.min(most, step.price + slack);
  }
  return found.filter(({ price }) => price <= most)
    .sort((a, b) => a.price - b.price);
}

/** Leaves the last atom before `to` out. */
function leaveOut(
  line: TextLine,
  steps: readonly (readonly Step[])[],
  to: number,
): Step {
  const from = to - 1;
  const before = steps[from]![0]!;
  const price = before.price + cutPrice(line, from) + leftOutPrice(line, from);
  return { price, from, to, before, glyph: null };
}

/** Reads some atoms as a character; null where that costs `most` or more. */
function readCharacter(
  { line, classify, pairPrice }: Reader,
  starts: readonly Start[],
  { from, to, most }: {
    readonly from: number;
    readonly to: number;
    readonly most: number;
  },
): Step | null {
  const { box, ink } = inkOf(line, from, to);
  const sign = starts[0]!.price + SIGN_PRICE;
  if (sign < most && standsApart(line, from, to) && isSign(ink)) {
    return { price: sign, from, to, before: starts[0]!.before, glyph: null };
  }
  if (box.height < LOWEST * line.height) return null;
  const least = GLYPH_PRICE + gapPrice(line, from, to);
  if (starts[0]!.price + least >= most) return null;
  const glyph = readGlyph(onPicture(line, box), ink, classify);
  const own = least + glyphPrice(glyph.judgement, {
    width: box.width / line.height,
    height: box.height / line.height,
  }, mayBeCents(line, from, box));
  const isCutOff = line.crossed[from]! > 0;
  const second = glyph.judgement.digit;
  let best: Step | null = null;
  for (const start of starts) {
    if (start.price + own >= Math.min(most, best?.price ?? Infinity)) break;
    const { before } = start;
    const first = before.glyph?.judgement.digit ?? null;
    const isPair = isCutOff && first !== null && second !== null;
    const beside = pairPrice && isPair
      ? pairPrice(before.from, to, [first, second])
      : 0;
    const price = start.price + own + beside;
    if (price < (best?.price ?? most)) {
      best = { price, from, to, before, glyph };
    }
  }
  return best;
}

/** Whether some atoms were not cut from those beside them. */
function standsApart({ crossed }: TextLine, from: number, to: number): boolean {
  return crossed[from] === 0 && (crossed[to] ?? 0) === 0;
}

/** A step after which another one may begin, and the price of the way to there. */
interface Start {
  readonly price: number;
  readonly before: Step;
}

/** After which steps a character may begin with `from`, cheapest first. */
function startsOf(
  line: TextLine,
  steps: readonly (readonly Step[])[],
  from: number,
  to: number,
): Start[] {
  const cut = cutPrice(line, from);
  const starts = steps[from]!.map((before) => ({
    price: before.price + cut,
    before,
  }));
  const shared = from + 1 < to ? sharedPrice(line, from) : Infinity;
  if (shared === Infinity) return starts;
  for (const before of steps[from + 1]!) {
    // Both characters have atoms of their own beside the shared one.
    if (!before.glyph || before.from >= from) continue;
    starts.push({ price: before.price + shared, before });
  }
  return starts.sort((a, b) => a.price - b.price);
}

function trace(line: TextLine, last: Step): Part[] {
  const parts: Part[] = [];
  for (let step = last; step.before; step = step.before) {
    const { from, to, glyph } = step;
    const box = glyph?.box ?? onPicture(line, span(line.atoms.slice(from, to)));
    parts.unshift({
      from,
      to,
      box,
      glyph,
      isCut: !standsApart(line, from, to),
      width: box.width / (line.height * line.block),
      height: box.height / (line.height * line.block),
    });
  }
  return parts;
}

/** A box of the line's ink in pixels of the whole ink. */
function onPicture({ box: line, block }: TextLine, box: Box): Box {
  return {
    x: line.x + box.x * block,
    y: line.y + box.y * block,
    width: box.width * block,
    height: box.height * block,
  };
}
