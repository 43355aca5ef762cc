import type { Ink } from "../../../src/imaging/ink.ts";
import { resample } from "../../../src/imaging/resample.ts";
import type { Random } from "../../random.ts";
import { softBlur } from "./blur.ts";
import { smoothField } from "./noise.ts";
import { centreLines, type Segment } from "./skeleton.ts";

/** How a digit is put on the sheet. */
export interface Stroke {
  /**
   * Thickness in parts of the digit's longer side; null keeps the ink's own, and
   * so does ink that has no sure centre line.
   */
  readonly thickness: number | null;
  /** How much it varies with the pressure of the hand, in parts of itself. */
  readonly pressure: number;
  /** Pixels over which an edge fades, at least 1 for an antialiased one. */
  readonly edge: number;
}

/** Ink fainter than this is no part of a digit's box. */
const VISIBLE = 1 / 16;

/** Paper around a plate in pixels, for edges to fade in. */
const BORDER = 3;

/**
 * Writes a digit again at another size, with another pen.
 *
 * @param size Pixels of the digit's longer side, centre line to centre line
 *   where a thickness is given.
 * @returns The digit with a little paper around it; 1 x 1 when there is no ink.
 */
export function makePlate(
  ink: Ink,
  random: Random,
  size: number,
  stroke: Stroke,
): Ink {
  const digit = cropToInk(ink);
  if (!digit) return { width: 1, height: 1, data: new Float32Array(1) };
  const lines = stroke.thickness === null ? null : centreLines(digit);
  return stroke.thickness === null || lines === null
    ? enlarge(digit, size, stroke.edge)
    : drawSegments(
      lines,
      random,
      size,
      stroke.thickness * size / 2,
      stroke,
    );
}

/** The smallest part of the ink that holds all of it; null without ink. */
export function cropToInk({ width, height, data }: Ink): Ink | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let i = 0; i < data.length; i++) {
    if (data[i]! < VISIBLE) continue;
    const x = i % width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, (i - x) / width);
    bottom = (i - x) / width;
  }
  if (right < 0) return null;
  const size = { width: right - left + 1, height: bottom - top + 1 };
  const cropped = new Float32Array(size.width * size.height);
  for (let y = 0; y < size.height; y++) {
    const from = (top + y) * width + left;
    cropped.set(data.subarray(from, from + size.width), y * size.width);
  }
  return { ...size, data: cropped };
}

/** Pixels of the ink over which its staircase is rounded before it is cut off. */
const ROUNDING = 0.9;

/** Enlarging blurs edges; this brings them back to `edge` pixels. */
function enlarge(digit: Ink, size: number, edge: number): Ink {
  const scale = size / Math.max(digit.width, digit.height);
  const width = Math.max(1, Math.round(digit.width * scale));
  const height = Math.max(1, Math.round(digit.height * scale));
  const source = scale > 1 ? pad(digit, 1) : digit;
  const extra = scale > 1 ? Math.round(scale) : 0;
  const data = resample(
    source.data,
    source.width,
    source.height,
    width + 2 * extra,
    height + 2 * extra,
  );
  if (scale > 2) {
    const radius = ROUNDING * scale;
    softBlur(data, width + 2 * extra, height + 2 * extra, radius);
  }
  const gain = Math.max(1, scale / Math.max(edge, 0.5));
  for (let i = 0; i < data.length; i++) {
    data[i] = Math.min(1, Math.max(0, 0.5 + gain * (data[i]! - 0.5)));
  }
  const plate = { width: width + 2 * extra, height: height + 2 * extra, data };
  return scale > 1 ? plate : pad(plate, BORDER);
}

function pad({ width, height, data }: Ink, border: number): Ink {
  const size = { width: width + 2 * border, height: height + 2 * border };
  const padded = new Float32Array(size.width * size.height);
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    padded.set(row, (y + border) * size.width + border);
  }
  return { ...size, data: padded };
}

/** Pixels between changes of pressure, in parts of the digit's size. */
const PRESSURE_PERIOD = 0.3;

function drawSegments(
  segments: readonly Segment[],
  random: Random,
  size: number,
  radius: number,
  { pressure, edge }: Stroke,
): Ink {
  const border = Math.ceil(radius * (1 + pressure) + edge) + BORDER;
  const extent = (value: (s: Segment) => number) =>
    Math.ceil(size * segments.reduce((most, s) => Math.max(most, value(s)), 0));
  const width = extent((s) => Math.max(s.x0, s.x1)) + 2 * border;
  const height = extent((s) => Math.max(s.y0, s.y1)) + 2 * border;
  const weight = smoothField(random, width, height, PRESSURE_PERIOD * size);
  const plate = { width, height, data: new Float32Array(width * height) };
  for (const { x0, y0, x1, y1 } of segments) {
    const x = size * x0 + border;
    const y = size * y0 + border;
    const here = weight[Math.floor(y) * width + Math.floor(x)]!;
    const own = radius *
      (1 + pressure * Math.max(-1, Math.min(1, 1.5 * here)));
    drawSegment(plate, x, y, size * (x1 - x0), size * (y1 - y0), own, edge);
  }
  return plate;
}

/** Draws a line with round ends, from (x, y) by (dx, dy), all in pixels. */
function drawSegment(
  { width, height, data }: Ink,
  x: number,
  y: number,
  dx: number,
  dy: number,
  radius: number,
  edge: number,
): void {
  const reach = radius + edge;
  const left = Math.max(0, Math.floor(Math.min(x, x + dx) - reach));
  const right = Math.min(width - 1, Math.ceil(Math.max(x, x + dx) + reach));
  const top = Math.max(0, Math.floor(Math.min(y, y + dy) - reach));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(y, y + dy) + reach));
  const length = dx * dx + dy * dy;
  // A line thinner than a pixel covers only a part of the pixels it crosses.
  const fullest = Math.min(1, 2 * radius);
  for (let v = top; v <= bottom; v++) {
    for (let u = left; u <= right; u++) {
      const px = u + 0.5 - x;
      const py = v + 0.5 - y;
      const t = length === 0
        ? 0
        : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
      const distance = Math.hypot(px - t * dx, py - t * dy);
      const covered = Math.min(
        fullest,
        Math.max(0, (radius - distance) / edge + 0.5),
      );
      const i = v * width + u;
      if (covered > data[i]!) data[i] = covered;
    }
  }
}
