import { PictureError } from "./errors.ts";
import { readOrientation, UPRIGHT } from "./exif.ts";
import { checkSize, MAX_WEBP_CHUNKS, MAX_WEBP_PIXELS } from "./limits.ts";
import { matches } from "./signature.ts";

/**
 * A WebP is a RIFF file (RFC 9649, 2): "RIFF", the length of what follows,
 * "WEBP", then chunks of a name, a length and data padded to an even length. A
 * plain file is one chunk, "VP8 " (lossy) or "VP8L" (lossless). An extended one
 * starts with "VP8X", which names the canvas, and has the same chunk later on.
 */

/** "RIFF", length, "WEBP". */
const FILE_HEADER_LENGTH = 12;
/** Name and length. */
const CHUNK_HEADER_LENGTH = 8;
const EXTENDED_LENGTH = 10;
const ANIMATION_FLAG = 0x02;
/** Start of a key frame (RFC 6386, 9.1), after a frame tag of 3 bytes. */
const KEY_FRAME = "\x9d\x01\x2a";
/** RFC 9649, 3.4. */
const LOSSLESS_SIGNATURE = 0x2f;
const SIDE_MASK = 0x3fff;
/** Some writers put JPEG's introduction before the TIFF block. */
const EXIF_INTRODUCTION = "Exif\0\0";

/** What a WebP says of itself before its pixels. */
export interface WebpHeader {
  readonly width: number;
  readonly height: number;
  /** EXIF orientation, 1..8. */
  readonly orientation: number;
}

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads and bounds the chunks of a still WebP. The size is the one that will be
 * decoded, and a canvas has to agree with it.
 *
 * @throws {PictureError} `unsupported` when animated, else `malformed` or
 * `too-large`.
 */
export function readWebpHeader(bytes: Uint8Array): WebpHeader {
  let canvas: Size | null = null;
  let image: Size | null = null;
  let orientation = UPRIGHT;
  for (const { name, data } of chunks(bytes)) {
    if (name === "VP8X" && !image) canvas ??= readCanvas(data);
    else if (name === "ANIM" || name === "ANMF") throw animated();
    else if (name === "VP8 " || name === "VP8L") {
      if (image) throw broken("it has two pictures; expected one");
      image = name === "VP8L" ? readLossless(data) : readLossy(data);
    } else if (name === "EXIF" && canvas) {
      orientation = readExif(data);
    } else if (!canvas) {
      throw broken(`it starts with a chunk ${JSON.stringify(name)}`);
    }
    // What stands behind the picture of a plain file belongs to nobody.
    if (image && !canvas) break;
  }
  if (!image) throw broken("it has no picture");
  checkSize("WebP", image.width, image.height, MAX_WEBP_PIXELS);
  checkCanvas(canvas, image);
  return { ...image, orientation };
}

function* chunks(bytes: Uint8Array): Generator<Chunk> {
  if (bytes.length < FILE_HEADER_LENGTH) throw broken("it ends in its header");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = CHUNK_HEADER_LENGTH + view.getUint32(4, true);
  if (end > bytes.length) {
    throw broken(`it has ${bytes.length} bytes; expected ${end}`);
  }
  let count = 0;
  for (let at = FILE_HEADER_LENGTH; at + CHUNK_HEADER_LENGTH <= end;) {
    if (++count > MAX_WEBP_CHUNKS) {
      throw broken(`it has more than ${MAX_WEBP_CHUNKS} chunks`);
    }
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    const start = at + CHUNK_HEADER_LENGTH;
    const next = start + view.getUint32(at + 4, true);
    if (next > end) throw broken("it ends inside a chunk");
    yield { name, data: bytes.subarray(start, next) };
    at = next + (next & 1);
  }
}

/** RFC 9649, 2.7. */
function readCanvas(data: Uint8Array): Size {
  if (data.length < EXTENDED_LENGTH) throw broken("its VP8X chunk is cut off");
  if (data[0]! & ANIMATION_FLAG) throw animated();
  return { width: 1 + uint24(data, 4), height: 1 + uint24(data, 7) };
}

/** RFC 6386, 9.1: two sides of 14 bits, each under 2 bits of scale. */
function readLossy(data: Uint8Array): Size {
  if (data.length < 10 || !matches(data, 3, KEY_FRAME)) {
    throw broken("its lossy picture does not start with a key frame");
  }
  return {
    width: (data[6]! | data[7]! << 8) & SIDE_MASK,
    height: (data[8]! | data[9]! << 8) & SIDE_MASK,
  };
}

/** RFC 9649, 3.4: two sides of 14 bits, less 1. */
function readLossless(data: Uint8Array): Size {
  if (data.length < 5 || data[0] !== LOSSLESS_SIGNATURE) {
    throw broken("its lossless picture does not start with 2f");
  }
  const sides = uint24(data, 1) | data[4]! << 24;
  return {
    width: 1 + (sides & SIDE_MASK),
    height: 1 + (sides >> 14 & SIDE_MASK),
  };
}

function readExif(data: Uint8Array): number {
  const start = matches(data, 0, EXIF_INTRODUCTION)
    ? EXIF_INTRODUCTION.length
    : 0;
  return readOrientation(data.subarray(start));
}

function checkCanvas(canvas: Size | null, image: Size): void {
  if (!canvas) return;
  if (canvas.width === image.width && canvas.height === image.height) return;
  throw broken(
    `its canvas is ${canvas.width} x ${canvas.height}; ` +
      `expected the ${image.width} x ${image.height} of its picture`,
  );
}

function uint24(data: Uint8Array, at: number): number {
  return data[at]! | data[at + 1]! << 8 | data[at + 2]! << 16;
}

function animated(): PictureError {
  return new PictureError(
    "unsupported",
    "Cannot read the WebP: it is animated; expected a still picture",
  );
}

function broken(reason: string): PictureError {
  return new PictureError("malformed", `Cannot read the WebP: ${reason}`);
}
