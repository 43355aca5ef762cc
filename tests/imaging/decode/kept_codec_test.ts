import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { decode, decodeForNow } from "../../../src/imaging/decode/decode.ts";
import { MAX_KEPT_PIXELS } from "../../../src/imaging/decode/limits.ts";
import { seeded } from "../draw.ts";
import { makeGrayPng, makeRgbaPng } from "../make_png.ts";
import { survives } from "./assert_refused.ts";

const SIDE = 64;

/** Opaque noise. */
function noise(seed: number, side = SIDE): Uint8Array {
  const random = seeded(seed);
  return Uint8Array.from(
    { length: 4 * side ** 2 },
    (_, i) => i % 4 === 3 ? 255 : Math.floor(random() * 256),
  );
}

Deno.test("every PNG is decoded right after one that is broken", () => {
  const random = seeded(5);
  const broken = makeRgbaPng(SIDE, SIDE, noise(1));
  for (let i = 0; i < 200; i++) {
    const changed = broken.slice(0, broken.length - i);
    changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
    survives(changed);
    const rgba = noise(i);
    assert.deepEqual(decode(makeRgbaPng(SIDE, SIDE, rgba)).rgba, rgba);
  }
});

Deno.test("a thousand PNGs take no more of a codec's memory than one", () => {
  const png = makeRgbaPng(SIDE, SIDE, noise(1));
  const one = decodeForNow(png).rgba;
  const [address, memory] = [one.byteOffset, one.buffer.byteLength];
  for (let i = 0; i < 1000; i++) {
    const { rgba } = decodeForNow(png);
    assert.deepEqual([rgba.byteOffset, rgba.buffer.byteLength], [
      address,
      memory,
    ]);
  }
});

Deno.test("a codec forgets a PNG for the next one", () => {
  const secret = noise(2);
  decodeForNow(makeRgbaPng(SIDE, SIDE, secret));
  const next = decodeForNow(makeGrayPng(1, 1, Uint8Array.of(7))).rgba;
  const memory = Buffer.from(next.buffer, 0);
  for (let at = 0; at < secret.length; at += 64) {
    assert.ok(!memory.includes(Buffer.from(secret.subarray(at, at + 16))));
  }
});

Deno.test("a codec that took a large PNG is not kept", () => {
  const side = Math.sqrt(MAX_KEPT_PIXELS) + 1;
  const png = makeGrayPng(side, side, new Uint8Array(side ** 2));
  const large = decodeForNow(png).rgba;
  assert.notEqual(decodeForNow(png).rgba.buffer, large.buffer);
});

Deno.test("decode() gives a picture that lasts", () => {
  const rgba = noise(3);
  const picture = decode(makeRgbaPng(SIDE, SIDE, rgba));
  decode(makeRgbaPng(SIDE, SIDE, noise(4)));
  assert.deepEqual(picture.rgba, rgba);
});
