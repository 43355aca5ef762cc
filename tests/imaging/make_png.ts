import { crc32, deflateSync } from "node:zlib";

/** The fields of a PNG that tests vary (W3C PNG, third edition). */
export interface PngOptions {
  readonly width: number;
  readonly height: number;
  /** 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGBA. */
  readonly colorType: number;
  readonly bitDepth: number;
  /** Packed rows, one after the other, without filter bytes. */
  readonly rows: Uint8Array;
  /** Chunks between IHDR and IDAT: PLTE, tRNS, eXIf ... */
  readonly chunks?: readonly (readonly [string, Uint8Array])[];
}

/** Writes a PNG of any colour type. */
export function makePng(options: PngOptions): Uint8Array {
  const { width, height, rows, chunks = [] } = options;
  const stride = rows.length / height;
  const filtered = new Uint8Array(rows.length + height);
  for (let y = 0; y < height; y++) {
    const row = rows.subarray(y * stride, (y + 1) * stride);
    filtered.set(row, y * (stride + 1) + 1);
  }
  return joinBytes([
    latin1("\x89PNG\r\n\x1a\n"),
    pngChunk("IHDR", pngHeader(width, height, options)),
    ...chunks.map(([type, data]) => pngChunk(type, data)),
    pngChunk("IDAT", deflateSync(filtered)),
    pngChunk("IEND", new Uint8Array()),
  ]);
}

/** Writes an RGBA picture, row-major, as a PNG. */
export function makeRgbaPng(
  width: number,
  height: number,
  rgba: Uint8Array,
): Uint8Array {
  return makePng({ width, height, colorType: 6, bitDepth: 8, rows: rgba });
}

/** Writes a gray picture, row-major, as a PNG. */
export function makeGrayPng(
  width: number,
  height: number,
  gray: Uint8Array,
): Uint8Array {
  return makePng({ width, height, colorType: 0, bitDepth: 8, rows: gray });
}

/** A file of these chunks, with the header and the end around them. */
export function joinPng(
  header: Uint8Array,
  chunks: readonly (readonly [string, Uint8Array])[],
): Uint8Array {
  return joinBytes([
    latin1("\x89PNG\r\n\x1a\n"),
    pngChunk("IHDR", header),
    ...chunks.map(([type, data]) => pngChunk(type, data)),
    pngChunk("IEND", new Uint8Array()),
  ]);
}

/** One chunk: length, type, data, CRC. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = joinBytes([latin1(type), data]);
  return joinBytes([uint32(data.length), body, uint32(crc32(body))]);
}

/** The data of IHDR. */
export function pngHeader(
  width: number,
  height: number,
  { bitDepth, colorType }: { bitDepth: number; colorType: number },
): Uint8Array {
  const rest = new Uint8Array([bitDepth, colorType, 0, 0, 0]);
  return joinBytes([uint32(width), uint32(height), rest]);
}

/** One byte a character. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Parts one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
