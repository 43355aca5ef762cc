import assert from "node:assert/strict";
import { seeded } from "../draw.ts";
import { makeGif } from "../make_gif.ts";
import { makeGrayJpeg, makeJpeg, toYcc } from "../make_jpeg.ts";
import { latin1, makeGrayPng, makePng } from "../make_png.ts";
import { assertRefused, survives } from "./assert_refused.ts";

const [WIDTH, HEIGHT] = [24, 17];
const GRAY = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => i * 7 % 256);
const RGB = Uint8Array.from({ length: 3 * GRAY.length }, (_, i) => i % 256);

const FILES: Readonly<Record<string, Uint8Array>> = {
  png: makeGrayPng(WIDTH, HEIGHT, GRAY),
  palette: makePng({
    width: WIDTH,
    height: HEIGHT,
    colorType: 3,
    bitDepth: 8,
    rows: GRAY,
    chunks: [["PLTE", new Uint8Array(768)]],
  }),
  jpeg: makeGrayJpeg(WIDTH, HEIGHT, GRAY),
  progressive: makeJpeg({
    width: WIDTH,
    height: HEIGHT,
    planes: toYcc(RGB),
    progressive: true,
  }),
  gif: makeGif({
    canvas: [WIDTH, HEIGHT],
    frame: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
    indices: GRAY.map((value) => value >> 1),
    palette: Array.from({ length: 128 }, (_, i) => [i, i, i] as const),
  }),
};

Deno.test("decode() refuses no bytes at all", () => {
  assertRefused(new Uint8Array(), "malformed", /the picture is empty/);
});

Deno.test("decode() refuses what is no picture, and says what it saw", () => {
  assertRefused(
    latin1("Hello"),
    "unsupported",
    /starts with 48 65 6c 6c; expected PNG, JPEG, GIF or WebP/,
  );
  assertRefused(latin1("<svg/>"), "unsupported", /starts with 3c 73 76 67/);
  assertRefused(latin1("x"), "unsupported", /starts with 78;/);
});

Deno.test("decode() names the formats it does not read", () => {
  const files = [
    ["\0\0\0\x18ftypheic", /it is HEIC/],
    ["\0\0\0\x1cftypavif", /it is AVIF/],
    ["II*\0\x08\0\0\0", /it is TIFF/],
    ["BM\0\0", /it is BMP/],
    ["%PDF-1.7", /it is PDF/],
  ] as const;
  for (const [text, message] of files) {
    assertRefused(latin1(text), "unsupported", message);
  }
});

Deno.test("decode() refuses a signature and nothing more", () => {
  for (const file of Object.values(FILES)) {
    assertRefused(file.subarray(0, 8), "malformed", /Cannot read the/);
  }
});

for (const [name, file] of Object.entries(FILES)) {
  Deno.test(`decode() survives a ${name} cut off anywhere`, () => {
    assert.ok(survives(file));
    for (let length = 0; length < file.length; length++) {
      survives(file.subarray(0, length));
    }
  });

  Deno.test(`decode() survives a ${name} with changed bytes`, () => {
    const random = seeded(7);
    const below = (limit: number) => Math.floor(random() * limit);
    for (let i = 0; i < 400; i++) {
      const changed = file.slice();
      for (let k = 0; k <= i % 4; k++) {
        changed[below(changed.length)] = below(256);
      }
      survives(changed);
    }
    assert.ok(survives(file), "a panic must not outlive its picture");
  });

  Deno.test(`decode() survives random bytes after the start of a ${name}`, () => {
    const random = seeded(11);
    for (let i = 0; i < 50; i++) {
      const changed = Uint8Array.from(
        file,
        (byte, at) => at < 16 ? byte : Math.floor(random() * 256),
      );
      survives(changed);
    }
  });
}

Deno.test("decode() reads a picture inside a larger buffer", () => {
  for (const file of Object.values(FILES)) {
    const buffer = new Uint8Array(file.length + 9);
    buffer.set(file, 5);
    assert.ok(survives(buffer.subarray(5, 5 + file.length)));
  }
});
