import assert from "node:assert/strict";
import { decode } from "../../src/imaging/decode/decode.ts";
import { PictureError } from "../../src/imaging/decode/errors.ts";
import { MAX_BODY_BYTES } from "../../src/routes/bodies/receive_body.ts";
import { ATTACKS } from "./attacks.ts";

/** What comes of a file: `read`, or the kind of its refusal. */
function outcome(bytes: Uint8Array): string {
  try {
    decode(bytes);
    return "read";
  } catch (error) {
    assert.ok(error instanceof PictureError, String(error));
    return error.kind;
  }
}

for (const { name, outcome: expected, make } of ATTACKS) {
  Deno.test(`${name}: ${expected}`, () => {
    const bytes = make();
    assert.ok(bytes.length <= MAX_BODY_BYTES, `${bytes.length} bytes`);
    const found = outcome(bytes);
    if (expected !== "either") assert.equal(found, expected);
  });
}
