import type { Ink } from "../../src/imaging/ink.ts";
import type { DataSet } from "../mnist.ts";
import type { Random } from "../random.ts";
import type { FontGlyph } from "../synthetic/fonts.ts";

/** One image that is in no data set. */
export interface Made {
  /** A class, or two digits as in `labelOfTwo`. */
  readonly label: number;
  /** Not yet normalised. */
  readonly ink: Ink;
}

/** What may be made into something else. */
export interface Originals {
  readonly mnist: DataSet;
  /** The images that may be used. */
  readonly indices: Uint32Array;
  /** Of open fonts. */
  readonly glyphs: {
    readonly digits: readonly FontGlyph[];
    readonly letters: readonly FontGlyph[];
  };
}

/** Makes one image; null where chance gave none. */
export type Maker = (random: Random, originals: Originals) => Made | null;

/** Pixels of the longer side of what is drawn: finer than what the network sees. */
const SMALLEST_DRAWING = 24;
const LARGEST_DRAWING = 64;

export function drawingSide(random: Random): number {
  return SMALLEST_DRAWING +
    Math.floor((LARGEST_DRAWING - SMALLEST_DRAWING) * random.uniform());
}
