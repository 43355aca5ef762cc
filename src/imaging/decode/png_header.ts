import { PictureError } from "./errors.ts";
import { readOrientation, UPRIGHT } from "./exif.ts";
import { checkSize, MAX_PIXELS, MAX_PNG_BYTES } from "./limits.ts";
import { matches } from "./signature.ts";

const SIGNATURE_LENGTH = 8;
/** Length, type and CRC, 4 bytes each, around the data of a chunk. */
const CHUNK_OVERHEAD = 12;
const IHDR_LENGTH = 13;
/** By colour type (table 8): gray, RGB, palette, gray and alpha, RGBA. */
const CHANNELS = new Map([[0, 1], [2, 3], [3, 1], [4, 2], [6, 4]]);

/** What a PNG says of itself before its pixels. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** EXIF orientation, 1..8. */
  readonly orientation: number;
}

/**
 * Reads and bounds the header of a PNG (W3C PNG, third edition, 11.2.1 IHDR,
 * 11.3.4.5 eXIf).
 *
 * @throws {PictureError} `malformed` or `too-large`.
 */
export function readPngHeader(bytes: Uint8Array): PngHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = SIGNATURE_LENGTH + 8;
  if (
    bytes.length < SIGNATURE_LENGTH + CHUNK_OVERHEAD + IHDR_LENGTH ||
    view.getUint32(SIGNATURE_LENGTH) !== IHDR_LENGTH ||
    !matches(bytes, SIGNATURE_LENGTH + 4, "IHDR")
  ) {
    throw new PictureError(
      "malformed",
      "Cannot read the PNG: expected a whole IHDR chunk after the signature",
    );
  }
  const width = view.getUint32(data);
  const height = view.getUint32(data + 4);
  checkSize("PNG", width, height, MAX_PIXELS);
  const bits = bytes[data + 8]! * (CHANNELS.get(bytes[data + 9]!) ?? 0);
  const stored = Math.ceil(width * bits / 8) * height;
  if (stored > MAX_PNG_BYTES) {
    throw new PictureError(
      "too-large",
      `Cannot read the PNG: it has ${width} x ${height} pixels of ${bits} ` +
        `bits; expected at most ${MAX_PNG_BYTES} bytes in all`,
    );
  }
  return { width, height, orientation: walkChunks(bytes, view) };
}

/**
 * Walks the chunks to eXIf; a broken chain is left for the codec to refuse, but
 * not a second header, which it would believe or pass over.
 *
 * @returns EXIF orientation, 1..8.
 */
function walkChunks(bytes: Uint8Array, view: DataView): number {
  let orientation = UPRIGHT;
  let at = SIGNATURE_LENGTH + CHUNK_OVERHEAD + IHDR_LENGTH;
  while (at + CHUNK_OVERHEAD <= bytes.length) {
    const length = view.getUint32(at);
    if (matches(bytes, at + 4, "IHDR")) {
      throw new PictureError(
        "malformed",
        "Cannot read the PNG: it has two headers; expected one",
      );
    }
    if (matches(bytes, at + 4, "eXIf")) {
      orientation = readOrientation(bytes.subarray(at + 8, at + 8 + length));
    }
    at += CHUNK_OVERHEAD + length;
  }
  return orientation;
}
