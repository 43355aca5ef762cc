import { PictureError } from "./errors.ts";
import { checkSize, MAX_PIXELS } from "./limits.ts";

const SCREEN_LENGTH = 13;
const IMAGE_LENGTH = 10;
const EXTENSION = 0x21;
const IMAGE = 0x2c;

/** The canvas of a GIF, in pixels. */
export interface GifHeader {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads a GIF up to its first frame and bounds both (GIF89a, sections 18 and
 * 20). A frame outside its canvas would be decoded at its own, unchecked size.
 *
 * @throws {PictureError} `malformed` or `too-large`.
 */
export function readGifHeader(bytes: Uint8Array): GifHeader {
  if (bytes.length < SCREEN_LENGTH) throw broken("it ends in its header");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint16(6, true);
  const height = view.getUint16(8, true);
  checkSize("GIF", width, height, MAX_PIXELS);
  const at = findFrame(bytes);
  const right = view.getUint16(at + 1, true) + view.getUint16(at + 5, true);
  const bottom = view.getUint16(at + 3, true) + view.getUint16(at + 7, true);
  if (right > width || bottom > height) {
    throw broken(
      `its first frame reaches to ${right} x ${bottom}; ` +
        `expected it inside the canvas of ${width} x ${height}`,
    );
  }
  if (view.getUint16(at + 5) === 0 || view.getUint16(at + 7) === 0) {
    throw broken("its first frame has no pixels");
  }
  return { width, height };
}

/** Offset of the first image descriptor. */
function findFrame(bytes: Uint8Array): number {
  let at = SCREEN_LENGTH + colorTableLength(bytes[10]!);
  while (bytes[at] === EXTENSION) at = skipSubBlocks(bytes, at + 2);
  if (bytes[at] !== IMAGE || at + IMAGE_LENGTH > bytes.length) {
    throw broken("it has no frame");
  }
  return at;
}

/** Bytes of the colour table that a packed field announces. */
function colorTableLength(packed: number): number {
  return packed & 0x80 ? 3 << ((packed & 7) + 1) : 0;
}

function skipSubBlocks(bytes: Uint8Array, at: number): number {
  while (at < bytes.length && bytes[at] !== 0) at += bytes[at]! + 1;
  return at + 1;
}

function broken(reason: string): PictureError {
  return new PictureError("malformed", `Cannot read the GIF: ${reason}`);
}
