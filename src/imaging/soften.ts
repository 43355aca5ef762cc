import { type Picture, wordsOf } from "./picture.ts";

/**
 * A picture in which what is finer than the strokes of a pen runs together: the lines of the
 * pattern that a cheque is printed on, the grain of paper. The weights 1 4 6 4 1 along both axes are
 * a Gaussian with a deviation of one pixel.
 */
export function soften(picture: Picture): Picture {
  const { width, height, rgba } = picture;
  const rows = blurLines(wordsOf(rgba), height, width, width, 1);
  const columns = blurLines(rows, width, 1, height, width);
  return { ...picture, rgba: new Uint8Array(columns.buffer) };
}

/**
 * @param lineStep From the start of one line to that of the next.
 * @param step From one pixel of a line to the next.
 */
function blurLines(
  pixels: Int32Array,
  lines: number,
  lineStep: number,
  length: number,
  step: number,
): Int32Array<ArrayBuffer> {
  const blurred = new Int32Array(pixels.length);
  const last = (length - 1) * step;
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    for (let at = 0; at <= last; at += step) {
      blurred[start + at] = blend(
        pixels[start + Math.max(0, at - 2 * step)]!,
        pixels[start + Math.max(0, at - step)]!,
        pixels[start + at]!,
        pixels[start + Math.min(last, at + step)]!,
        pixels[start + Math.min(last, at + 2 * step)]!,
      );
    }
  }
  return blurred;
}

/** (a + 4 b + 6 c + 4 d + e) / 16 of each channel, two channels at a time. */
function blend(a: number, b: number, c: number, d: number, e: number): number {
  return blendPair(a, b, c, d, e) |
    blendPair(a >>> 8, b >>> 8, c >>> 8, d >>> 8, e >>> 8) << 8;
}

/** Every other byte of a word, with room above each for sums, and half of 16 in each. */
const PAIR = 0x00ff00ff;
const HALVES = 0x00080008;

function blendPair(
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
): number {
  const outer = (a & PAIR) + (e & PAIR);
  const inner = (b & PAIR) + (d & PAIR);
  return outer + 4 * inner + 6 * (c & PAIR) + HALVES >>> 4 & PAIR;
}
