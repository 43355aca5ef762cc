import { readPictureHeader } from "../imaging/decode/header.ts";
import { MAX_QUICK_BYTES, MAX_QUICK_PIXELS } from "./limits.ts";

/**
 * Whether a picture file goes the quick way, past the photos.
 *
 * @throws {PictureError} When a short file can be refused right away.
 */
export function isQuick(bytes: Uint8Array): boolean {
  if (bytes.length > MAX_QUICK_BYTES) return false;
  const { width, height } = readPictureHeader(bytes);
  return width * height <= MAX_QUICK_PIXELS;
}
