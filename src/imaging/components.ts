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
 * corners, numbered from the top: runs of ink are joined with those that they
 * touch in the row above (Rosenfeld and Pfaltz, Sequential operations in digital
 * picture processing, J. ACM 13(4), 1966, by runs).
 */
export function findComponents(ink: Ink, threshold: number): Components {
  const runs = findRuns(ink, threshold);
  const labels = new Int32Array(ink.data.length);
  const pieceOf = new Int32Array(runs.length);
  const list: Piece[] = [];
  runs.forEach(({ y, from, to, mass }, i) => {
    const root = rootOf(runs, i);
    if (root === i) pieceOf[i] = list.push(emptyPiece());
    const label = pieceOf[root]!;
    add(list[label - 1]!, y, from, to, mass);
    labels.fill(label, y * ink.width + from, y * ink.width + to);
  });
  return { list: list.map(componentOf), labels };
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

/** Ink side by side in a row. */
interface Run {
  readonly y: number;
  /** Columns, the last one not included. */
  readonly from: number;
  readonly to: number;
  readonly mass: number;
  /** The index of an earlier run of its piece; its own where there is none. */
  parent: number;
}

/** From top to bottom, from left to right. */
function findRuns({ width, height, data }: Ink, threshold: number): Run[] {
  const runs: Run[] = [];
  for (let y = 0, above = 0; y < height; y++) {
    const first = runs.length;
    const start = y * width;
    for (let x = 0; x < width; x++) {
      if (data[start + x]! < threshold) continue;
      const from = x;
      let mass = 0;
      while (x < width && data[start + x]! >= threshold) {
        mass += data[start + x++]!;
      }
      runs.push({ y, from, to: x, mass, parent: runs.length });
      above = joinAbove(runs, above, first);
    }
    above = first;
  }
  return runs;
}

/**
 * Joins the last run with those above it that it touches.
 *
 * @param above The first run that may touch it.
 * @param end The first run of its own row.
 * @returns The first run above that may touch the next one.
 */
function joinAbove(runs: readonly Run[], above: number, end: number): number {
  const own = runs.length - 1;
  const { y, from, to } = runs[own]!;
  while (above < end && (runs[above]!.y < y - 1 || runs[above]!.to < from)) {
    above++;
  }
  for (let i = above; i < end && runs[i]!.from <= to; i++) {
    const [a, b] = [rootOf(runs, i), rootOf(runs, own)];
    runs[Math.max(a, b)]!.parent = Math.min(a, b);
  }
  return above;
}

/** The first run of a run's piece. */
function rootOf(runs: readonly Run[], i: number): number {
  let root = i;
  while (runs[root]!.parent !== root) root = runs[root]!.parent;
  while (runs[i]!.parent !== root) {
    const next = runs[i]!.parent;
    runs[i]!.parent = root;
    i = next;
  }
  return root;
}

/** A component while it grows. */
interface Piece {
  left: number;
  right: number;
  top: number;
  bottom: number;
  mass: number;
}

function emptyPiece(): Piece {
  return { left: Infinity, right: 0, top: Infinity, bottom: 0, mass: 0 };
}

function add(
  piece: Piece,
  y: number,
  from: number,
  to: number,
  mass: number,
): void {
  piece.left = Math.min(piece.left, from);
  piece.right = Math.max(piece.right, to);
  piece.top = Math.min(piece.top, y);
  piece.bottom = Math.max(piece.bottom, y + 1);
  piece.mass += mass;
}

function componentOf(
  { left, right, top, bottom, mass }: Piece,
): Component {
  return {
    box: { x: left, y: top, width: right - left, height: bottom - top },
    mass,
  };
}
