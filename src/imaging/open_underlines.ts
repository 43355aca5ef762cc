import { type Component, findComponents } from "./components.ts";
import type { Drawn } from "./corners.ts";
import { cutPiece } from "./cut.ts";
import type { Ink } from "./ink.ts";
import { median } from "./median.ts";
import { BODY } from "./pale_pieces.ts";
import type { Box } from "./picture.ts";
import type { Strokes } from "./strokes.ts";
import { typicalHeight } from "./text_lines.ts";
import { isUnderDigits } from "./underlines.ts";

/**
 * Strokes under the cents of an amount that these touch: one piece with them, from which
 * the stroke is taken.
 */

/** Height of such a piece, in heights of the writing, and its width in its own. */
const LOWEST = 0.3;
const HIGHEST = 0.85;
const LEAST_ASPECT = 1.3;

/** Part of the writing's height that it stands above the feet of the writing at least. */
const RAISED = 0.12;

/** The slope of a stroke, down or up. */
const STEEPEST = 0.3;

/** Part of its columns in which a piece ends on its stroke, and how near, in the writing's height. */
const STRAIGHT = 0.88;
const BENT = 0.035;

/** Thickness of a stroke in heights of the writing, and of what else is on it, in its thickness. */
const THICKEST = 0.16;
const MORE = 1.8;

/** Part of its columns in which there is nothing above a stroke: digits leave gaps. */
const LEAST_FREE = 0.12;

/**
 * Ink without the strokes under raised digits that these touch; the same object where
 * there are none.
 */
export function openUnderlines(
  ink: Ink,
  { list, labels, isKept }: Pick<Strokes, "list" | "labels" | "isKept">,
): Ink {
  const writing = list.filter((_, i) => isKept[i]);
  const height = typicalHeight(writing.map(({ box }) => box));
  const high = writing.filter(({ box }) => box.height > HIGHEST * height);
  let data: Float32Array | null = null;
  list.forEach((piece, i) => {
    if (!mayBeCents(piece, high, height)) return;
    const { box } = piece;
    const drawn = { labels: labels(), width: ink.width, label: i + 1, box };
    const stroke = findStroke(drawn, height);
    if (!stroke) return;
    const beside = list.filter((other) => other !== piece);
    const digits = [
      ...digitsOn(ink, drawn, stroke),
      ...beside.map((other) => other.box),
    ];
    if (!isUnderDigits(boxOf(stroke, box), digits, height)) return;
    data ??= ink.data.slice();
    takeOut(data, ink.width, box, stroke);
  });
  return data ? { ...ink, data } : ink;
}

/** Whether a piece is low, wide and stands high behind the writing. */
function mayBeCents(
  { box }: Component,
  high: readonly Component[],
  height: number,
): boolean {
  if (box.height < LOWEST * height || box.height > HIGHEST * height) {
    return false;
  }
  if (box.width < LEAST_ASPECT * box.height) return false;
  const before = high.filter((other) =>
    other.box.x + other.box.width / 2 < box.x &&
    other.box.y < box.y + box.height
  );
  const foot = median(before.map((other) => other.box.y + other.box.height));
  return foot !== null && box.y + box.height <= foot - RAISED * height;
}

/** A straight stroke along the lower side of a piece. */
interface Stroke {
  /** For each column of its box the lowest pixel of the stroke, from the top of the picture. */
  readonly bottoms: readonly number[];
  readonly thickness: number;
}

/** null where a piece stands on none. */
function findStroke(piece: Drawn, height: number): Stroke | null {
  const { box } = piece;
  const columns = Array.from(
    { length: box.width },
    (_, x) => columnOf(piece, box.x + x),
  );
  const quarter = Math.ceil(box.width / 4);
  const bottomOf = (some: readonly Column[]) =>
    median(some.map(({ bottom }) => bottom))!;
  const left = bottomOf(columns.slice(0, quarter));
  const right = bottomOf(columns.slice(-quarter));
  const slope = (right - left) / (box.width - quarter);
  if (Math.abs(slope) > STEEPEST) return null;
  const lineAt = (x: number) => left + slope * (x - (quarter - 1) / 2);
  const near = BENT * height + 1;
  const on = columns.filter(({ bottom }, x) =>
    Math.abs(bottom - lineAt(x)) <= near
  );
  if (on.length < STRAIGHT * box.width) return null;
  const free = on.filter(({ isAlone }) => isAlone);
  const thickness = median(free.map(({ run }) => run)) ?? Infinity;
  if (thickness > THICKEST * height) return null;
  const alone = free.filter(({ run }) => run <= MORE * thickness);
  if (alone.length < LEAST_FREE * box.width) return null;
  const bottoms = columns.map(({ bottom }, x) =>
    Math.abs(bottom - lineAt(x)) <= near ? bottom : Math.round(lineAt(x))
  );
  return { bottoms, thickness };
}

/** What a piece has in one column. */
interface Column {
  /** Its lowest pixel, from the top of the picture, and how many lie on each other there. */
  readonly bottom: number;
  readonly run: number;
  /** Whether these are all. */
  readonly isAlone: boolean;
}

function columnOf({ labels, width, label, box }: Drawn, x: number): Column {
  const isOwn = (y: number) => labels[y * width + x] === label;
  let bottom = box.y + box.height - 1;
  while (bottom > box.y && !isOwn(bottom)) bottom--;
  let top = bottom;
  while (top > box.y && isOwn(top - 1)) top--;
  let above = top - 1;
  while (above >= box.y && !isOwn(above)) above--;
  return { bottom, run: bottom - top + 1, isAlone: above < box.y };
}

/** Where the pieces lie that stand on a stroke, as parts of its own piece. */
function digitsOn(
  ink: Ink,
  { labels, label, box }: Drawn,
  stroke: Stroke,
): Box[] {
  const own = cutPiece(ink, labels, label, box);
  takeOut(own.data, box.width, { ...box, x: 0 }, {
    ...stroke,
    bottoms: stroke.bottoms.map((bottom) => bottom - box.y),
  });
  return findComponents(own, BODY).list.map((
    { box: { x, y, width, height } },
  ) => ({
    x: x + box.x,
    y: y + box.y,
    width,
    height,
  }));
}

function boxOf({ bottoms, thickness }: Stroke, { x, width }: Box): Box {
  const top = Math.min(...bottoms) - thickness + 1;
  return { x, y: top, width, height: Math.max(...bottoms) + 1 - top };
}

/** Takes a stroke out, with its soft edges. */
function takeOut(
  data: Float32Array,
  width: number,
  { x: left }: Box,
  { bottoms, thickness }: Stroke,
): void {
  const rows = data.length / width;
  bottoms.forEach((bottom, x) => {
    const last = Math.min(rows - 1, bottom + Math.ceil(thickness / 2));
    for (let y = Math.max(0, bottom - thickness); y <= last; y++) {
      data[y * width + left + x] = 0;
    }
  });
}
