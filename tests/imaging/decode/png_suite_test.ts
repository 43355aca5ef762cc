import assert from "node:assert/strict";
import { decode } from "../../../src/imaging/decode/decode.ts";
import { seeded } from "../draw.ts";
import { CHANNELS, packPng, type Samples } from "../pack_png.ts";

/**
 * What PngSuite tests, made by code: every colour type with every bit depth
 * that it may have, interlaced and not, with and without transparency, in sizes
 * that leave passes empty and bytes half full.
 */

type ColorType = Samples["colorType"];

/** W3C PNG, third edition, table 12. */
const DEPTHS: readonly (readonly [ColorType, readonly number[]])[] = [
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
];
const SIZES = [[1, 1], [3, 2], [5, 9], [8, 8], [33, 17]] as const;

interface Picture {
  readonly samples: Samples;
  readonly rgba: Uint8Array;
}

const random = seeded(3);
const below = (limit: number) => Math.floor(random() * limit);
const bytes = (length: number) => Uint8Array.from({ length }, () => below(256));

/** A random picture, and how it has to look. */
function makePicture(
  [width, height]: readonly [number, number],
  colorType: ColorType,
  bitDepth: number,
  isTransparent: boolean,
  isInterlaced: boolean,
): Picture {
  const channels = CHANNELS[colorType];
  const values = Uint16Array.from(
    { length: width * height * channels },
    () => below(2 ** bitDepth),
  );
  const shared = { width, height, colorType, bitDepth, values, isInterlaced };
  const at = (
    i: number,
  ) => [...values.subarray(i * channels, (i + 1) * channels)];
  const rgba = (pixel: (sample: number[]) => number[]) =>
    Uint8Array.from(
      Array.from({ length: width * height }, (_, i) => pixel(at(i))).flat(),
    );
  if (colorType === 3) {
    const palette = bytes(3 * 2 ** bitDepth);
    // Shorter than the palette: the colours beyond it are opaque.
    const alphas = isTransparent
      ? bytes(2 ** (bitDepth - 1))
      : new Uint8Array();
    const transparency = isTransparent ? [["tRNS", alphas] as const] : [];
    return {
      samples: { ...shared, chunks: [["PLTE", palette], ...transparency] },
      rgba: rgba(([index]) => [
        ...palette.subarray(3 * index!, 3 * index! + 3),
        alphas[index!] ?? 255,
      ]),
    };
  }
  const key = isTransparent ? at(0) : null;
  const chunks = key
    ? [
      ["tRNS", Uint8Array.from(key.flatMap((v) => [v >> 8, v & 255]))] as const,
    ]
    : [];
  return {
    samples: { ...shared, chunks },
    rgba: rgba((sample) => {
      const [a, b, c, d] = sample.map((value) => toByte(value, bitDepth));
      // The codec keeps no colour of what the key makes invisible.
      if (key?.every((value, i) => value === sample[i])) return [0, 0, 0, 0];
      switch (colorType) {
        case 0:
          return [a!, a!, a!, 255];
        case 2:
          return [a!, b!, c!, 255];
        case 4:
          return [a!, a!, a!, b!];
        case 6:
          return [a!, b!, c!, d!];
      }
    }),
  };
}

/** Few bits are spread over 0..255, of 16 the upper ones stay. */
function toByte(value: number, bitDepth: number): number {
  return bitDepth === 16 ? value >> 8 : value * 255 / (2 ** bitDepth - 1);
}

for (const [colorType, depths] of DEPTHS) {
  const mayBeKeyed = colorType < 4;
  for (const bitDepth of depths) {
    for (const isTransparent of mayBeKeyed ? [false, true] : [false]) {
      for (const isInterlaced of [false, true]) {
        const name = `colour type ${colorType}, ${bitDepth} bits` +
          (isTransparent ? ", tRNS" : "") +
          (isInterlaced ? ", interlaced" : "");
        Deno.test(`decode() reads PNG of ${name}`, () => {
          for (const size of SIZES) {
            const { samples, rgba } = makePicture(
              size,
              colorType,
              bitDepth,
              isTransparent,
              isInterlaced,
            );
            const picture = decode(packPng(samples));
            assert.deepEqual([picture.width, picture.height], [...size]);
            assert.deepEqual(picture.rgba, rgba, `${size}`);
          }
        });
      }
    }
  }
}
