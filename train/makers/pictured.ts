import { findCharacter } from "../../src/imaging/character.ts";
import { findInk, type Ink } from "../../src/imaging/ink.ts";
import { removeLines } from "../../src/imaging/lines.ts";
import { normalize } from "../../src/imaging/normalize.ts";
import type { Random } from "../random.ts";
import { pickWeighted } from "../synthetic/chance.ts";
import { photograph } from "../synthetic/photos/photo.ts";
import { drawConditions } from "../synthetic/photos/conditions.ts";
import type { Kind } from "../synthetic/photos/kinds.ts";
import { tighten } from "../tighten.ts";
import type { Maker } from "./maker.ts";
import { pickOriginal } from "./original.ts";
import { strokes } from "./strokes.ts";

/** Kinds of pictures by how often they are made: those that leave most traces, and quick ones. */
const KINDS: readonly (readonly [kind: Kind, weight: number])[] = [
  ["bitmap16", 3],
  ["bitmap32", 2],
  ["paint", 2],
  ["thresholded", 1],
  ["cell", 1],
  ["photo", 1],
  ["scan", 1],
  ["ruled", 1],
  ["shadow", 1],
  ["board", 1],
];

/** Share of the digits that are MNIST's; the others are drawn. */
const MNIST_SHARE = 0.7;

/**
 * Least similarity (cosine) of what imaging found to the digit that was pictured: less is a frame, a
 * shadow or the wrong polarity, and teaches nothing.
 */
const LEAST_SIMILARITY = 0.6;

/** Digits as imaging finds them in pictures of all kinds. */
export const pictured: Maker = (random, originals) => {
  const made = random.uniform() < MNIST_SHARE
    ? pickOriginal(random, originals)
    : strokes(random, originals);
  const ink = made && tighten(made.ink);
  const found = ink && findPictured(ink, random);
  if (!found) return null;
  const similarity = cosine(normalize(found), normalize(ink));
  return similarity < LEAST_SIMILARITY ? null : { ...made, ink: found };
};

/** Takes a picture of ink and finds it there; null where nothing is found. */
export function findPictured(ink: Ink, random: Random): Ink | null {
  const [kind] = pickWeighted(random, KINDS, ([, weight]) => weight);
  const picture = photograph(ink, random, drawConditions(random, kind));
  return findCharacter(removeLines(findInk(picture)))?.ink ?? null;
}

function cosine(a: Float32Array, b: Float32Array): number {
  let [product, squareA, squareB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    product += a[i]! * b[i]!;
    squareA += a[i]! ** 2;
    squareB += b[i]! ** 2;
  }
  return product / Math.sqrt(squareA * squareB || 1);
}
