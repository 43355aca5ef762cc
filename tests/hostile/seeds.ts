import type { Format } from "../../src/imaging/decode/signature.ts";
import { makeGif } from "../imaging/make_gif.ts";
import {
  adobeSegment,
  exifSegment,
  makeExif,
  makeJpeg,
  toYcc,
} from "../imaging/make_jpeg.ts";
import {
  makeRiff,
  makeWebp,
  webpCanvas,
  webpImage,
} from "../imaging/make_webp.ts";
import { packPng, type Samples } from "../imaging/pack_png.ts";

const [WIDTH, HEIGHT] = [24, 17];
const PIXELS = WIDTH * HEIGHT;
const RGBA = Uint8Array.from({ length: 4 * PIXELS }, (_, i) => i * i % 251);
const RGB = RGBA.filter((_, i) => i % 4 !== 3);
const GRAY = RGBA.filter((_, i) => i % 4 === 0);

function png(
  colorType: Samples["colorType"],
  bitDepth: number,
  isInterlaced = false,
): Uint8Array {
  const values = Uint16Array.from(
    RGBA,
    (value) => value * 257 >> 16 - bitDepth,
  );
  const palette = ["PLTE", RGBA.subarray(0, 768)] as const;
  const exif = ["eXIf", makeExif(6)] as const;
  const chunks = colorType === 3
    ? [palette, ["tRNS", Uint8Array.of(9, 0, 200)] as const, exif]
    : [exif];
  return packPng({
    ...{ width: WIDTH, height: HEIGHT, colorType, bitDepth, values },
    ...{ isInterlaced, chunks },
  });
}

function jpeg(
  planes: readonly Uint8Array[],
  progressive: boolean,
  segments: readonly Uint8Array[],
): Uint8Array {
  return makeJpeg({
    width: WIDTH,
    height: HEIGHT,
    planes,
    progressive,
    segments,
  });
}

function gif(width: number, height: number, x: number): Uint8Array {
  return makeGif({
    canvas: [WIDTH, HEIGHT],
    frame: { x, y: 0, width, height },
    indices: GRAY.subarray(0, width * height).map((value) => value >> 1),
    palette: Array.from(
      { length: 128 },
      (_, i) => [i, 2 * i, 255 - i] as const,
    ),
    transparent: 7,
  });
}

const cmyk = [0, 1, 2, 3].map((offset) =>
  RGBA.filter((_, i) => i % 4 === offset)
);
const exif = exifSegment(makeExif(5, false));
const lossless = makeWebp(WIDTH, HEIGHT, RGBA);
const opaque = RGBA.map((value, i) => i % 4 === 3 ? 255 : value);
const lossy = makeWebp(WIDTH, HEIGHT, opaque, { isLossless: false });

/** Small whole files of every kind, for mutations to start from. */
export const SEEDS: Readonly<Record<Format, readonly Uint8Array[]>> = {
  PNG: [
    png(0, 1),
    png(0, 16, true),
    png(2, 8),
    png(3, 4, true),
    png(3, 8),
    png(4, 8),
    png(6, 8, true),
    png(6, 16),
  ],
  JPEG: [
    jpeg([GRAY], false, [exif]),
    jpeg(toYcc(RGB), false, []),
    jpeg(toYcc(RGB), true, [exif]),
    jpeg(cmyk, false, [adobeSegment(0)]),
    jpeg(cmyk, true, [adobeSegment(2)]),
  ],
  GIF: [gif(WIDTH, HEIGHT, 0), gif(5, 3, 4)],
  WebP: [
    lossless,
    lossy,
    makeWebp(WIDTH, HEIGHT, RGBA, { isLossless: false }),
    makeRiff([
      webpCanvas(WIDTH, HEIGHT, 0x08),
      ["EXIF", makeExif(3)],
      webpImage(lossless),
    ]),
  ],
};
