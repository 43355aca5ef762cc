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

/** Labels the piece around pixel `seed`; `stack` is scratch space. */
function fill(
  { width, height, data }: Ink,
  threshold: number,
  labels: Int32Array,
  stack: Int32Array,
  seed: number,
  label: number,
): Component {
  let [left, right, top, bottom, mass, depth] = [width, -1, height, -1, 0, 0];
  labels[seed] = label;
  stack[depth++] = seed;
  while (depth > 0) {
    const i = stack[--depth]!;
    const x = i % width;
    const y = (i - x) / width;
    mass += data[i]!;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        const next = v * width + u;
        if (labels[next] !== 0 || data[next]! < threshold) continue;
        labels[next] = label;
        stack[depth++] = next;
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
