import type { Picture } from "../picture.ts";
import { decodeGif } from "./gif_codec.ts";
import { type PictureHeader, readPictureHeader } from "./header.ts";
import { decodeJpeg } from "./jpeg_codec.ts";
import { MAX_WORKING_SIDE } from "./limits.ts";
import { orient } from "./orient.ts";
import type { Pixels } from "./pixels.ts";
import { decodePng } from "./png_codec.ts";
import { shrink } from "./shrink.ts";
import { decodeWebp } from "./webp_codec.ts";

/**
 * Decodes an untrusted PNG, JPEG, GIF (its first frame) or still WebP to an
 * upright picture of at most `MAX_WORKING_SIDE` pixels a side. The header is
 * checked before a pixel is decoded, and every decode has a WebAssembly
 * instance that nothing was left in, of bounded memory.
 *
 * @throws {PictureError} The only error any bytes lead to.
 */
export function decode(bytes: Uint8Array): Picture {
  return detach(decodeForNow(bytes));
}

/**
 * The same, but the picture is good only until another one is decoded: it may lie
 * in the memory of a codec, and to copy a drawing takes up to as long as to decode it.
 *
 * @throws {PictureError} The only error any bytes lead to.
 */
export function decodeForNow(bytes: Uint8Array): Picture {
  const header = readPictureHeader(bytes);
  const { width, height, orientation } = header;
  const pixels = decodePixels(bytes, header);
  const small = onWholeWords(shrink(pixels, MAX_WORKING_SIDE));
  const scale = Math.max(width, height) / Math.max(small.width, small.height);
  return { ...orient(small, orientation), scale };
}

/** As a picture starts; a codec may put its pixels anywhere. */
function onWholeWords(pixels: Pixels): Pixels {
  const { rgba } = pixels;
  return rgba.byteOffset % 4 === 0 ? pixels : { ...pixels, rgba: rgba.slice() };
}

/** A picture that holds on to no memory of a codec, as a shrunk one never does. */
function detach(picture: Picture): Picture {
  const { rgba } = picture;
  if (rgba.length === rgba.buffer.byteLength) return picture;
  return { ...picture, rgba: rgba.slice() };
}

/** The pixels as they are stored; a JPEG's may have shrunk already. */
function decodePixels(bytes: Uint8Array, header: PictureHeader): Pixels {
  switch (header.format) {
    case "PNG":
      return decodePng(bytes, header);
    case "JPEG":
      return decodeJpeg(bytes, MAX_WORKING_SIDE);
    case "GIF":
      return decodeGif(bytes, header);
    case "WebP":
      return decodeWebp(bytes, header);
  }
}
