import type { Picture } from "../picture.ts";
import { UPRIGHT } from "./exif.ts";
import { decodeGif } from "./gif_codec.ts";
import { readGifHeader } from "./gif_header.ts";
import { decodeJpeg } from "./jpeg_codec.ts";
import { readJpegHeader } from "./jpeg_header.ts";
import { MAX_WORKING_SIDE } from "./limits.ts";
import { orient } from "./orient.ts";
import type { Pixels } from "./pixels.ts";
import { decodePng } from "./png_codec.ts";
import { readPngHeader } from "./png_header.ts";
import { shrink } from "./shrink.ts";
import { detectFormat } from "./signature.ts";

/**
 * Decodes an untrusted PNG, JPEG or GIF (its first frame) to an upright picture
 * of at most `MAX_WORKING_SIDE` pixels a side. The header is checked before a
 * pixel is decoded, and every decode has a WebAssembly instance of its own.
 *
 * @throws {PictureError} The only error any bytes lead to.
 */
export function decode(bytes: Uint8Array): Picture {
  const { pixels, width, height, orientation } = decodeFile(bytes);
  const small = shrink(pixels, MAX_WORKING_SIDE);
  const scale = Math.max(width, height) / Math.max(small.width, small.height);
  return { ...orient(small, orientation), scale };
}

interface DecodedFile {
  readonly pixels: Pixels;
  /** Of the file, in pixels; a JPEG may have shrunk since. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation, 1..8. */
  readonly orientation: number;
}

function decodeFile(bytes: Uint8Array): DecodedFile {
  switch (detectFormat(bytes)) {
    case "PNG": {
      const header = readPngHeader(bytes);
      return { ...header, pixels: decodePng(bytes, header) };
    }
    case "JPEG": {
      const header = readJpegHeader(bytes);
      return { ...header, pixels: decodeJpeg(bytes, MAX_WORKING_SIDE) };
    }
    case "GIF": {
      const header = readGifHeader(bytes);
      const pixels = decodeGif(bytes, header);
      return { ...header, pixels, orientation: UPRIGHT };
    }
  }
}
