import assert from "node:assert/strict";
import { IdxError, parseIdx } from "../../train/idx.ts";

function assertRefused(bytes: number[], dimensions: number, message: RegExp) {
  assert.throws(() => parseIdx(Uint8Array.from(bytes), dimensions), (error) => {
    assert.ok(error instanceof IdxError, String(error));
    assert.match(error.message, message);
    return true;
  });
}

Deno.test("parseIdx() reads labels and images", () => {
  assert.deepEqual(
    parseIdx(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 3, 7, 8, 9), 1),
    { shape: [3], data: Uint8Array.of(7, 8, 9) },
  );
  const sizes = [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2];
  assert.deepEqual(
    parseIdx(Uint8Array.of(0, 0, 8, 3, ...sizes, 1, 2, 3, 4), 3),
    { shape: [1, 2, 2], data: Uint8Array.of(1, 2, 3, 4) },
  );
});

Deno.test("parseIdx() reads sizes as big-endian, from anywhere in a buffer", () => {
  const bytes = new Uint8Array(1 + 8 + 258);
  bytes.set([0, 0, 8, 1, 0, 0, 1, 2], 1);
  assert.deepEqual(parseIdx(bytes.subarray(1), 1).shape, [258]);
});

Deno.test("parseIdx() refuses a header that is cut short", () => {
  assertRefused([], 1, /^expected a header of 8 bytes, found 0$/);
  assertRefused([0, 0, 8, 3, 0], 3, /^expected a header of 16 bytes, found 5$/);
});

Deno.test("parseIdx() refuses another magic number, naming both", () => {
  const rest = [0, 0, 0, 1, 5];
  const message = (found: string) =>
    new RegExp(`^expected magic 00000801, found ${found}$`);
  assertRefused([0, 0, 13, 1, ...rest], 1, message("00000d01"));
  assertRefused([0, 0, 8, 3, ...rest], 1, message("00000803"));
  assertRefused([1, 0, 8, 1, ...rest], 1, message("01000801"));
  assertRefused([0x1f, 0x8b, 8, 1, ...rest], 1, message("1f8b0801"));
});

Deno.test("parseIdx() refuses too few and too many values, naming both counts", () => {
  const header = [0, 0, 8, 1, 0, 0, 0, 2];
  assertRefused([...header, 5], 1, /^shape 2: expected 2 values, found 1$/);
  assertRefused([...header, 5, 6, 7], 1, /expected 2 values, found 3$/);
  const huge = [0, 0, 8, 3, ...Array(12).fill(255)];
  assertRefused(huge, 3, /^shape 4294967295x.*, found 0$/);
});
