import { type Picture, wordsOf } from "./picture.ts";
import { newBytes } from "./planes.ts";
import { nextOtherWord } from "./runs.ts";

/** Shares of red, green and blue in 256ths; they sum to 256. */
type Mix = readonly [red: number, green: number, blue: number];

/** Luma (ITU-R BT.709-6, item 3.2) in 256ths: grays keep their exact value. */
const LUMA: Mix = [54, 183, 19];
const RED: Mix = [256, 0, 0];
const GREEN: Mix = [0, 256, 0];
const BLUE: Mix = [0, 0, 256];

/** A word of an opaque pixel, or of several and-ed together. */
const OPAQUE = 0xff << 24;

/** Below this a pixel is as good as invisible. */
const VISIBLE_ALPHA = 32;
/** From this gray on, ink does not stand out from a white ground. */
const LIGHT_GRAY = 192;
/** Part of the visible pixels that must be light: a few may be edges. */
const LIGHT_SHARE = 0.99;
/** Visible part of a picture above which it is a ground, not ink on one. */
const MAX_INK_SHARE = 0.5;

/**
 * The gray planes of a picture in which ink may show, best first: its luma over
 * white, then, where there is any hue, single channels, for ink that differs from its
 * paper in that only. Each is height x width, row-major, 0..255.
 */
export function* grayPlanes(picture: Picture): Generator<Uint8Array> {
  const { gray, isOpaque, hasHue } = overWhite(picture, LUMA);
  if (!isOpaque && isLight(gray, picture)) yield invertedAlpha(picture);
  yield gray;
  if (!hasHue) return;
  for (const mix of [BLUE, RED, GREEN]) yield overWhite(picture, mix).gray;
}

/**
 * What green, red and blue alone show of a picture, as gray planes: one may lack what hides the
 * ink in its luma. None where there is no hue.
 */
export function* channelPlanes(picture: Picture): Generator<Uint8Array> {
  const { gray, hasHue } = overWhite(picture, GREEN);
  if (!hasHue) return;
  yield gray;
  for (const mix of [RED, BLUE]) yield overWhite(picture, mix).gray;
}

/** Mixes the channels and composites them over white. */
function overWhite(
  { rgba }: Picture,
  mix: Mix,
): { gray: Uint8Array; isOpaque: boolean; hasHue: boolean } {
  const pixels = wordsOf(rgba);
  const gray = newBytes(pixels.length);
  let common = OPAQUE;
  let hue = 0;
  for (let i = 0; i < pixels.length;) {
    // Run by run: most pixels of a drawing are as the one before.
    const pixel = pixels[i]!;
    const end = nextOtherWord(pixels, i + 1, pixels.length, pixel);
    const level = mixed(pixel, mix);
    common &= pixel;
    hue |= pixel ^ pixel >>> 8;
    while (i < end) gray[i++] = level;
  }
  return {
    gray,
    isOpaque: common >>> 24 === 255,
    // Red differs from green, or green from blue.
    hasHue: (hue & 0xffff) !== 0,
  };
}

/** @param pixel A word of red, green, blue and alpha, from its lowest byte on. */
function mixed(pixel: number, [red, green, blue]: Mix): number {
  const opaque = red * (pixel & 255) + green * (pixel >>> 8 & 255) +
      blue * (pixel >>> 16 & 255) + 128 >> 8;
  const alpha = pixel >>> 24;
  // Dividing takes longer than all the rest.
  return alpha === 255
    ? opaque
    : 255 - (((255 - opaque) * alpha + 127) / 255 | 0);
}

/** Whether what is there of a transparent picture is light ink, which white would swallow. */
function isLight(gray: Uint8Array, { rgba }: Picture): boolean {
  let visible = 0;
  let light = 0;
  for (let i = 0; i < gray.length; i++) {
    if (rgba[4 * i + 3]! < VISIBLE_ALPHA) continue;
    visible++;
    if (gray[i]! >= LIGHT_GRAY) light++;
  }
  return visible > 0 && visible <= MAX_INK_SHARE * gray.length &&
    light >= LIGHT_SHARE * visible;
}

function invertedAlpha({ rgba }: Picture): Uint8Array {
  const inverted = newBytes(rgba.length / 4);
  for (let i = 0; i < inverted.length; i++) {
    inverted[i] = 255 - rgba[4 * i + 3]!;
  }
  return inverted;
}
