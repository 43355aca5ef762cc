import type { Ink } from "../../imaging/ink.ts";
import { resample } from "../../imaging/resample.ts";
import type { TextLine } from "../../imaging/text_line.ts";
import { span } from "../../imaging/boxes.ts";
import type { LineReading, Part } from "../../reading/line.ts";
import { type CutPath, cutPaths } from "./cut_paths.ts";

/** A picture with alpha, not premultiplied. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

type Color = readonly [red: number, green: number, blue: number];

/** Neighbours differ in light as well as in hue, for those who see no hues. */
const GLYPH_COLORS: readonly Color[] = [[47, 75, 155], [49, 151, 149]];
const LEFT_OUT: Color = [168, 163, 152];
const CUT: Color = [178, 48, 40];

/** Pixels of the longer side, at most: as large as the page shows it on a desk. */
const MAX_SIDE = 960;
/** Pixels per pixel of a line's ink, at most: characters are 120 high then. */
const MAX_ZOOM = 3;
/** Pixels of a cut's width. */
const CUT_WIDTH = 2;
/** Ink that is left where a cut was not made. */
const FAINT = 0.4;

/**
 * Draws how lines were taken to pieces, in their places: ink coloured by the
 * glyph it was put into, cuts as lines, cuts that were not made as lighter ink.
 *
 * @param lines At least one.
 * @param isRead Whether a part is one of the digits; others are grey.
 */
export function drawPieces(
  lines: readonly LineReading[],
  isRead: (part: Part) => boolean,
): Drawing {
  const boxes = lines.map(({ line }) => line.box);
  const all = span(boxes);
  const zoom = Math.min(
    MAX_SIDE / Math.max(all.width, all.height),
    ...lines.map(({ line }) => MAX_ZOOM / line.block),
  );
  const width = Math.max(1, Math.ceil(all.width * zoom));
  const height = Math.max(1, Math.ceil(all.height * zoom));
  const drawing = { width, height, rgba: new Uint8Array(width * height * 4) };
  for (const reading of lines) {
    drawLine(drawing, reading, isRead, {
      x: Math.round((reading.line.box.x - all.x) * zoom),
      y: Math.round((reading.line.box.y - all.y) * zoom),
      zoom: zoom * reading.line.block,
    });
  }
  return drawing;
}

/** Where a line goes on the drawing. */
interface Place {
  readonly x: number;
  readonly y: number;
  /** Pixels per pixel of the line's ink. */
  readonly zoom: number;
}

function drawLine(
  drawing: Drawing,
  reading: LineReading,
  isRead: (part: Part) => boolean,
  place: Place,
): void {
  const colors = atomColors(reading.parts, isRead);
  for (const color of new Set(colors)) {
    const own = resized(inkOf(reading.line, colors, color), place.zoom);
    layOn(drawing, own, color, place);
  }
  const paths = cutPaths(reading);
  for (const path of paths) if (!path.isMade) drawCut(drawing, path, place);
  for (const path of paths) if (path.isMade) drawCut(drawing, path, place);
}

/** The colour of each atom: those of the parts, which take turns. */
function atomColors(
  parts: readonly Part[],
  isRead: (part: Part) => boolean,
): Color[] {
  let turn = 0;
  return parts.flatMap((part) => {
    const color = isRead(part)
      ? GLYPH_COLORS[turn++ % GLYPH_COLORS.length]!
      : LEFT_OUT;
    return Array.from({ length: part.to - part.from }, () => color);
  });
}

/** The ink of the atoms of one colour. */
function inkOf(
  { ink, labels }: TextLine,
  colors: readonly Color[],
  color: Color,
): Ink {
  const isOwn = Uint8Array.from([0, ...colors.map((own) => +(own === color))]);
  const data = ink.data.map((value, i) => isOwn[labels[i]!]! * value);
  return { ...ink, data };
}

function resized({ width, height, data }: Ink, zoom: number): Ink {
  const columns = Math.max(1, Math.round(width * zoom));
  const rows = Math.max(1, Math.round(height * zoom));
  return {
    width: columns,
    height: rows,
    data: resample(data, width, height, columns, rows),
  };
}

/** Adds ink of a colour; where there is some already, both mix. */
function layOn(
  drawing: Drawing,
  { width, height, data }: Ink,
  color: Color,
  { x: left, y: top }: Place,
): void {
  const columns = Math.min(width, drawing.width - left);
  const rows = Math.min(height, drawing.height - top);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const opacity = 255 * Math.min(1, data[y * width + x]!);
      if (opacity > 0) mix(drawing, left + x, top + y, color, opacity);
    }
  }
}

/** @param opacity 0..255, not 0. */
function mix(
  { width, rgba }: Drawing,
  x: number,
  y: number,
  color: Color,
  opacity: number,
): void {
  const at = 4 * (y * width + x);
  const share = opacity / (rgba[at + 3]! + opacity);
  for (let i = 0; i < color.length; i++) {
    rgba[at + i]! += Math.round(share * (color[i]! - rgba[at + i]!));
  }
  rgba[at + 3] = Math.min(255, Math.round(rgba[at + 3]! + opacity));
}

/** Draws a cut from row to row, so that it has no gap where it runs sideways. */
function drawCut(
  drawing: Drawing,
  { isMade, top, columns }: CutPath,
  { x: left, y: above, zoom }: Place,
): void {
  const columnOf = (y: number) =>
    left + Math.round(columns[Math.floor(y / zoom)]! * zoom);
  const rows = Math.floor(columns.length * zoom);
  for (let row = 0; row < rows; row++) {
    const y = above + Math.round(top * zoom) + row;
    if (y >= drawing.height) break;
    const [x, before] = [columnOf(row), columnOf(Math.max(0, row - 1))];
    const from = Math.max(0, Math.min(x, before) - CUT_WIDTH / 2);
    const to = Math.min(drawing.width, Math.max(x, before) + CUT_WIDTH / 2);
    for (let at = from; at < to; at++) {
      if (isMade) paint(drawing, at, y);
      else fade(drawing, at, y);
    }
  }
}

function paint({ width, rgba }: Drawing, x: number, y: number): void {
  rgba.set([...CUT, 255], 4 * (y * width + x));
}

function fade({ width, rgba }: Drawing, x: number, y: number): void {
  rgba[4 * (y * width + x) + 3]! *= FAINT;
}
