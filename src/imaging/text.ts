import { areaOf, span } from "./boxes.ts";
import { joinBroken } from "./broken.ts";
import { Effort } from "./effort.ts";
import type { Ink } from "./ink.ts";
import type { Box } from "./picture.ts";
import { type Kinds, type Others, type Raster, rasterize } from "./raster.ts";
import {
  type Cutting,
  type MayBeSeveral,
  takeApart,
  type TextLine,
} from "./text_line.ts";
import { findSmallPrint } from "./small_print.ts";
import { groupLines, typicalHeight } from "./text_lines.ts";
import { type Strokes, strokesBox } from "./strokes.ts";
import { findUnderlines } from "./underlines.ts";

/** Pixels of the height of all writing at which lines are looked for. */
const TEXT_HEIGHT = 96;

/**
 * Pixels of a piece's height, at least, at which they are. Pieces may be parts of
 * characters, as of chalk, but if they are characters, these must not run together.
 */
const LEAST_HEIGHT = 12;

/** Pixels of a character's height, at least, at which a line is read: twice what the network sees. */
const CHARACTER_HEIGHT = 40;

/** Paper around a line that may hold soft edges of its strokes, in heights of a character. */
const MARGIN = 0.1;

/** The lines of a text, from top to bottom. */
export interface Text {
  readonly lines: readonly TextLine[];
  /**
   * The same where pieces that lie hardly farther above each other than a stroke is wide
   * are of one line; null where that makes no fewer lines.
   *
   * @throws {CrowdError}
   */
  readonly joined: (() => readonly TextLine[]) | null;
}

/** A line before it is taken to pieces. */
interface Line {
  /** Pieces of the text. */
  readonly pieces: readonly number[];
  /** Of a character, in pixels of the text. */
  readonly height: number;
}

/**
 * Finds the lines of a text and takes them to pieces.
 *
 * @throws {CrowdError} Where there is too much to be writing.
 */
export function findText(
  ink: Ink,
  strokes: Strokes,
  mayBeSeveral: MayBeSeveral = () => true,
  effort = new Effort(),
): Text {
  const { list, isKept } = strokes;
  const kept = list.keys().toArray().filter((i) => isKept[i]);
  const box = strokesBox(strokes);
  const kinds = {
    labels: strokes.labels(),
    kindOf: Int8Array.from([0, ...isKept.map((kept) => kept ? 1 : -1)]),
  };
  const block = Math.max(
    1,
    Math.min(
      Math.floor(box.height / TEXT_HEIGHT),
      Math.floor(typicalHeight(kept.map((i) => list[i]!.box)) / LEAST_HEIGHT),
    ),
  );
  const text = rasterize(ink, box, block, kinds);
  const count = text.pieces.list.length;
  effort.spend("pieces", count);
  const lines = linesOf(text, text.pieces.list.map((_, i) => [i]));
  const joined = lines.length > 1 ? linesOf(text, joinBroken(text)) : lines;
  const takeAll = (some: readonly Line[]) =>
    some.map((line) => {
      const isOther = new Uint8Array(count + 1).fill(1, 1);
      for (const piece of line.pieces) isOther[piece + 1] = 0;
      const others = line.pieces.length < count
        ? { raster: text, isOther }
        : undefined;
      return lineOf(ink, text, line, kinds, { mayBeSeveral, effort }, others);
    });
  return {
    lines: takeAll(lines),
    joined: joined.length < lines.length ? () => takeAll(joined) : null,
  };
}

/** @param groups Pieces of the text that belong together. */
function linesOf(text: Raster, groups: readonly (readonly number[])[]): Line[] {
  const pieces = boxesOf(text);
  const boxes = groups.map((group) => span(group.map((i) => pieces[i]!)));
  const height = typicalHeight(boxes);
  const beside = findSmallPrint(boxes, height)
    .union(findUnderlines(boxes, height));
  return groupLines(boxes, (i) => !beside.has(i)).map((line) => ({
    pieces: line.flatMap((group) => groups[group]!),
    height: typicalHeight(line.map((group) => boxes[group]!)),
  }));
}

function lineOf(
  ink: Ink,
  text: Raster,
  { pieces, height: tall }: Line,
  kinds: Kinds,
  cutting: Cutting,
  others?: Others,
): TextLine {
  const boxes = boxesOf(text);
  const height = tall * text.block;
  const block = Math.max(1, Math.floor(height / CHARACTER_HEIGHT));
  const box = onInk(
    span(pieces.map((i) => boxes[i]!)),
    text,
    Math.ceil(MARGIN * height),
    ink,
  );
  cutting.effort.spend("pixels", areaOf(box));
  const raster = rasterize(ink, box, block, kinds, others);
  return takeApart(raster, height / block, cutting);
}

function boxesOf({ pieces }: Raster): Box[] {
  return pieces.list.map(({ box }) => box);
}

/** A box of the raster in pixels of the ink, wider by a margin. */
function onInk(
  box: Box,
  { box: at, block }: Raster,
  by: number,
  ink: Ink,
): Box {
  const left = Math.max(0, at.x + box.x * block - by);
  const top = Math.max(0, at.y + box.y * block - by);
  const right = Math.min(ink.width, at.x + (box.x + box.width) * block + by);
  const bottom = Math.min(ink.height, at.y + (box.y + box.height) * block + by);
  return { x: left, y: top, width: right - left, height: bottom - top };
}
