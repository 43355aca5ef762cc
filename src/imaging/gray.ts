import type { Picture } from "./picture.ts";

/** Shares of red, green and blue in 256ths; they sum to 256. */
type Mix = readonly [red: number, green: number, blue: number];

/** Luma (ITU-R BT.709-6, item 3.2) in 256ths: grays keep their exact value. */
const LUMA: Mix = [54, 183, 19];
const RED: Mix = [256, 0, 0];
const GREEN: Mix = [0, 256, 0];
const BLUE: Mix = [0, 0, 256];

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
 * white, then single channels, for ink that differs from its paper in hue only.
 * Each is height x width, row-major, 0..255.
 */
export function* grayPlanes(picture: Picture): Generator<Uint8Array> {
  if (isLightOnTransparent(picture)) yield invertedAlpha(picture);
  for (const mix of [LUMA, BLUE, RED, GREEN]) yield overWhite(picture, mix);
}

/** Mixes the channels and composites them over white. */
function overWhite({ rgba }: Picture, [red, green, blue]: Mix): Uint8Array {
  const gray = new Uint8Array(rgba.length / 4);
  for (let i = 0, at = 0; i < gray.length; i++, at += 4) {
    const mixed = red * rgba[at]! + green * rgba[at + 1]! +
        blue * rgba[at + 2]! + 128 >> 8;
    const alpha = rgba[at + 3]!;
    // Dividing takes longer than all the rest.
    gray[i] = alpha === 255
      ? mixed
      : 255 - (((255 - mixed) * alpha + 127) / 255 | 0);
  }
  return gray;
}

/** Whether the picture is light ink on nothing, which white would swallow. */
function isLightOnTransparent(picture: Picture): boolean {
  const { rgba } = picture;
  if (isOpaque(rgba)) return false;
  const gray = overWhite(picture, LUMA);
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

function isOpaque(rgba: Uint8Array): boolean {
  for (let at = 3; at < rgba.length; at += 4) {
    if (rgba[at] !== 255) return false;
  }
  return true;
}

function invertedAlpha({ rgba }: Picture): Uint8Array {
  const inverted = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < inverted.length; i++) {
    inverted[i] = 255 - rgba[4 * i + 3]!;
  }
  return inverted;
}
