import { reachesEdge } from "./boxes.ts";
import { type Component, findComponents } from "./components.ts";
import type { Ink } from "./ink.ts";
import { fullInk } from "./strengthen.ts";
import type { Strokes } from "./strokes.ts";
import { typicalHeight } from "./text_lines.ts";

/** Ink of the palest character that is still told from paper. */
const PALEST = 0.12;

/** A character whose fuller parts have less is pale. */
const PALE = 0.75;

/** So many firm characters tell what others look like, which are as high as these parts of them. */
const LEAST_FIRM = 2;
const LOWEST = 0.55;
const HIGHEST = 1.6;

/** A bar is narrower than that, in its heights. */
const NARROWEST = 0.3;

/** Part of its box that it covers at most. */
const MOST_FILLED = 0.5;

/** More pieces are a page or a pattern. */
const MOST_PIECES = 200;

/** Pale ink that is in none of them, for all ink: more is the paper's. */
const STRAY_SHARE = 0.15;

/**
 * Ink in which pale characters beside firm ones are as firm, as where a shadow or a lamp
 * takes the contrast of half of a number; the same object where there are none.
 */
export function evenOut(ink: Ink, { list, isKept }: Strokes): Ink {
  const firm = list.filter((_, i) => isKept[i]);
  const height = typicalHeight(firm.map(({ box }) => box));
  const high = firm.filter(({ box }) => box.height >= LOWEST * height);
  if (high.length < LEAST_FIRM) return ink;
  const pieces = findComponents(ink, PALEST);
  if (pieces.list.length > MOST_PIECES) return ink;
  const labels = pieces.labels();
  const gains = new Float32Array(pieces.list.length + 1).fill(1);
  let [stray, all] = [0, 0];
  pieces.list.forEach((piece, i) => {
    all += piece.mass;
    const full = fullInk(ink, labels, i + 1, piece);
    if (full >= PALE) return;
    if (isCharacter(ink, piece, full, height)) {
      gains[i + 1] = 1 / full;
    } else {
      stray += piece.mass;
    }
  });
  const isPale = gains.some((gain) => gain > 1);
  if (!isPale || stray > STRAY_SHARE * all) return ink;
  const data = ink.data.map((value, i) =>
    Math.min(1, value * gains[labels[i]!]!)
  );
  return { ...ink, data };
}

function isCharacter(
  ink: Ink,
  { box, mass }: Component,
  full: number,
  height: number,
): boolean {
  return box.height >= LOWEST * height && box.height <= HIGHEST * height &&
    box.width >= NARROWEST * box.height &&
    mass <= MOST_FILLED * full * box.width * box.height &&
    !reachesEdge(box, ink, 1);
}
