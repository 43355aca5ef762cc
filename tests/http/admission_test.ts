import assert from "node:assert/strict";
import { createAdmission } from "../../src/http/admission.ts";
import {
  MAX_LARGE_BYTES,
  MAX_SMALL_BYTES,
  SMALL_BODY,
  UNKNOWN_BODY,
} from "../../src/http/limits.ts";
import { BusyError } from "../../src/workers/errors.ts";

const PHOTO = 4 * SMALL_BODY;

Deno.test("photos are let in until their lane is full, and again when one is done", () => {
  const { admit } = createAdmission();
  const held = Array.from(
    { length: MAX_LARGE_BYTES / PHOTO },
    () => admit(PHOTO),
  );
  assert.throws(() => admit(PHOTO), BusyError);
  held[0]!();
  admit(PHOTO);
  assert.throws(() => admit(PHOTO), BusyError);
});

Deno.test("drawings are let in while photos have taken all of their room", () => {
  const { admit } = createAdmission();
  for (let taken = 0; taken < MAX_LARGE_BYTES; taken += PHOTO) admit(PHOTO);
  assert.throws(() => admit(PHOTO), BusyError);
  admit(SMALL_BODY);
});

Deno.test("a thousand stalled senders of a few bytes leave room for drawings", () => {
  const { admit } = createAdmission();
  for (let sender = 0; sender < 1000; sender++) admit(100);
  admit(20_000);
});

Deno.test("a body of unknown length counts as the largest there may be", () => {
  const { admit } = createAdmission();
  const senders = MAX_LARGE_BYTES / UNKNOWN_BODY;
  for (let sender = 0; sender < senders; sender++) admit(NaN);
  assert.throws(() => admit(NaN), BusyError);
});

Deno.test("one body alone is let in whatever it announces: it is refused by its length later", () => {
  createAdmission().admit(10 * MAX_LARGE_BYTES);
  const { admit } = createAdmission();
  for (let taken = 0; taken < MAX_SMALL_BYTES; taken += SMALL_BODY) {
    admit(SMALL_BODY);
  }
  assert.throws(() => admit(SMALL_BODY), BusyError);
});
