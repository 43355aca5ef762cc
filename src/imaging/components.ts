import { type Ink, inkedBox } from "./ink.ts";
import type { Box } from "./picture.ts";
import { newIntegers } from "./planes.ts";
import { nextInk, nextPaper } from "./runs.ts";

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
  /**
   * height x width, row-major: the label of each pixel, 0 for none. Drawn when they
   * are first asked for, which for a single digit nobody does.
   */
  readonly labels: () => Int32Array;
}

/**
 * Finds the pieces of ink of at least `threshold` that touch by sides or
 * corners, numbered from the top: runs of ink are joined with those that they
 * touch in the row above (Rosenfeld and Pfaltz, Sequential operations in digital
 * picture processing, J. ACM 13(4), 1966, by runs).
 */
export function findComponents(ink: Ink, threshold: number): Components {
  return piecesOf(ink, findRuns(ink, threshold, INK), inkBetween);
}

/**
 * Finds the pieces of paper, where there is less ink than `threshold`, that touch by
 * sides, in the part of a picture that has ink.
 */
export function findPaper(ink: Ink, threshold: number): Components {
  return piecesOf(
    ink,
    findRuns(ink, threshold, PAPER),
    (_, from, to) => to - from,
  );
}

/** @param massOf What a run adds to its piece. */
function piecesOf(
  ink: Ink,
  runs: Runs,
  massOf: (ink: Ink, start: number, end: number) => number,
): Components {
  const { count, starts, ends, parents } = runs;
  const pieceOf = newIntegers(count);
  const list: Piece[] = [];
  for (let run = 0; run < count; run++) {
    const root = rootOf(parents, run);
    if (root === run) pieceOf[run] = list.push(emptyPiece(ink));
    pieceOf[run] = pieceOf[root]!;
    const [start, end] = [starts[run]!, ends[run]!];
    add(list[pieceOf[run]! - 1]!, ink, start, end, massOf(ink, start, end));
  }
  return {
    list: list.map(componentOf),
    labels: once(() => drawLabels(runs, pieceOf, ink.data.length)),
  };
}

function drawLabels(
  { count, starts, ends }: Runs,
  pieceOf: Int32Array,
  pixels: number,
): Int32Array {
  const labels = newIntegers(pixels);
  for (let run = 0; run < count; run++) {
    labels.fill(pieceOf[run]!, starts[run], ends[run]);
  }
  return labels;
}

/** Makes a value when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => made ??= make();
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
  return {
    list: kept.map((i) => list[i]!),
    labels: once(() => renumbered(labels(), labelOf)),
  };
}

function renumbered(labels: Int32Array, labelOf: Int32Array): Int32Array {
  const own = newIntegers(labels.length);
  for (let i = 0; i < own.length; i++) own[i] = labelOf[labels[i]!]!;
  return own;
}

/** Ink or paper side by side in a row, from top to bottom, from left to right. */
interface Runs {
  count: number;
  /** Index of the first pixel. */
  starts: Int32Array;
  /** Index behind the last pixel. */
  ends: Int32Array;
  /** The index of an earlier run of its piece; its own where there is none. */
  parents: Int32Array;
}

/** Runs that most pictures have room in; one of noise has a million. */
const FEW_RUNS = 2048;

/** What runs are made of, and how they touch. */
interface Kind {
  /** The first index of a run, and the first behind it. */
  readonly next: typeof nextInk;
  readonly end: typeof nextInk;
  /** Pixels that touching runs have in common at least: those of ink may touch by corners. */
  readonly overlap: number;
}

const INK: Kind = { next: nextInk, end: nextPaper, overlap: 0 };
const PAPER: Kind = { next: nextPaper, end: nextInk, overlap: 1 };

function findRuns(ink: Ink, threshold: number, kind: Kind): Runs {
  const { width, data } = ink;
  const inked = inkedBox(ink);
  const runs: Runs = {
    count: 0,
    starts: newIntegers(FEW_RUNS),
    ends: newIntegers(FEW_RUNS),
    parents: newIntegers(FEW_RUNS),
  };
  for (let y = inked.y, above = 0; y < inked.y + inked.height; y++) {
    const first = runs.count;
    const from = y * width + inked.x;
    const end = from + inked.width;
    let start = kind.next(data, from, end, threshold);
    while (start < end) {
      const stop = kind.end(data, start, end, threshold);
      append(runs, start, stop);
      above = joinAbove(runs, above, first, width, kind.overlap);
      start = kind.next(data, stop, end, threshold);
    }
    above = first;
  }
  return runs;
}

/** Adds a run that is a piece of its own. */
function append(runs: Runs, start: number, end: number): void {
  const own = runs.count++;
  if (own === runs.starts.length) {
    runs.starts = doubled(runs.starts);
    runs.ends = doubled(runs.ends);
    runs.parents = doubled(runs.parents);
  }
  runs.starts[own] = start;
  runs.ends[own] = end;
  runs.parents[own] = own;
}

function doubled(values: Int32Array): Int32Array {
  const larger = newIntegers(2 * values.length);
  larger.set(values);
  return larger;
}

/**
 * Joins the last run with those of the row above that it touches.
 *
 * @param above The first run of that row that may touch it.
 * @param end The first run of its own row.
 * @param overlap Pixels that they have in common at least.
 * @returns The first run above that may touch the next one.
 */
function joinAbove(
  { count, starts, ends, parents }: Runs,
  above: number,
  end: number,
  width: number,
  overlap: number,
): number {
  const own = count - 1;
  const left = starts[own]! - width + overlap;
  const right = ends[own]! - width - overlap;
  let first = above;
  while (first < end && ends[first]! < left) first++;
  for (let i = first; i < end && starts[i]! <= right; i++) {
    const [a, b] = [rootOf(parents, i), rootOf(parents, own)];
    parents[Math.max(a, b)] = Math.min(a, b);
  }
  return first;
}

/** The first run of a run's piece. */
function rootOf(parents: Int32Array, run: number): number {
  let root = run;
  while (parents[root] !== root) root = parents[root]!;
  for (let i = run; parents[i] !== root;) {
    const next = parents[i]!;
    parents[i] = root;
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

function emptyPiece({ width, height }: Ink): Piece {
  return { left: width, right: 0, top: height, bottom: 0, mass: 0 };
}

function add(
  piece: Piece,
  { width }: Ink,
  start: number,
  end: number,
  mass: number,
): void {
  const y = Math.floor(start / width);
  piece.left = Math.min(piece.left, start - y * width);
  piece.right = Math.max(piece.right, end - y * width);
  piece.top = Math.min(piece.top, y);
  piece.bottom = y + 1;
  piece.mass += mass;
}

function inkBetween({ data }: Ink, start: number, end: number): number {
  let mass = 0;
  for (let i = start; i < end; i++) mass += data[i]!;
  return mass;
}

function componentOf(
  { left, right, top, bottom, mass }: Piece,
): Component {
  return {
    box: { x: left, y: top, width: right - left, height: bottom - top },
    mass,
  };
}
