import type { Ink } from "./ink.ts";
import type { Box, Picture } from "./picture.ts";

/** Ink from which a pixel shows what was written with, and up to which it shows the paper. */
const FULL = 0.6;
const CLEAR = 0.1;

/** Pixels beside a box that show the paper around what is in it. */
const BESIDE = 3;

/** Added to each level, so that those near black, where noise is, do not differ much. */
const DARKEST = 16;

/** Pixels of ink and of paper that tell a colour. */
const LEAST_PIXELS = 12;

/**
 * How much of the light on the paper is left where something is written, as logarithms for red,
 * green and blue: the same for one pen, in the shadow and beside it.
 */
export type PenColour = readonly [red: number, green: number, blue: number];

/** @returns null where there is too little ink or paper to tell. */
export function penColour(
  { rgba, width, height }: Picture,
  ink: Ink,
  box: Box,
): PenColour | null {
  const written = [0, 0, 0];
  const paper = [0, 0, 0];
  let [inked, clear] = [0, 0];
  const right = Math.min(width, box.x + box.width + BESIDE);
  const bottom = Math.min(height, box.y + box.height + BESIDE);
  for (let y = Math.max(0, box.y - BESIDE); y < bottom; y++) {
    for (let x = Math.max(0, box.x - BESIDE); x < right; x++) {
      const at = y * width + x;
      const isInk = ink.data[at]! >= FULL;
      if (!isInk && ink.data[at]! > CLEAR) continue;
      const sums = isInk ? written : paper;
      for (let c = 0; c < 3; c++) sums[c]! += rgba[4 * at + c]!;
      if (isInk) inked++;
      else clear++;
    }
  }
  if (Math.min(inked, clear) < LEAST_PIXELS) return null;
  const left = (channel: number) =>
    Math.log(written[channel]! / inked + DARKEST) -
    Math.log(paper[channel]! / clear + DARKEST);
  return [left(0), left(1), left(2)];
}

/** How much two pens differ where they differ most. */
export function colourDistance(a: PenColour, b: PenColour): number {
  return Math.max(...a.map((value, channel) => Math.abs(value - b[channel]!)));
}
