import assert from "node:assert/strict";
import { decode } from "../../../src/imaging/decode/decode.ts";
import {
  adobeSegment,
  exifSegment,
  frameHeader,
  jpegSegment,
  makeExif,
  makeGrayJpeg,
  makeJpeg,
  toYcc,
} from "../make_jpeg.ts";
import { joinBytes } from "../make_png.ts";
import { assertRefused } from "./assert_refused.ts";

function plane(width: number, height: number, value: number): Uint8Array {
  return new Uint8Array(width * height).fill(value);
}

/** A JPEG of frame headers and empty scans only. */
function skeleton(frames: Uint8Array[], scans: number): Uint8Array {
  const scan = jpegSegment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0));
  return joinBytes([
    Uint8Array.of(0xff, 0xd8),
    ...frames,
    ...Array.from({ length: scans }, () => scan),
    Uint8Array.of(0xff, 0xd9),
  ]);
}

function assertNear(rgba: Uint8Array, expected: readonly number[]): void {
  for (let i = 0; i < rgba.length; i++) {
    const distance = Math.abs(rgba[i]! - expected[i % 4]!);
    assert.ok(distance <= 2, `at ${i}: ${rgba[i]}`);
  }
}

Deno.test("decode() reads a gray JPEG", () => {
  const [width, height] = [21, 13];
  const gray = Uint8Array.from({ length: width * height }, (_, i) => i % 251);
  const picture = decode(makeGrayJpeg(width, height, gray));
  assert.deepEqual([picture.width, picture.height, picture.scale], [21, 13, 1]);
  gray.forEach((value, i) => {
    const pixel = picture.rgba.subarray(4 * i, 4 * i + 4);
    assertNear(pixel, [value, value, value, 255]);
  });
});

Deno.test("decode() reads a colour JPEG, baseline and progressive", () => {
  const rgb = Uint8Array.from(
    { length: 300 },
    (_, i) => [200, 100, 50][i % 3]!,
  );
  const options = { width: 10, height: 10, planes: toYcc(rgb) };
  assertNear(decode(makeJpeg(options)).rgba, [200, 100, 50, 255]);
  const progressive = makeJpeg({ ...options, progressive: true });
  assertNear(decode(progressive).rgba, [200, 100, 50, 255]);
});

Deno.test("decode() reads CMYK, which Adobe stores inverted", () => {
  const planes = [200, 150, 100, 220].map((value) => plane(8, 8, value));
  const options = { width: 8, height: 8, planes };
  const cmyk = makeJpeg({ ...options, segments: [adobeSegment(0)] });
  assertNear(decode(cmyk).rgba, [173, 129, 86, 255]);
});

Deno.test("decode() reads YCCK", () => {
  const rgb = Uint8Array.from(
    { length: 192 },
    (_, i) => [200, 100, 50][i % 3]!,
  );
  const inverted = rgb.map((value) => 255 - value);
  const planes = [...toYcc(inverted), plane(8, 8, 255)];
  const segments = [adobeSegment(2)];
  const ycck = makeJpeg({ width: 8, height: 8, planes, segments });
  assertNear(decode(ycck).rgba, [200, 100, 50, 255]);
});

Deno.test("decode() shrinks a large JPEG while it decodes", () => {
  const picture = decode(makeGrayJpeg(2400, 800, plane(2400, 800, 90)));
  assert.deepEqual([picture.width, picture.height], [1200, 400]);
  assert.equal(picture.scale, 2);
  assertNear(picture.rgba, [90, 90, 90, 255]);
});

/** The file shows "abc" over "def"; the rows of each upright picture. */
const UPRIGHT: readonly (readonly [orientation: number, rows: string])[] = [
  [1, "abc def"],
  [2, "cba fed"],
  [3, "fed cba"],
  [4, "def abc"],
  [5, "ad be cf"],
  [6, "da eb fc"],
  [7, "fc eb da"],
  [8, "cf be ad"],
];

for (const [orientation, rows] of UPRIGHT) {
  Deno.test(`decode() turns orientation ${orientation} upright`, () => {
    const gray = Uint8Array.of(20, 60, 100, 140, 180, 220);
    for (const little of [true, false]) {
      const exif = exifSegment(makeExif(orientation, little));
      const { width, rgba } = decode(makeGrayJpeg(3, 2, gray, [exif]));
      assert.equal(width, rows.indexOf(" "));
      const seen = Array.from({ length: 6 }, (_, i) => {
        const letter = Math.round((rgba[4 * i]! - 20) / 40);
        return "abcdef"[letter];
      });
      assert.equal(seen.join(""), rows.replaceAll(" ", ""));
    }
  });
}

Deno.test("decode() refuses a JPEG that is too large", () => {
  const large = (width: number, height: number, marker = 0xc0) =>
    skeleton([frameHeader(marker, width, height, 3)], 1);
  assertRefused(large(20_000, 20_000), "too-large", /20000 x 20000 pixels/);
  assertRefused(large(10_000, 5001), "too-large", /at most 50000000 pixels/);
  assertRefused(large(9000, 4000, 0xc2), "too-large", /progressive/);
});

Deno.test("decode() refuses a JPEG with too many scans", () => {
  const frame = frameHeader(0xc2, 16, 16, 1);
  assertRefused(skeleton([frame], 65), "too-large", /65 or more scans of 256/);
  // A scan of 64 coefficients, and a block's own 16: 20 million in all.
  const big = frameHeader(0xc2, 4000, 4000, 1);
  assertRefused(
    skeleton([big], 17),
    "too-large",
    /17 or more scans of 16000000/,
  );
  const flood = makeJpeg({
    width: 16,
    height: 16,
    planes: [plane(16, 16, 9)],
    progressive: true,
    repeats: 600,
  });
  assertRefused(flood, "too-large", /65 or more scans/);
});

Deno.test("decode() refuses a JPEG without one frame and a scan", () => {
  const frame = frameHeader(0xc0, 8, 8, 1);
  assertRefused(skeleton([], 0), "malformed", /no frame header/);
  assertRefused(skeleton([frame, frame], 1), "malformed", /two frame headers/);
  assertRefused(skeleton([frame], 0), "malformed", /no scan/);
  const late = skeleton([jpegSegment(0xda, new Uint8Array(6)), frame], 0);
  assertRefused(late, "malformed", /scan before its frame header/);
});

Deno.test("decode() refuses a JPEG without pixels", () => {
  const empty = skeleton([frameHeader(0xc0, 0, 8, 1)], 1);
  assertRefused(empty, "malformed", /0 x 8 pixels/);
  const none = skeleton([frameHeader(0xc0, 8, 8, 0)], 1);
  assertRefused(none, "malformed", /0 components/);
  const twice = frameHeader(0xc0, 8, 8, 2);
  twice[13] = 1;
  assertRefused(skeleton([twice], 1), "malformed", /names a component twice/);
});

Deno.test("decode() refuses what JPEG coding it does not know", () => {
  for (const marker of [0xc3, 0xc5, 0xc9, 0xca]) {
    const file = skeleton([frameHeader(marker, 8, 8, 1)], 1);
    assertRefused(file, "unsupported", /expected baseline or progressive/);
  }
  const deep = frameHeader(0xc1, 8, 8, 1);
  deep[4] = 12;
  assertRefused(skeleton([deep], 1), "unsupported", /SOF1 with 12 bits/);
});

Deno.test("decode() refuses broken JPEG segments", () => {
  const cut = skeleton([frameHeader(0xc0, 8, 8, 1)], 1).subarray(0, 10);
  assertRefused(cut, "malformed", /ends inside a segment/);
  const short = skeleton([Uint8Array.of(0xff, 0xc0, 0, 4, 8, 0)], 1);
  assertRefused(short, "malformed", /cut off/);
  const stray = skeleton([Uint8Array.of(0xff, 0x02)], 1);
  assertRefused(stray, "malformed", /marker ff 02/);
});
