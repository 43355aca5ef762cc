import { areaOf, isWithin, span } from "./boxes.ts";
import type { Components } from "./components.ts";
import { cutPiece } from "./cut.ts";
import type { Effort } from "./effort.ts";
import type { Ink } from "./ink.ts";
import type { Box } from "./picture.ts";
import type { Seam } from "./seam.ts";
import { findSeams } from "./seams.ts";
import { strokeWidth } from "./stroke_width.ts";
import type { Raster } from "./raster.ts";

/**
 * A line of text taken to pieces: atoms, each a character or a part of one, in
 * the order of writing. Which of them belong together is left to who can read.
 */
export interface TextLine {
  /** Pixels of the ink. */
  readonly box: Box;
  /** Pixels of the ink per pixel of `ink` and `labels`, along each axis. */
  readonly block: number;
  /** The line's own ink, reduced. */
  readonly ink: Ink;
  /** Height of a character, in pixels of the line's ink. */
  readonly height: number;
  /** Of each pixel of the line's ink, its atom's place from 1 on; 0 for none. */
  readonly labels: Uint16Array;
  /** Around each atom, in pixels of the line's ink; from left to right. */
  readonly atoms: readonly Box[];
  /** Stroke widths of ink to be cut through before each atom; 0 where it stands apart. */
  readonly crossed: readonly number[];
}

/** Pieces wider than this, in heights, may hold more than one character. */
const WIDE = 0.45;

/** Ink that a cut crosses at most, in heights: as long as two strokes run along each other. */
const MOST_CROSSED = 0.45;

/** What counts as the width of a stroke at least, in heights. */
const LEAST_STROKE = 0.09;

/** Heights that the soft edge of a stroke goes out: 1.5 of MNIST's 20 pixels. */
const REACH = 1.5 / 20;

/** Fainter ink is paper: what one pixel of MNIST's least ink is made of. */
const FAINTEST = 1 / 64;

/**
 * Takes a line to pieces.
 *
 * @param raster The line's ink and its pieces.
 * @param height Of a character, in pixels of the raster.
 * @throws {CrowdError} Where there is too much to be writing.
 */
export function takeApart(
  raster: Raster,
  height: number,
  cutting: Cutting,
): TextLine {
  const { box, block } = raster;
  const pieces = nest(raster.pieces);
  spreadLabels(raster.ink, pieces.labels, Math.ceil(REACH * height));
  return {
    box,
    block,
    height,
    ...cutWide(raster.ink, pieces, height, cutting),
  };
}

/** Tells whether a piece of ink is plainly one character, or may be several. */
export type MayBeSeveral = (piece: Ink) => boolean;

/** By what pieces are cut. */
export interface Cutting {
  /** Whether a piece is to be cut. */
  readonly mayBeSeveral: MayBeSeveral;
  /** What has been tried on the picture. */
  readonly effort: Effort;
}

/** Labels of pieces, some of which were found to be one. */
interface Pieces {
  readonly labels: Int32Array;
  readonly count: number;
}

/** Joins pieces that lie within another's box: the dot of a zero, crumbs of chalk. */
function nest(components: Components): Pieces {
  const { list } = components;
  const labels = components.labels();
  const hostOf = new Int32Array(list.length + 1);
  const hosts: number[] = [];
  const bySize = list.keys().toArray()
    .sort((a, b) => areaOf(list[b]!.box) - areaOf(list[a]!.box));
  for (const piece of bySize) {
    const host = hosts.findIndex((outer) =>
      isWithin(list[piece]!.box, list[outer]!.box)
    );
    hostOf[piece + 1] = (host < 0 ? hosts.push(piece) - 1 : host) + 1;
  }
  if (hosts.length < list.length) {
    for (let i = 0; i < labels.length; i++) labels[i] = hostOf[labels[i]!]!;
    return { labels, count: hosts.length };
  }
  return { labels, count: list.length };
}

/** Gives the soft edges of strokes to the nearest of them; other faint ink goes. */
function spreadLabels(
  { width, height, data }: Ink,
  labels: Int32Array,
  reach: number,
): void {
  // Every pixel is put here once, in the order of its distance.
  const queue = new Int32Array(data.length);
  let end = 0;
  for (let i = 0; i < data.length; i++) if (labels[i]! > 0) queue[end++] = i;
  for (let step = 0, next = 0; step < reach; step++) {
    for (const last = end; next < last; next++) {
      const i = queue[next]!;
      const x = i % width;
      const give = (j: number) => {
        if (labels[j] !== 0 || data[j]! < FAINTEST) return;
        labels[j] = labels[i]!;
        queue[end++] = j;
      };
      if (x > 0) give(i - 1);
      if (x < width - 1) give(i + 1);
      if (i >= width) give(i - width);
      if (i < width * (height - 1)) give(i + width);
    }
  }
  for (let i = 0; i < data.length; i++) if (labels[i] === 0) data[i] = 0;
}

/** Cuts the pieces that may hold several characters. */
function cutWide(
  ink: Ink,
  { labels, count }: Pieces,
  height: number,
  { mayBeSeveral, effort }: Cutting,
): Pick<TextLine, "ink" | "labels" | "atoms" | "crossed"> {
  const parts = new Uint16Array(labels.length);
  // The cut before each part; 0 before the first of a piece.
  const cuts: number[] = [];
  for (const [piece, box] of boxesOf(labels, ink.width, count).entries()) {
    if (!box) continue;
    effort.spend("pixels", areaOf(box));
    const own = cutPiece(ink, labels, piece + 1, box);
    const seams = box.width >= WIDE * height && mayBeSeveral(own)
      ? seamsOf(own, height, effort)
      : [];
    effort.spend("atoms", seams.length + 1);
    for (let y = 0; y < box.height; y++) {
      const places = seams.map(({ columns }) => columns[y]!)
        .sort((a, b) => a - b);
      // How many cuts pass to the left of the pixel.
      let left = 0;
      for (let x = 0; x < box.width; x++) {
        while (left < places.length && places[left]! <= x) left++;
        const at = (box.y + y) * ink.width + box.x + x;
        if (labels[at] !== piece + 1) continue;
        parts[at] = cuts.length + left + 1;
      }
    }
    cuts.push(0, ...seams.map(({ crossed }) => crossed));
  }
  return { ink, ...inOrder(parts, ink.width, cuts) };
}

/** Numbers parts from left to right. */
function inOrder(
  labels: Uint16Array,
  width: number,
  cuts: readonly number[],
): Pick<TextLine, "labels" | "atoms" | "crossed"> {
  const boxes = boxesOf(labels, width, cuts.length);
  const order = boxes.keys().toArray().filter((i) => boxes[i])
    .sort((a, b) => middle(boxes[a]!) - middle(boxes[b]!));
  const placeOf = new Uint16Array(cuts.length + 1);
  order.forEach((part, place) => placeOf[part + 1] = place + 1);
  const crossed = order.map((_, place) =>
    cuts.reduce((sum, cut, part) => {
      const [a, b] = [placeOf[part]!, placeOf[part + 1]!];
      const isBetween = cut > 0 && Math.min(a, b) <= place &&
        Math.max(a, b) > place;
      return isBetween ? sum + cut : sum;
    }, 0)
  );
  return {
    labels: labels.map((label) => placeOf[label]!),
    atoms: order.map((part) => boxes[part]!),
    crossed,
  };
}

function middle({ x, width }: Box): number {
  return x + width / 2;
}

/** The cuts of a piece; what they cross in stroke widths. */
function seamsOf(piece: Ink, height: number, effort: Effort): Seam[] {
  const stroke = Math.max(LEAST_STROKE * height, strokeWidth(piece));
  const most = Math.max(MOST_CROSSED * height, 2 * stroke);
  return findSeams(piece, height, most, effort)
    .map((seam) => ({ ...seam, crossed: seam.crossed / stroke }));
}

function boxesOf(
  labels: Int32Array | Uint16Array,
  width: number,
  count: number,
): (Box | null)[] {
  const edges = Array.from(
    { length: count },
    () => ({ left: Infinity, top: Infinity, right: -1, bottom: -1 }),
  );
  labels.forEach((label, i) => {
    if (label === 0) return;
    const edge = edges[label - 1]!;
    const x = i % width;
    const y = Math.floor(i / width);
    edge.left = Math.min(edge.left, x);
    edge.top = Math.min(edge.top, y);
    edge.right = Math.max(edge.right, x);
    edge.bottom = Math.max(edge.bottom, y);
  });
  return edges.map(({ left, top, right, bottom }) =>
    right < 0 ? null : {
      x: left,
      y: top,
      width: right - left + 1,
      height: bottom - top + 1,
    }
  );
}

/** The ink of some atoms that follow each other, cut tight. */
export function inkOf(
  { ink, labels, atoms }: TextLine,
  from: number,
  to: number,
): { box: Box; ink: Ink } {
  const box = span(atoms.slice(from, to));
  const data = new Float32Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const at = (box.y + y) * ink.width + box.x + x;
      const atom = labels[at]! - 1;
      if (atom >= from && atom < to) data[y * box.width + x] = ink.data[at]!;
    }
  }
  return { box, ink: { width: box.width, height: box.height, data } };
}
