import { span } from "../imaging/boxes.ts";
import type { Box } from "../imaging/picture.ts";
import { inkOf, type TextLine } from "../imaging/text_line.ts";
import { type Classify, type GlyphReading, readGlyph } from "./glyph.ts";
import {
  cutPrice,
  gapPrice,
  GLYPH_PRICE,
  glyphPrice,
  leftOutPrice,
  sharedPrice,
} from "./prices.ts";

/**
 * Reads a line by the likeliest way to put its atoms together: over-segmentation
 * and dynamic programming (LeCun, Bottou, Bengio and Haffner, Gradient-based
 * learning applied to document recognition, Proc. IEEE 86(11), 1998, section VI).
 * Atoms may also be left out, and characters may be no digits, at a price.
 */

/** One step of the way through a line: a character, or an atom left out. */
export interface Part {
  /** Its atoms, the last one not included. */
  readonly from: number;
  readonly to: number;
  /** Pixels of the ink. */
  readonly box: Box;
  /** null where an atom is left out. */
  readonly glyph: GlyphReading | null;
  /** Whether it was cut from its neighbour on either side. */
  readonly isCut: boolean;
  /** In heights of a character of its line. */
  readonly width: number;
  readonly height: number;
}

export interface LineReading {
  readonly line: TextLine;
  /** From left to right. */
  readonly parts: readonly Part[];
  /** Of all parts. */
  readonly price: number;
}

/** Atoms of a character at most. */
const MOST_ATOMS = 12;

/** Widest character of several atoms, in heights of the line. */
const WIDEST = 1.2;

/** Least part of the line's height of a digit. */
const LOWEST = 0.35;

/** The cheapest way to read the atoms so far, and its last step. */
interface Step {
  readonly price: number;
  /** The first atom of the step. */
  readonly from: number;
  /** The atoms that were read before it: one more where that is shared. */
  readonly before: number;
  readonly glyph: GlyphReading | null;
}

export function readLine(line: TextLine, classify: Classify): LineReading {
  const best: Step[] = [
    { price: 0, from: -1, before: -1, glyph: null },
  ];
  for (let to = 1; to <= line.atoms.length; to++) {
    best.push(cheapestStep(line, best, to, classify));
  }
  return { line, parts: trace(line, best), price: best.at(-1)!.price };
}

/** Runs of a line's atoms that may be characters: what `readLine` tries at most. */
export function countCandidates(line: TextLine): number {
  let count = 0;
  for (let to = 1; to <= line.atoms.length; to++) {
    for (let from = to - 1; mayBeCharacter(from, to); from--) count++;
  }
  return count;

  function mayBeCharacter(from: number, to: number): boolean {
    if (from < 0 || to - from > MOST_ATOMS) return false;
    return to - from === 1 ||
      !isTooWide(line, span(line.atoms.slice(from, to)));
  }
}

/** Whether a box of several atoms is no character. */
function isTooWide({ height }: TextLine, { width }: Box): boolean {
  return width > WIDEST * height;
}

/** The cheapest last step of reading the atoms before `to`. */
function cheapestStep(
  line: TextLine,
  best: readonly Step[],
  to: number,
  classify: Classify,
): Step {
  const last = to - 1;
  let step: Step = {
    price: best[last]!.price + cutPrice(line, last) + leftOutPrice(line, last),
    from: last,
    before: last,
    glyph: null,
  };
  for (let from = last; from >= Math.max(0, to - MOST_ATOMS); from--) {
    const { box, ink } = inkOf(line, from, to);
    if (to - from > 1 && isTooWide(line, box)) break;
    if (box.height < LOWEST * line.height) continue;
    const { price: previous, before } = cheapestStart(line, best, from, to);
    const least = previous + GLYPH_PRICE + gapPrice(line, from, to);
    if (least >= step.price) continue;
    const glyph = readGlyph(onPicture(line, box), ink, classify);
    const price = least + glyphPrice(glyph.judgement, {
      width: box.width / line.height,
      height: box.height / line.height,
    });
    if (price < step.price) step = { price, from, before, glyph };
  }
  return step;
}

/** The cheapest way to come to a character that begins with `from`. */
function cheapestStart(
  line: TextLine,
  best: readonly Step[],
  from: number,
  to: number,
): Pick<Step, "price" | "before"> {
  const apart = {
    price: best[from]!.price + cutPrice(line, from),
    before: from,
  };
  const other = best[from + 1]!;
  // Both characters have atoms of their own beside the shared one.
  const mayShare = from + 1 < to && other.glyph && other.from < from;
  if (!mayShare) return apart;
  const price = other.price + sharedPrice(line, from);
  return price < apart.price ? { price, before: from + 1 } : apart;
}

function trace(line: TextLine, best: readonly Step[]): Part[] {
  const parts: Part[] = [];
  for (let to = best.length - 1; to > 0; to = best[to]!.before) {
    const { from, glyph } = best[to]!;
    const box = glyph?.box ?? onPicture(line, line.atoms[from]!);
    parts.unshift({
      from,
      to,
      box,
      glyph,
      isCut: line.crossed[from]! > 0 || (line.crossed[to] ?? 0) > 0,
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
