import { PictureError } from "./errors.ts";
import { readOrientation, UPRIGHT } from "./exif.ts";
import {
  checkSize,
  JPEG_BLOCK_WORK,
  MAX_JPEG_COEFFICIENTS,
  MAX_JPEG_PIXELS,
  MAX_JPEG_SCANS,
  MAX_JPEG_WORK,
} from "./limits.ts";
import { matches } from "./signature.ts";

/** Second bytes of the markers (ITU-T T.81, table B.1). */
const SOF0 = 0xc0;
const SOF2 = 0xc2;
const SOF15 = 0xcf;
const DHT = 0xc4;
const JPG = 0xc8;
const DAC = 0xcc;
const RST0 = 0xd0;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;

/** Coefficients of a block, 8 x 8. */
const BLOCK_LENGTH = 64;

/** What a JPEG says of itself before its pixels. */
export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  /** EXIF orientation, 1..8. */
  readonly orientation: number;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly progressive: boolean;
  /** Samples per pixel of each component, by its identifier: 1, or less where it is subsampled. */
  readonly densities: ReadonlyMap<number, number>;
}

/**
 * Walks all segments of a JPEG up to its end, so that what decoding would cost
 * is known before it starts.
 *
 * @throws {PictureError} `unsupported` for lossless, arithmetic, hierarchical
 * or 12-bit coding, else `malformed` or `too-large`.
 */
export function readJpegHeader(bytes: Uint8Array): JpegHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frame: Frame | null = null;
  let orientation = UPRIGHT;
  let scans = 0;
  let work = 0;
  for (let at = nextMarker(bytes, 2); at < bytes.length;) {
    const marker = bytes[at]!;
    if (marker === EOI) break;
    const end = at + 1 + segmentLength(view, at + 1, marker);
    if (isStartOfFrame(marker)) {
      if (frame) throw broken("it has two frame headers; expected one");
      frame = readFrame(view, at, end);
    } else if (marker === SOS) {
      if (!frame) throw broken("it has a scan before its frame header");
      scans++;
      work += scanWork(frame, bytes.subarray(at + 3, end));
      checkWork(frame, scans, work);
    } else if (marker === APP1 && matches(bytes, at + 3, "Exif\0\0")) {
      orientation = readOrientation(bytes.subarray(at + 9, end));
    }
    at = nextMarker(bytes, end);
  }
  if (!frame) throw broken("it has no frame header");
  if (scans === 0) throw broken("it has no scan");
  return { width: frame.width, height: frame.height, orientation };
}

/**
 * Offset of the second byte of the next marker from `at` on, past entropy-coded
 * data, its stuffed zeros, its restart markers and fill bytes; the length of
 * `bytes` where there is none.
 */
function nextMarker(bytes: Uint8Array, at: number): number {
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return bytes.length;
    while (bytes[at] === 0xff) at++;
    const code = bytes[at];
    if (code === undefined) return bytes.length;
    if (code !== 0 && (code < RST0 || code >= SOI)) return at;
  }
}

/** Bytes of the segment whose length field stands at `at`. */
function segmentLength(view: DataView, at: number, marker: number): number {
  if (marker < SOF0 || marker === SOI) {
    const code = marker.toString(16).padStart(2, "0");
    throw broken(`marker ff ${code} is out of place`);
  }
  const length = at + 2 <= view.byteLength ? view.getUint16(at) : 0;
  if (length < 2 || at + length > view.byteLength) {
    throw broken("it ends inside a segment");
  }
  return length;
}

function isStartOfFrame(marker: number): boolean {
  return marker >= SOF0 && marker <= SOF15 && marker !== DHT &&
    marker !== JPG && marker !== DAC;
}

/** The frame header whose marker stands at `at` (T.81, B.2.2). */
function readFrame(view: DataView, at: number, end: number): Frame {
  if (end < at + 9) throw broken("its frame header is cut off");
  const marker = view.getUint8(at);
  const precision = view.getUint8(at + 3);
  if (marker > SOF2 || precision !== 8) {
    throw new PictureError(
      "unsupported",
      `Cannot read the JPEG: it is coded as SOF${marker - SOF0} with ` +
        `${precision} bits; expected baseline or progressive with 8 bits`,
    );
  }
  const height = view.getUint16(at + 4);
  const width = view.getUint16(at + 6);
  checkSize("JPEG", width, height, MAX_JPEG_PIXELS);
  const densities = readDensities(view, at + 8, end);
  return { width, height, progressive: marker === SOF2, densities };
}

/** Samples per pixel of the components listed at `at`. */
function readDensities(
  view: DataView,
  at: number,
  end: number,
): Map<number, number> {
  const count = view.getUint8(at);
  if (count === 0 || at + 1 + 3 * count > end) {
    throw broken(`its frame header lists ${count} components`);
  }
  const samples = new Map<number, number>();
  let widest = 1;
  let tallest = 1;
  for (let i = 0; i < count; i++) {
    const sampling = view.getUint8(at + 2 + 3 * i);
    const horizontal = sampling >> 4;
    const vertical = sampling & 15;
    samples.set(view.getUint8(at + 1 + 3 * i), horizontal * vertical);
    widest = Math.max(widest, horizontal);
    tallest = Math.max(tallest, vertical);
  }
  if (samples.size !== count) throw broken("it names a component twice");
  const densities = [...samples].map(
    ([id, own]): [number, number] => [id, own / (widest * tallest)],
  );
  return new Map(densities);
}

/**
 * Coefficients that a scan visits, each block with its share of the work.
 *
 * @param header From the number of components on (T.81, B.2.3).
 */
function scanWork(frame: Frame, header: Uint8Array): number {
  const count = header[0] ?? 0;
  const first = header[1 + 2 * count];
  const last = header[2 + 2 * count];
  if (count === 0 || first === undefined || last === undefined) {
    throw broken("a scan header is cut off");
  }
  let density = 0;
  for (let i = 0; i < count; i++) {
    density += frame.densities.get(header[1 + 2 * i]!) ?? 0;
  }
  const band = frame.progressive ? Math.max(0, last - first) + 1 : BLOCK_LENGTH;
  const blocks = frame.width * frame.height * density / BLOCK_LENGTH;
  return blocks * (band + JPEG_BLOCK_WORK);
}

function checkWork(frame: Frame, scans: number, work: number): void {
  const pixels = frame.width * frame.height;
  if (scans > MAX_JPEG_SCANS || work > MAX_JPEG_WORK) {
    throw tooLarge(`it has ${scans} or more scans of ${pixels} pixels`);
  }
  const density = [...frame.densities.values()].reduce((sum, own) => sum + own);
  if (frame.progressive && pixels * density > MAX_JPEG_COEFFICIENTS) {
    throw tooLarge(`it is progressive and has ${pixels} pixels`);
  }
}

function broken(reason: string): PictureError {
  return new PictureError("malformed", `Cannot read the JPEG: ${reason}`);
}

function tooLarge(reason: string): PictureError {
  return new PictureError(
    "too-large",
    `Cannot read the JPEG: ${reason}, too much to decode`,
  );
}
