import { type Picture, wordsOf } from "./picture.ts";

/** Bits by which a word of a pixel is shifted for green, red and blue. */
const CHANNELS = [8, 0, 16] as const;

const OPAQUE = 0xff << 24;

/**
 * The picture as each of its colours alone shows it, in gray: green, red, blue. None where it has
 * no hue, or may be seen through.
 */
export function* channelsOf(picture: Picture): Generator<Picture> {
  const pixels = wordsOf(picture.rgba);
  if (!hasHue(pixels) || !isOpaque(pixels)) return;
  for (const shift of CHANNELS) {
    const gray = new Int32Array(pixels.length);
    for (let i = 0; i < pixels.length; i++) {
      gray[i] = (pixels[i]! >>> shift & 255) * 0x10101 | OPAQUE;
    }
    yield { ...picture, rgba: new Uint8Array(gray.buffer) };
  }
}

function hasHue(pixels: Int32Array): boolean {
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i]!;
    // Red differs from green, or green from blue.
    if (((pixel ^ pixel >>> 8) & 0xffff) !== 0) return true;
  }
  return false;
}

function isOpaque(pixels: Int32Array): boolean {
  for (let i = 0; i < pixels.length; i++) {
    if (pixels[i]! >>> 24 !== 255) return false;
  }
  return true;
}
