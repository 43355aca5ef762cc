import { span } from "./boxes.ts";
import { type Components, findComponents } from "./components.ts";
import type { Ink } from "./ink.ts";
import { BODY, countInk, palePieces, withFirmInk } from "./pale_pieces.ts";
import type { Box } from "./picture.ts";
import { MANY_PIECES, selectWriting } from "./select_writing.ts";
import { isTexture } from "./texture.ts";

/** The pieces of firm ink of a picture, and which of them are writing. */
export interface Strokes extends Components {
  /** One per piece. */
  readonly isKept: readonly boolean[];
  /** Ink by which the pieces were told. */
  readonly threshold: number;
}

/** A hairline between two rows of pixels inks each by less than half. */
const HAIRLINE_BODY = 0.3;

/** So many pieces of a hairline become one there; of noise there become more. */
const JOINED = 2;

/**
 * More pieces of firm ink than this are grain: one for each 29 pixels of the largest
 * picture that decoding hands on. Photos after thresholding have up to 24,000.
 */
const MOST_PIECES = 50_000;

/** Pixels a side of a picture at least; a 1 cut out of 16x16 has two or three. */
const MIN_THICKNESS = 2;

/**
 * Finds the strokes of a picture: its firm ink without specks, crumbs, frames, rules,
 * lines too thin for the pen, and what lies beside the sheet.
 *
 * @returns null when there is nothing to read.
 */
export function findStrokes(ink: Ink): Strokes | null {
  if (Math.min(ink.width, ink.height) < MIN_THICKNESS) return null;
  const areas = countInk(ink);
  if (isTexture(ink, BODY, areas.firm)) return null;
  const firm = findComponents(ink, BODY);
  if (firm.list.length > MOST_PIECES) return null;
  const pale = palePieces(ink, firm, areas);
  const { pieces, threshold } = pale ?? { pieces: firm, threshold: BODY };
  const strokes = strokesFrom(ink, pieces, threshold);
  if (strokes || pieces.list.length < MANY_PIECES) return strokes;
  const joined = withFirmInk(findComponents(ink, HAIRLINE_BODY), pieces);
  return joined.list.length <= pieces.list.length / JOINED
    ? strokesFrom(ink, joined, HAIRLINE_BODY)
    : null;
}

function strokesFrom(
  ink: Ink,
  pieces: Components,
  threshold: number,
): Strokes | null {
  const isKept = selectWriting(ink, pieces);
  return isKept.includes(true) ? { ...pieces, isKept, threshold } : null;
}

/** The smallest box around all strokes that are writing. */
export function strokesBox({ list, isKept }: Strokes): Box {
  return span(list.filter((_, i) => isKept[i]).map(({ box }) => box));
}
