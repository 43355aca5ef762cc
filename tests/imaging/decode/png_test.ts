import assert from "node:assert/strict";
import { decode } from "../../../src/imaging/decode/decode.ts";
import { makeExif } from "../make_jpeg.ts";
import {
  joinBytes,
  latin1,
  makeGrayPng,
  makePng,
  makeRgbaPng,
  pngChunk,
  pngHeader,
  type PngOptions,
} from "../make_png.ts";
import { assertRefused } from "./assert_refused.ts";

/** The pixels of a PNG of 2 x 1 whose packed row is given. */
function pixels(
  colorType: number,
  bitDepth: number,
  row: number[],
  chunks: NonNullable<PngOptions["chunks"]> = [],
): number[] {
  const rows = Uint8Array.from(row);
  const png = makePng({
    width: 2,
    height: 1,
    colorType,
    bitDepth,
    rows,
    chunks,
  });
  return [...decode(png).rgba];
}

/** A PNG whose header claims a size that its data does not have. */
function claiming(width: number, height: number): Uint8Array {
  return joinBytes([
    latin1("\x89PNG\r\n\x1a\n"),
    pngChunk("IHDR", pngHeader(width, height, { bitDepth: 8, colorType: 0 })),
    pngChunk("IDAT", new Uint8Array(20)),
    pngChunk("IEND", new Uint8Array()),
  ]);
}

Deno.test("decode() reads every colour type of PNG", () => {
  const palette = ["PLTE", Uint8Array.of(9, 8, 7, 3, 2, 1)] as const;
  const alpha = ["tRNS", Uint8Array.of(40)] as const;
  assert.deepEqual(pixels(0, 8, [7, 250]), [7, 7, 7, 255, 250, 250, 250, 255]);
  assert.deepEqual(pixels(2, 8, [1, 2, 3, 4, 5, 6]), [
    1,
    2,
    3,
    255,
    4,
    5,
    6,
    255,
  ]);
  assert.deepEqual(
    pixels(3, 8, [1, 0], [palette, alpha]),
    [3, 2, 1, 255, 9, 8, 7, 40],
  );
  assert.deepEqual(pixels(4, 8, [5, 60, 7, 80]), [5, 5, 5, 60, 7, 7, 7, 80]);
  assert.deepEqual(
    pixels(6, 8, [1, 2, 3, 4, 5, 6, 7, 8]),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
});

Deno.test("decode() reads every bit depth of PNG", () => {
  assert.deepEqual(pixels(0, 1, [0b10 << 6]).slice(2, 6), [255, 255, 0, 0]);
  assert.deepEqual(pixels(0, 2, [0b0110 << 4]).slice(2, 6), [
    85,
    255,
    170,
    170,
  ]);
  assert.deepEqual(pixels(0, 4, [0x3f]).slice(2, 6), [51, 255, 255, 255]);
  assert.deepEqual(pixels(0, 16, [90, 0, 200, 0]).slice(2, 6), [
    90,
    255,
    200,
    200,
  ]);
});

Deno.test("decode() keeps the alpha of a PNG", () => {
  const rgba = Uint8Array.of(10, 20, 30, 128);
  assert.deepEqual([...decode(makeRgbaPng(1, 1, rgba)).rgba], [...rgba]);
});

Deno.test("decode() turns a PNG upright by its eXIf chunk", () => {
  const rows = Uint8Array.of(1, 2);
  const chunks = [["eXIf", makeExif(6)]] as const;
  const options = { width: 2, height: 1, colorType: 0, bitDepth: 8, rows };
  const { width, height } = decode(makePng({ ...options, chunks }));
  assert.deepEqual([width, height], [1, 2]);
});

Deno.test("decode() reduces a large PNG by area averaging", () => {
  const width = 2400;
  const stripes = Uint8Array.from(
    { length: width * 4 },
    (_, i) => i % 2 ? 200 : 100,
  );
  const picture = decode(makeGrayPng(width, 4, stripes));
  assert.deepEqual([picture.width, picture.height, picture.scale], [
    1200,
    2,
    2,
  ]);
  assert.ok(picture.rgba.every((v, i) => v === (i % 4 === 3 ? 255 : 150)));
});

Deno.test("decode() lends no colour from transparent pixels", () => {
  const rgba = new Uint8Array(2400 * 4);
  for (let i = 0; i < 2400; i += 2) rgba.set([200, 100, 50, 255], 4 * i);
  const picture = decode(makeRgbaPng(2400, 1, rgba));
  assert.deepEqual([...picture.rgba.subarray(0, 4)], [200, 100, 50, 128]);
});

Deno.test("decode() reduces the thinnest of pictures", () => {
  const { width, height, scale } = decode(
    makeGrayPng(1, 12_000, new Uint8Array(12_000)),
  );
  assert.deepEqual([width, height, scale], [1, 1200, 10]);
});

Deno.test("decode() refuses a PNG that is too large", () => {
  assertRefused(claiming(12_001, 1), "too-large", /12001 x 1 .* 12000 on a/);
  assertRefused(claiming(4097, 4096), "too-large", /at most 16777216 pixels/);
  assertRefused(claiming(2 ** 32 - 1, 2 ** 32 - 1), "too-large", /4294967295/);
});

Deno.test("decode() refuses a PNG of too many bytes before they are inflated", () => {
  const deep = joinBytes([
    latin1("\x89PNG\r\n\x1a\n"),
    pngChunk("IHDR", pngHeader(4096, 4096, { bitDepth: 16, colorType: 6 })),
    pngChunk("IDAT", new Uint8Array(20)),
  ]);
  assertRefused(deep, "too-large", /4096 x 4096 pixels of 64 bits/);
});

Deno.test("decode() refuses a PNG of two headers, wherever the second stands", () => {
  const second = [
    "IHDR",
    pngHeader(9, 9, { bitDepth: 8, colorType: 0 }),
  ] as const;
  const rows = Uint8Array.of(1);
  const options = { width: 1, height: 1, colorType: 0, bitDepth: 8, rows };
  const before = makePng({ ...options, chunks: [second] });
  assertRefused(before, "malformed", /two headers/);
  const behind = joinBytes([makePng(options), pngChunk(...second)]);
  assertRefused(behind, "malformed", /two headers/);
});

Deno.test("decode() refuses a PNG without pixels", () => {
  assertRefused(claiming(0, 5), "malformed", /0 x 5 .* at least 1 x 1/);
  assertRefused(claiming(5, 0), "malformed", /5 x 0 .* at least 1 x 1/);
});

Deno.test("decode() refuses a PNG without a whole header", () => {
  const png = makeGrayPng(1, 1, Uint8Array.of(1));
  assertRefused(png.subarray(0, 30), "malformed", /IHDR/);
  const other = png.slice();
  other[12] = 0x4a;
  assertRefused(other, "malformed", /IHDR/);
});

Deno.test("decode() refuses a PNG whose data is not its own", () => {
  assertRefused(claiming(3, 3), "malformed", /broken or cut off/);
});

Deno.test("decode() ignores damaged metadata of a PNG", () => {
  const rows = Uint8Array.of(1, 2);
  const options = { width: 2, height: 1, colorType: 0, bitDepth: 8, rows };
  for (
    const exif of [
      new Uint8Array(3),
      makeExif(9),
      latin1("MM\0*\xff\xff\xff\xff"),
    ]
  ) {
    const { width } = decode(makePng({ ...options, chunks: [["eXIf", exif]] }));
    assert.equal(width, 2);
  }
});
