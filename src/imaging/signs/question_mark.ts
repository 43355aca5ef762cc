import { type Component, findComponents } from "../components.ts";
import type { Point } from "../corners.ts";
import type { Ink } from "../ink.ts";
import { BODY } from "../pale_pieces.ts";
import { isInk } from "./segments.ts";

/** Height of the dot in that of the stroke above it, and how its sides compare at most. */
const LOWEST = 0.08;
const HIGHEST = 0.28;
const WIDEST = 2;

/** Part of its box that a dot fills: a ring does not. */
const FILLED = 0.6;

/** Clear paper above the dot, in heights of the stroke. */
const LEAST_GAP = 0.04;
const MOST_GAP = 0.4;

/** How far the dot lies beside the foot above it, in heights of the stroke. */
const BESIDE = 0.16;

/** Whether ink is a stroke with a dot below its foot, as ? and ! are. */
export function isQuestionMark(ink: Ink): boolean {
  const { list } = findComponents(ink, BODY);
  if (list.length !== 2) return false;
  const [stroke, dot] = list.toSorted((a, b) => b.mass - a.mass);
  const { y, height } = stroke!.box;
  return isDotBelow(dot!, footOf(ink, y + height - 1), height);
}

/** The middle of ink in its lowest row, or in the one that is told. */
export function footOf(ink: Ink, row = lastRow(ink)): Point {
  const own = Array.from({ length: ink.width }, (_, x) => x)
    .filter((x) => isInk(ink, x, row));
  return { x: ((own[0] ?? 0) + (own.at(-1) ?? 0) + 1) / 2, y: row };
}

function lastRow({ width, data }: Ink): number {
  return Math.floor(data.findLastIndex((value) => value >= BODY) / width);
}

/**
 * Whether a piece is the dot of a ? or !.
 *
 * @param foot Of the stroke above it.
 * @param height Of that stroke.
 */
export function isDotBelow(
  { box, mass }: Component,
  foot: Point,
  height: number,
): boolean {
  const shorter = Math.min(box.width, box.height);
  const gap = box.y - foot.y - 1;
  return box.height >= LOWEST * height && box.height <= HIGHEST * height &&
    Math.max(box.width, box.height) <= WIDEST * shorter &&
    mass >= FILLED * box.width * box.height &&
    gap >= LEAST_GAP * height && gap <= MOST_GAP * height &&
    Math.abs(box.x + box.width / 2 - foot.x) <= BESIDE * height;
}
