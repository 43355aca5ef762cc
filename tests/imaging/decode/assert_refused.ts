import assert from "node:assert/strict";
import { decode } from "../../../src/imaging/decode/decode.ts";
import {
  PictureError,
  type PictureErrorKind,
} from "../../../src/imaging/decode/errors.ts";

/** Fails unless `bytes` are refused as `kind`, saying `message`. */
export function assertRefused(
  bytes: Uint8Array,
  kind: PictureErrorKind,
  message: RegExp,
): void {
  assert.throws(() => decode(bytes), (error) => {
    assert.ok(error instanceof PictureError, String(error));
    assert.match(error.message, message);
    assert.equal(error.kind, kind, error.message);
    return true;
  });
}

/** Decodes; whether it could. Fails on any error but PictureError. */
export function survives(bytes: Uint8Array): boolean {
  try {
    const { width, height, rgba } = decode(bytes);
    assert.equal(rgba.length, 4 * width * height);
    return true;
  } catch (error) {
    assert.ok(error instanceof PictureError, String(error));
    return false;
  }
}
