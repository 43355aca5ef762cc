import { crc32, deflateSync } from "node:zlib";

/** What a pixel is made of, 8 bits a channel. */
export type PngColor = "gray" | "rgba";

/** Colour type of the header and bytes a pixel, PNG (3rd ed.) 11.2.1. */
const COLORS = {
  gray: { type: 0, channels: 1 },
  rgba: { type: 6, channels: 4 },
} as const;

/** PNG (3rd ed.) 5.2. */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const BIT_DEPTH = 8;
const HEADER_BYTES = 13;
/** Filter type Up, PNG (3rd ed.) 9.2: handwriting runs on from row to row. */
const UP = 2;

/**
 * Encodes a picture as PNG (https://www.w3.org/TR/png-3/).
 *
 * @param pixels height x width x channels, row-major.
 * @throws {RangeError} When `pixels` has another length, or a size is 0.
 */
export function encodePng(
  color: PngColor,
  width: number,
  height: number,
  pixels: Uint8Array,
): Uint8Array {
  const { type, channels } = COLORS[color];
  const expected = width * height * channels;
  if (pixels.length !== expected || expected === 0) {
    throw new RangeError(
      `Cannot encode PNG: ${width} x ${height} ${color} takes ${expected} bytes, found ${pixels.length}`,
    );
  }
  return concat([
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", header(width, height, type)),
    chunk("IDAT", deflateSync(filterUp(pixels, width * channels))),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** Compression, filter and interlace method stay 0, the only or plain ones. */
function header(width: number, height: number, type: number): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  view.setUint8(8, BIT_DEPTH);
  view.setUint8(9, type);
  return bytes;
}

/** Each row as its filter type and the differences to the row above. */
function filterUp(pixels: Uint8Array, stride: number): Uint8Array {
  const rows = pixels.length / stride;
  const filtered = new Uint8Array(rows * (stride + 1));
  for (let y = 0, to = 0; y < rows; y++) {
    filtered[to++] = UP;
    for (let at = y * stride; at < (y + 1) * stride; at++) {
      filtered[to++] = pixels[at]! - (y === 0 ? 0 : pixels[at - stride]!);
    }
  }
  return filtered;
}

/** Length, type, data and the CRC of type and data, PNG (3rd ed.) 5.3. */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(
    8 + data.length,
    crc32(bytes.subarray(4, 8 + data.length)),
  );
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
