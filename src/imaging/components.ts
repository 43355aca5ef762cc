import type { Ink } from "./ink.ts";
import type { Box } from "./picture.ts";

/** A connected piece of ink. */
export interface Component {
  readonly box: Box;
  /** Sum of its ink. */
  readonly mass: number;
}

/** All pieces of a picture. */
export interface Components {
  /** Piece n has the label n + 1. */
  readonly list: readonly Component[];
  /** height x width, row-major: the label of each pixel, 0 for none. */
  readonly labels: Int32Array;
}

/**
 * Finds the pieces of ink of at least `threshold` that touch by sides or
 * corners, by flood fill, from the top.
 */
export function findComponents(ink: Ink, threshold: number): Components {
  const { data } = ink;
  const labels = new Int32Array(data.length);
  const stack = new Int32Array(data.length);
  const list: Component[] = [];
  for (let i = 0; i < data.length; i++) {
    if (labels[i] !== 0 || data[i]! < threshold) continue;
    list.push(fill(ink, threshold, labels, stack, i, list.length + 1));
  }
  return { list, labels };
}

/**
 * Of all pieces some, numbered anew.
 *
 * @param isKept By label.
 */
export function onlyPieces(
  { list, labels }: Components,
  isKept: Uint8Array,
): Components {
  const kept = list.keys().toArray().filter((i) => isKept[i + 1] === 1);
  if (kept.length === list.length) return { list, labels };
  const labelOf = new Int32Array(list.length + 1);
  kept.forEach((piece, i) => labelOf[piece + 1] = i + 1);
  const own = new Int32Array(labels.length);
  for (let i = 0; i < own.length; i++) own[i] = labelOf[labels[i]!]!;
  return { list: kept.map((i) => list[i]!), labels: own };
}

/**
 * Labels the piece around pixel `seed`, run by run; `stack` is scratch space.
 * A pixel taken from the stack is widened to the run around it, which puts the
 * first pixel of each run that touches it above and below on the stack. Pixels
 * are labelled when they are put there, so that none is there twice.
 */
function fill(
  { width, height, data }: Ink,
  threshold: number,
  labels: Int32Array,
  stack: Int32Array,
  seed: number,
  label: number,
): Component {
  let [left, right, top, bottom, mass, depth] = [width, -1, height, -1, 0, 0];
  const isNew = (i: number) => labels[i] === 0 && data[i]! >= threshold;
  const push = (i: number) => {
    labels[i] = label;
    stack[depth++] = i;
  };
  push(seed);
  while (depth > 0) {
    const i = stack[--depth]!;
    const y = Math.floor(i / width);
    const row = y * width;
    let from = i;
    while (from > row && isNew(from - 1)) from--;
    let to = i;
    while (to < row + width - 1 && isNew(to + 1)) to++;
    for (let at = from; at <= to; at++) {
      labels[at] = label;
      mass += data[at]!;
    }
    left = Math.min(left, from - row);
    right = Math.max(right, to - row);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    const first = Math.max(row, from - 1);
    const last = Math.min(row + width - 1, to + 1);
    for (const next of [-width, width]) {
      if (y === (next < 0 ? 0 : height - 1)) continue;
      for (let at = first + next; at <= last + next; at++) {
        const starts = at === first + next || !isNew(at - 1);
        if (starts && isNew(at)) push(at);
      }
    }
  }
  const box = {
    x: left,
    y: top,
    width: right - left + 1,
    height: bottom - top + 1,
  };
  return { box, mass };
}
