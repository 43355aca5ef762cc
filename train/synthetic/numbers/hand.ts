import type { Ink } from "../../../src/imaging/ink.ts";
import type { Random } from "../../random.ts";
import { type Drawing, inkOf } from "../drawing.ts";
import { drawLines, type Pen } from "../pen.ts";
import { cropToInk, makePlate } from "../photos/plate.ts";
import { extentOf, type Lines, mapLines } from "../place.ts";

/** How large and how crooked a sign is to be written. */
export interface Form {
  /** Pixels. */
  readonly height: number;
  /** Of the line, pixels; ink that keeps its own line ignores it. */
  readonly thickness: number;
  /** Horizontal shift per height beyond the hand's own; above 0 leans right. */
  readonly slant: number;
  /** Radians, clockwise. */
  readonly angle: number;
}

/** One person with one pen: no two digits are quite alike, all are of a kind. */
export interface Hand {
  /** @returns Ink cut tight, as high as the form asks for, or less if wide. */
  write(digit: number, random: Random, form: Form): Ink;
}

/** Draws one of many people. */
export type Hands = (random: Random) => Hand;

/** A digit wider than this, in its heights, is written smaller. */
const WIDEST = 1.05;

/** Brings a digit's lines to height 1, its lowest point at 1. */
export function ofHeightOne(lines: Lines): Lines {
  const { left, right, top, bottom } = extentOf(lines);
  const scale = 1 / Math.max(bottom - top, (right - left) / WIDEST);
  return mapLines(lines, ({ x, y }) => ({
    x: (x - left) * scale,
    y: 1 + (y - bottom) * scale,
  }));
}

/**
 * Writes lines with a pen.
 *
 * @param lines In heights of a digit.
 */
export function inkLines(
  lines: Lines,
  pen: Pen,
  random: Random,
  { height, thickness, slant, angle }: Form,
): Ink {
  const width = thickness / height;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const placed = mapLines(lines, ({ x, y }) => {
    const right = (x - y * slant) * (1 - width);
    const down = y * (1 - width);
    return { x: right * cos - down * sin, y: right * sin + down * cos };
  });
  const drawing = drawLines(placed, { ...pen, width }, random);
  const size = Math.max(1, Math.round(longerSide(drawing) * height));
  return inkOf(drawing, size);
}

function longerSide({ strokes }: Drawing): number {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, radius } of strokes.flat()) {
    left = Math.min(left, x - radius);
    right = Math.max(right, x + radius);
    top = Math.min(top, y - radius);
    bottom = Math.max(bottom, y + radius);
  }
  return Math.max(right - left, bottom - top);
}

/** Writes ink with the line it has, at another size. */
export function inkShape(ink: Ink, random: Random, form: Form): Ink {
  const size = form.height *
    Math.min(WIDEST, Math.max(1, ink.width / ink.height));
  const stroke = { thickness: null, pressure: 0, edge: 1 };
  const plate = makePlate(ink, random, Math.round(size), stroke);
  return cropToInk(leant(plate, form)) ?? plate;
}

/** Slants ink and turns it about its middle. */
function leant(ink: Ink, { slant, angle }: Form): Ink {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const reachX = ink.width + Math.abs(slant) * ink.height;
  const width = Math.ceil(
    reachX * Math.abs(cos) + ink.height * Math.abs(sin),
  ) + 2;
  const height = Math.ceil(
    ink.height * Math.abs(cos) + reachX * Math.abs(sin),
  ) + 2;
  const data = new Float32Array(width * height);
  for (let row = 0, i = 0; row < height; row++) {
    const dy = row + 0.5 - height / 2;
    for (let column = 0; column < width; column++, i++) {
      const dx = column + 0.5 - width / 2;
      const down = cos * dy - sin * dx;
      const right = cos * dx + sin * dy + slant * down;
      data[i] = inkAt(ink, right + ink.width / 2, down + ink.height / 2);
    }
  }
  return { width, height, data };
}

/** Bilinear; pixel (0, 0) has its middle at (0.5, 0.5), paper lies around. */
function inkAt({ width, height, data }: Ink, x: number, y: number): number {
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  const s = x - 0.5 - left;
  const t = y - 0.5 - top;
  const at = (column: number, row: number) =>
    column < 0 || row < 0 || column >= width || row >= height
      ? 0
      : data[row * width + column]!;
  return (1 - t) * ((1 - s) * at(left, top) + s * at(left + 1, top)) +
    t * ((1 - s) * at(left, top + 1) + s * at(left + 1, top + 1));
}
