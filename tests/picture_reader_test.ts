import assert from "node:assert/strict";
import { decodeForNow } from "../src/imaging/decode/decode.ts";
import { createPictureReader } from "../src/picture_reader.ts";
import { makeGrayPng } from "./imaging/make_png.ts";
import { recognizer } from "./reading/recognizer.ts";

const SIDE = 64;

/** A bar on white. */
function bar(left: number): Uint8Array {
  const gray = Uint8Array.from(
    { length: SIDE ** 2 },
    (_, i) =>
      i % SIDE >= left && i % SIDE < left + 6 && i > 12 * SIDE &&
        i < 52 * SIDE
        ? 0
        : 255,
  );
  return makeGrayPng(SIDE, SIDE, gray);
}

Deno.test("pictures that are sent at once are shown as each was sent", async () => {
  const reader = createPictureReader(decodeForNow, recognizer);
  const sent = [bar(20), bar(40)];
  const alone = [];
  for (const file of sent) alone.push(await reader.show(file));
  const together = await Promise.all(sent.map((file) => reader.show(file)));
  for (const [i, { reading, stages }] of together.entries()) {
    assert.deepEqual(stages, alone[i]!.stages);
    assert.deepEqual(reading.digits, alone[i]!.reading.digits);
  }
  assert.notDeepEqual(together[0]!.stages, together[1]!.stages);
});
