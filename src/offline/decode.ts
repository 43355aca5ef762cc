import { PictureError } from "../imaging/decode/errors.ts";
import { readPictureHeader } from "../imaging/decode/header.ts";
import { MAX_WORKING_SIDE } from "../imaging/decode/limits.ts";
import type { Pixels } from "../imaging/decode/pixels.ts";
import { shrink } from "../imaging/decode/shrink.ts";
import type { Format } from "../imaging/decode/signature.ts";
import type { Picture } from "../imaging/picture.ts";
import { createCanvas } from "./canvas.ts";

/**
 * Pixels of the longer side that are taken from the browser: the rest of the
 * way is averaged as on the server, and a phone's canvas stays below 24 MB.
 */
const MAX_CANVAS_SIDE = 2 * MAX_WORKING_SIDE;

/**
 * Decodes as the server does (`src/imaging/decode/decode.ts`), with the same
 * formats, limits and words for what is refused, but with the browser's codecs.
 *
 * @throws {PictureError}
 */
export async function decode(bytes: Uint8Array): Promise<Picture> {
  const { format, width, height } = readPictureHeader(bytes);
  const bitmap = await openBitmap(bytes, format);
  const small = shrink(readPixels(bitmap), MAX_WORKING_SIDE);
  bitmap.close();
  const scale = Math.max(width, height) / Math.max(small.width, small.height);
  return { ...small, scale };
}

/** Upright, by EXIF; colours as the file has them, whatever the screen. */
async function openBitmap(
  bytes: Uint8Array,
  format: Format,
): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([bytes.slice()]), {
      colorSpaceConversion: "none",
      premultiplyAlpha: "none",
    });
  } catch (error) {
    throw new PictureError(
      "malformed",
      `Cannot read the ${format}: its data is broken or cut off`,
      { cause: error },
    );
  }
}

function readPixels(bitmap: ImageBitmap): Pixels {
  const longer = Math.max(bitmap.width, bitmap.height);
  const zoom = Math.min(1, MAX_CANVAS_SIDE / longer);
  const width = Math.max(1, Math.round(bitmap.width * zoom));
  const height = Math.max(1, Math.round(bitmap.height * zoom));
  const canvas = createCanvas(width, height);
  canvas.imageSmoothingQuality = "high";
  canvas.drawImage(bitmap, 0, 0, width, height);
  const { data } = canvas.getImageData(0, 0, width, height);
  return { width, height, rgba: new Uint8Array(data.buffer) };
}
