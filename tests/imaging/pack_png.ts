import { deflateSync } from "node:zlib";
import { joinBytes, joinPng, pngHeader } from "./make_png.ts";

/** A picture by its samples, as any PNG may store them. */
export interface Samples {
  readonly width: number;
  readonly height: number;
  /** 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGBA. */
  readonly colorType: keyof typeof CHANNELS;
  /** 1, 2, 4, 8 or 16. */
  readonly bitDepth: number;
  /** height x width x channels, row-major, below 2^bitDepth. */
  readonly values: Uint16Array;
  readonly isInterlaced: boolean;
  /** PLTE, tRNS ... */
  readonly chunks: readonly (readonly [string, Uint8Array])[];
}

export const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

/** Where a pass starts and how far it steps (W3C PNG, third edition, 8.2). */
type Pass = readonly [x: number, y: number, across: number, down: number];

const WHOLE: readonly Pass[] = [[0, 0, 1, 1]];
const ADAM7: readonly Pass[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];
const FILTERS = 5;

/** Writes a PNG whose rows take turns with all filters. */
export function packPng(picture: Samples): Uint8Array {
  const header = pngHeader(picture.width, picture.height, picture);
  header[12] = +picture.isInterlaced;
  const passes = picture.isInterlaced ? ADAM7 : WHOLE;
  const rows = joinBytes(passes.flatMap((pass) => packPass(picture, pass)));
  return joinPng(header, [...picture.chunks, ["IDAT", deflateSync(rows)]]);
}

function packPass(
  picture: Samples,
  [left, top, across, down]: Pass,
): Uint8Array[] {
  const { width, height, colorType, bitDepth, values } = picture;
  const channels = CHANNELS[colorType];
  const step = Math.max(1, channels * bitDepth / 8);
  const rows: Uint8Array[] = [];
  let above: Uint8Array | null = null;
  for (let y = top; y < height; y += down) {
    const samples: number[] = [];
    for (let x = left; x < width; x += across) {
      const at = (y * width + x) * channels;
      samples.push(...values.subarray(at, at + channels));
    }
    if (samples.length === 0) return [];
    const row = packRow(samples, bitDepth);
    rows.push(filtered(rows.length % FILTERS, row, above, step));
    above = row;
  }
  return rows;
}

function packRow(samples: readonly number[], bitDepth: number): Uint8Array {
  const row = new Uint8Array(Math.ceil(samples.length * bitDepth / 8));
  samples.forEach((sample, i) => {
    if (bitDepth === 16) row.set([sample >> 8, sample & 255], 2 * i);
    else {
      const bit = i * bitDepth;
      row[bit >> 3]! |= sample << 8 - bitDepth - bit % 8;
    }
  });
  return row;
}

/** The filter's number, and what it leaves of a row (9.2). */
function filtered(
  filter: number,
  row: Uint8Array,
  above: Uint8Array | null,
  step: number,
): Uint8Array {
  const out = new Uint8Array(row.length + 1);
  out[0] = filter;
  for (let i = 0; i < row.length; i++) {
    const a = row[i - step] ?? 0;
    const b = above?.[i] ?? 0;
    const c = above?.[i - step] ?? 0;
    const predictions = [0, a, b, (a + b) >> 1, paeth(a, b, c)];
    out[i + 1] = row[i]! - predictions[filter]!;
  }
  return out;
}

/** 9.4. */
function paeth(a: number, b: number, c: number): number {
  const distances = [b - c, a - c, a + b - 2 * c].map(Math.abs);
  const [toA, toB, toC] = [distances[0]!, distances[1]!, distances[2]!];
  if (toA <= toB && toA <= toC) return a;
  return toB <= toC ? b : c;
}
