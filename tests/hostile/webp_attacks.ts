import { makeExif } from "../imaging/make_jpeg.ts";
import { joinBytes, latin1 } from "../imaging/make_png.ts";
import {
  makeRiff,
  makeWebp,
  webpCanvas,
  type WebpChunk,
  webpImage,
} from "../imaging/make_webp.ts";
import { type Attack, MAX_FILE } from "./attack.ts";
import { type BitWriter, bitWriter } from "./bit_writer.ts";

const LOSSLESS_SIGNATURE = 0x2f;
const GREEN_SYMBOLS = 256 + 24;

/** Starts a lossless picture (RFC 9649, 3.4), 1..16,384 pixels a side. */
function startLossless(width: number, height: number): BitWriter {
  const out = bitWriter();
  out.write(LOSSLESS_SIGNATURE, 8);
  out.write(width - 1, 14);
  out.write(height - 1, 14);
  // No alpha, version 0.
  out.write(0, 4);
  return out;
}

/** A prefix code of the one symbol 0, which takes no bits (3.7.2.1.1). */
function writeZeroCode(out: BitWriter): void {
  out.write(0b0001, 4);
}

/** The five prefix codes of a picture of black. */
function writeBlack(out: BitWriter): void {
  for (let i = 0; i < 5; i++) writeZeroCode(out);
}

/** A prefix code in which the first 256 symbols have 8 bits each (3.7.2.1.2). */
function writeByteCode(out: BitWriter, symbols: number): void {
  out.write(0, 1);
  // Code lengths are named by one bit: 0 is length 0, 1 is length 8. The
  // order of their own lengths is 17, 18, 0, 1, ..., 6, 16, 7, 8.
  out.write(12 - 4, 4);
  for (const length of [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1]) {
    out.write(length, 3);
  }
  out.write(0, 1);
  for (let symbol = 0; symbol < symbols; symbol++) {
    out.write(+(symbol < 256), 1);
  }
}

/** 1,024 x 1,024 pixels in blocks of 4 x 4, each with prefix codes of its own. */
function manyGroups(): WebpChunk {
  const out = startLossless(1024, 1024);
  // No transform, no colour cache, but a picture of groups, in blocks of 2^2.
  out.write(0b100, 3);
  out.write(0, 3);
  out.write(0, 1);
  writeByteCode(out, GREEN_SYMBOLS);
  writeByteCode(out, 256);
  for (let i = 0; i < 3; i++) writeZeroCode(out);
  for (let group = 0; group < 65_536; group++) out.write(group, 16);
  for (let group = 0; group < 65_536; group++) writeBlack(out);
  return ["VP8L", out.bytes()];
}

/** All pixels black, in 30 bytes whatever the size. */
function black(width: number, height: number): WebpChunk {
  const out = startLossless(width, height);
  // No transform, no colour cache, one group.
  out.write(0, 3);
  writeBlack(out);
  out.write(0, 24);
  return ["VP8L", out.bytes()];
}

/** The start of a lossy key frame, 0..16,383 pixels a side (RFC 6386, 9.1). */
function keyFrame(width: number, height: number): WebpChunk {
  const size = [width & 255, width >> 8, height & 255, height >> 8];
  return [
    "VP8 ",
    joinBytes([
      latin1("\x10\0\0\x9d\x01\x2a"),
      Uint8Array.from(size),
      new Uint8Array(99),
    ]),
  ];
}

const small = () => webpImage(makeWebp(3, 2, new Uint8Array(24).fill(255)));

export const WEBP_ATTACKS: readonly Attack[] = [
  {
    name: "WebP, lossless, 16,384 x 16,384 pixels in 30 bytes",
    outcome: "too-large",
    make: () => makeRiff([black(16_384, 16_384)]),
  },
  {
    name: "WebP whose lossy header claims 16,383 x 16,383",
    outcome: "too-large",
    make: () => makeRiff([keyFrame(16_383, 16_383)]),
  },
  {
    name: "WebP, canvas 2^24 x 2^24 around six pixels",
    outcome: "malformed",
    make: () => makeRiff([webpCanvas(1 << 24, 1 << 24), small()]),
  },
  {
    name: "WebP, a small canvas around 16,384 x 16,384 pixels",
    outcome: "too-large",
    make: () => makeRiff([webpCanvas(28, 28), black(16_384, 16_384)]),
  },
  {
    name: "WebP of two pictures, the second one huge",
    outcome: "malformed",
    make: () => makeRiff([webpCanvas(3, 2), small(), black(16_384, 16_384)]),
  },
  {
    name: "WebP that is animated",
    outcome: "unsupported",
    make: () =>
      makeRiff([
        webpCanvas(16_384, 16_384, 0x02),
        ["ANIM", new Uint8Array(6)],
        ...Array<WebpChunk>(1000).fill(["ANMF", new Uint8Array(24)]),
      ]),
  },
  {
    name: "WebP that is animated and does not say so",
    outcome: "unsupported",
    make: () => makeRiff([webpCanvas(9, 9), ["ANMF", new Uint8Array(24)]]),
  },
  {
    name: "WebP that claims 4 GB",
    outcome: "malformed",
    make: () => {
      const file = makeRiff([black(3, 2)]);
      file.fill(0xff, 4, 8);
      return file;
    },
  },
  {
    name: "WebP whose chunk claims 4 GB",
    outcome: "malformed",
    make: () => {
      const file = makeRiff([black(3, 2)]);
      file.fill(0xff, 16, 20);
      return file;
    },
  },
  {
    name: "WebP of a million empty chunks",
    outcome: "malformed",
    make: () => {
      const empty = latin1("teSt\0\0\0\0");
      const rest = new Uint8Array(MAX_FILE - 1000 & ~7);
      for (let at = 0; at < rest.length; at += 8) rest.set(empty, at);
      const file = makeRiff([webpCanvas(3, 2), ["teSt", rest], small()]);
      // The first of them holds all others until its own length is taken away.
      return file.fill(0, 34, 38);
    },
  },
  {
    name: "WebP, lossless, with 65,536 groups of prefix codes",
    outcome: "either",
    make: () => makeRiff([manyGroups()]),
  },
  {
    name: "WebP, lossless, 4,096 x 4,096 pixels in 30 bytes",
    outcome: "read",
    make: () => makeRiff([black(4096, 4096)]),
  },
  {
    name: "WebP, lossy, 4,096 x 4,096 without data",
    outcome: "either",
    make: () => makeRiff([keyFrame(4096, 4096)]),
  },
  {
    name: "WebP, lossy, with 10 MiB that claim to be its alpha",
    outcome: "either",
    make: () => {
      const image = webpImage(
        makeWebp(16, 16, new Uint8Array(1024).fill(255), { isLossless: false }),
      );
      const alpha = new Uint8Array(MAX_FILE - 2000).fill(0x55);
      alpha[0] = 1;
      return makeRiff([webpCanvas(16, 16, 0x10), ["ALPH", alpha], image]);
    },
  },
  {
    name: "WebP of 10 MiB of Exif",
    outcome: "malformed",
    make: () => {
      const exif: WebpChunk = [
        "EXIF",
        joinBytes([makeExif(9), new Uint8Array(64_000)]),
      ];
      const count = Math.floor((MAX_FILE - 2000) / 64_100);
      return makeRiff([
        webpCanvas(3, 2, 0x08),
        small(),
        ...Array(count).fill(exif),
      ]);
    },
  },
];
