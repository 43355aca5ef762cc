import type { Ink } from "../../src/imaging/ink.ts";
import type { Part } from "../../src/reading/line.ts";

/** A part of a line that stands apart, read beyond doubt. @param digit null for what is none. */
export function partOf(
  digit: number | null,
  ink: Ink,
  { width, height }: Pick<Part, "width" | "height">,
): Part {
  const box = { x: 0, y: 0, width: ink.width, height: ink.height };
  const judgement = {
    digit,
    confidence: 1,
    probabilities: [],
    strangeness: 0,
    several: 0,
    verdict: "sure",
    alternatives: [],
  } as const;
  const glyph = {
    box,
    ink,
    thickened: null,
    normalized: new Float32Array(784),
    judgement,
  };
  return { from: 0, to: 1, box, glyph, isCut: false, width, height };
}
