import { UPRIGHT } from "./exif.ts";
import { readGifHeader } from "./gif_header.ts";
import { readJpegHeader } from "./jpeg_header.ts";
import { readPngHeader } from "./png_header.ts";
import { detectFormat, type Format } from "./signature.ts";
import { readWebpHeader } from "./webp_header.ts";

/** What a file says of itself before its pixels. */
export interface PictureHeader {
  readonly format: Format;
  /** Pixels of the picture as it is stored. */
  readonly width: number;
  /** Pixels of the picture as it is stored. */
  readonly height: number;
  /** EXIF orientation, 1..8. */
  readonly orientation: number;
}

/**
 * Reads what an untrusted file says of itself, and refuses what would cost too
 * much to decode or contradicts itself. Decodes nothing, and takes time by the
 * length of the file.
 *
 * @throws {PictureError}
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader {
  const format = detectFormat(bytes);
  switch (format) {
    case "PNG":
      return { format, ...readPngHeader(bytes) };
    case "JPEG":
      return { format, ...readJpegHeader(bytes) };
    case "GIF":
      return { format, orientation: UPRIGHT, ...readGifHeader(bytes) };
    case "WebP":
      return { format, ...readWebpHeader(bytes) };
  }
}
