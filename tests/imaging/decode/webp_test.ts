import assert from "node:assert/strict";
import { decode } from "../../../src/imaging/decode/decode.ts";
import { makeExif } from "../make_jpeg.ts";
import { joinBytes, latin1 } from "../make_png.ts";
import {
  makeRiff,
  makeWebp,
  webpCanvas,
  type WebpChunk,
  webpImage,
} from "../make_webp.ts";
import { assertRefused } from "./assert_refused.ts";

const [WIDTH, HEIGHT] = [21, 13];

/** Colours and alpha that run across the picture. */
const RGBA = Uint8Array.from({ length: 4 * WIDTH * HEIGHT }, (_, i) => {
  const pixel = i >> 2;
  return [pixel * 3, pixel * 5 + 7, 250 - pixel, 255 - pixel][i & 3]! & 255;
});
const OPAQUE = RGBA.map((value, i) => i % 4 === 3 ? 255 : value);
const LOSSLESS = makeWebp(WIDTH, HEIGHT, RGBA);
const SMALL = webpImage(makeWebp(3, 2, grayRgba([20, 60, 100, 140, 180, 220])));

function grayRgba(gray: readonly number[]): Uint8Array {
  return Uint8Array.from(gray.flatMap((value) => [value, value, value, 255]));
}

function extended(...chunks: WebpChunk[]): Uint8Array {
  return makeRiff([webpCanvas(3, 2, 0x08), ...chunks]);
}

Deno.test("decode() reads a lossless WebP bit for bit, alpha and all", () => {
  const { width, height, scale, rgba } = decode(LOSSLESS);
  assert.deepEqual([width, height, scale], [WIDTH, HEIGHT, 1]);
  assert.deepEqual(rgba, RGBA);
});

Deno.test("decode() reads a lossy WebP", () => {
  // One colour a block: what is lost is less than a step of quantisation.
  const flat = new Uint8Array(4 * 32 * 32);
  for (let i = 0; i < 32 * 32; i++) {
    flat.set(i % 32 < 16 ? [200, 100, 50, 255] : [20, 30, 40, 255], 4 * i);
  }
  const { width, rgba } = decode(
    makeWebp(32, 32, flat, { isLossless: false, quality: 100 }),
  );
  assert.equal(width, 32);
  for (const x of [4, 28]) {
    for (let channel = 0; channel < 4; channel++) {
      const at = 4 * (16 * 32 + x) + channel;
      assert.ok(Math.abs(rgba[at]! - flat[at]!) <= 6, `${rgba[at]} at ${at}`);
    }
  }
});

Deno.test("decode() reads the alpha of a lossy WebP", () => {
  const file = makeWebp(WIDTH, HEIGHT, RGBA, { isLossless: false });
  const alpha = (rgba: Uint8Array) => rgba.filter((_, i) => i % 4 === 3);
  assert.deepEqual(alpha(decode(file).rgba), alpha(RGBA));
});

Deno.test("decode() reduces a large WebP", () => {
  const rgba = new Uint8Array(4 * 2400 * 20).fill(255);
  const { width, height, scale } = decode(makeWebp(2400, 20, rgba));
  assert.deepEqual([width, height, scale], [1200, 10, 2]);
});

Deno.test("decode() turns a WebP upright by its EXIF chunk", () => {
  for (const introduction of ["", "Exif\0\0"]) {
    for (const little of [true, false]) {
      const exif = joinBytes([latin1(introduction), makeExif(6, little)]);
      const { width, height, rgba } = decode(extended(SMALL, ["EXIF", exif]));
      assert.deepEqual([width, height], [2, 3]);
      assert.equal(rgba[0], 140);
    }
  }
});

Deno.test("decode() knows an EXIF chunk before the picture as well", () => {
  const { width } = decode(extended(["EXIF", makeExif(8)], SMALL));
  assert.equal(width, 2);
});

Deno.test("decode() leaves what stands behind a plain WebP alone", () => {
  const file = makeRiff([SMALL, ["EXIF", makeExif(6)]]);
  assert.equal(decode(file).width, 3);
  assert.equal(decode(joinBytes([file, latin1("trailing")])).width, 3);
});

Deno.test("decode() refuses an animated WebP, and says so", () => {
  const flagged = makeRiff([webpCanvas(3, 2, 0x02), SMALL]);
  assertRefused(flagged, "unsupported", /animated; expected a still/);
  const frame = new Uint8Array(16);
  const framed = extended(["ANIM", new Uint8Array(6)], ["ANMF", frame]);
  assertRefused(framed, "unsupported", /animated; expected a still/);
});

Deno.test("decode() refuses a WebP that is too large", () => {
  // 14 bits a side, less 1, in 28 bits after the signature.
  const sides = (width: number, height: number) => {
    const data = new Uint8Array(20);
    data[0] = 0x2f;
    const bits = width - 1 | height - 1 << 14;
    new DataView(data.buffer).setUint32(1, bits, true);
    return makeRiff([["VP8L", data]]);
  };
  assertRefused(sides(16_384, 16_384), "too-large", /16384 x 16384/);
  assertRefused(sides(4097, 4096), "too-large", /at most 16777216 pixels/);
  const lossy = latin1("\0\0\0\x9d\x01\x2a\x40\x1f\x40\x1f");
  assertRefused(makeRiff([["VP8 ", lossy]]), "too-large", /8000 x 8000/);
});

Deno.test("decode() refuses a WebP without pixels", () => {
  const lossy = latin1("\0\0\0\x9d\x01\x2a\0\0\x05\0");
  assertRefused(makeRiff([["VP8 ", lossy]]), "malformed", /0 x 5 pixels/);
  assertRefused(makeRiff([]), "malformed", /no picture/);
  assertRefused(extended(), "malformed", /no picture/);
});

Deno.test("decode() refuses a WebP whose canvas is not its picture's size", () => {
  const file = makeRiff([webpCanvas(1 << 24, 1 << 24), SMALL]);
  assertRefused(
    file,
    "malformed",
    /canvas is 16777216 x 16777216; expected the 3 x 2/,
  );
});

Deno.test("decode() refuses a WebP of two pictures", () => {
  assertRefused(extended(SMALL, SMALL), "malformed", /two pictures/);
});

Deno.test("decode() refuses a WebP of more chunks than anyone writes", () => {
  const empty = Array<WebpChunk>(200).fill(["teSt", new Uint8Array()]);
  assertRefused(extended(...empty, SMALL), "malformed", /more than 100 chunks/);
});

Deno.test("decode() refuses a WebP whose lengths are wrong", () => {
  const short = LOSSLESS.subarray(0, LOSSLESS.length - 2);
  assertRefused(short, "malformed", /expected \d+/);
  const long = LOSSLESS.slice();
  long[16]! += 4;
  assertRefused(long, "malformed", /ends inside a chunk/);
  assertRefused(latin1("RIFF\0\0\0\0WEBP"), "malformed", /no picture/);
});

Deno.test("decode() refuses a WebP that starts with something else", () => {
  assertRefused(
    makeRiff([["JUNK", new Uint8Array(8)], SMALL]),
    "malformed",
    /starts with a chunk "JUNK"/,
  );
  const inter = latin1("\x01\0\0\0\0\0\0\0\0\0");
  assertRefused(makeRiff([["VP8 ", inter]]), "malformed", /key frame/);
  const other = latin1("\x2e\0\0\0\0\0");
  assertRefused(makeRiff([["VP8L", other]]), "malformed", /start with 2f/);
  const cut = latin1("\0\0\0\0");
  assertRefused(makeRiff([["VP8X", cut]]), "malformed", /VP8X chunk is cut/);
});

Deno.test("decode() refuses a WebP whose data is broken", () => {
  const [name, data] = webpImage(makeWebp(WIDTH, HEIGHT, OPAQUE));
  const cut = makeRiff([[name, data.subarray(0, 12)]]);
  assertRefused(cut, "malformed", /broken or cut off/);
});
