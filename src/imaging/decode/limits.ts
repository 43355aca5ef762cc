import { PictureError } from "./errors.ts";

/**
 * Pixels of the longer side that decoding hands on. A page of handwriting
 * keeps digits of 30 pixels and more, half as much again as the network sees,
 * while a photo of 12 megapixels takes a third of a second in all.
 */
export const MAX_WORKING_SIDE = 1200;

/** Pixels of one side of a file; above what any phone or scanner makes. */
export const MAX_SIDE = 12_000;

/**
 * Pixels of a PNG or GIF: these decode at full size, 4 bytes a pixel, so this
 * keeps the pixels of one picture below 64 MiB.
 */
export const MAX_PIXELS = 16_777_216;

/**
 * Bytes of a PNG's pixels as they are stored, for these are inflated: a pixel of
 * 16 bits a channel has 8, and takes twice the time.
 */
export const MAX_PNG_BYTES = 4 * MAX_PIXELS;

/** Chunks of a WebP: a picture has one, with everything that may go along 6. */
export const MAX_WEBP_CHUNKS = 100;

/** Pixels of a WebP: as of a PNG, for it is decoded at full size as well. */
export const MAX_WEBP_PIXELS = 16_777_216;

/** Pixels of a JPEG: larger, because it shrinks while it is decoded. */
export const MAX_JPEG_PIXELS = 50_000_000;

/** Scans of one JPEG; encoders write about 10, an attack thousands. */
export const MAX_JPEG_SCANS = 64;

/**
 * Coefficients that the scans of one JPEG visit, `JPEG_BLOCK_WORK` added for
 * every block. At 2 ns each this is 0.7 s of a core; 50 megapixels with halved
 * colour, progressive as libjpeg writes it, have 3.0e8.
 */
export const MAX_JPEG_WORK = 3.2e8;

/** What visiting a block costs besides its coefficients, in coefficients. */
export const JPEG_BLOCK_WORK = 16;

/**
 * Coefficients a progressive JPEG keeps until its last scan, 2 bytes each: at
 * most 160 MB. 50 megapixels with halved colour have 7.5e7.
 */
export const MAX_JPEG_COEFFICIENTS = 8e7;

/**
 * Pages of 64 KiB that one codec may grow to: 192 MiB, of which the largest
 * picture that the limits above let through takes 175. What a file makes of
 * itself beyond that is refused when it happens.
 */
export const MAX_CODEC_PAGES = 3072;

/**
 * Pixels of a PNG whose codec is kept for the next one, with 8 bytes a pixel: the
 * page's sheet hands over no more.
 */
export const MAX_KEPT_PIXELS = 512 * 512;

/**
 * Refuses a picture by the size its header claims.
 *
 * @throws {PictureError} `malformed` without pixels, `too-large` beyond
 * `maxPixels` or `MAX_SIDE`.
 */
export function checkSize(
  format: string,
  width: number,
  height: number,
  maxPixels: number,
): void {
  const claim = `Cannot read the ${format}: its header says ${width} x ` +
    `${height} pixels`;
  if (width === 0 || height === 0) {
    throw new PictureError("malformed", `${claim}; expected at least 1 x 1`);
  }
  if (width > MAX_SIDE || height > MAX_SIDE) {
    throw new PictureError(
      "too-large",
      `${claim}; expected at most ${MAX_SIDE} on a side`,
    );
  }
  if (width * height > maxPixels) {
    throw new PictureError(
      "too-large",
      `${claim}; expected at most ${maxPixels} pixels in all`,
    );
  }
}
