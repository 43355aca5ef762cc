import assert from "node:assert/strict";
import { readPatiently } from "../../src/routes/predict/read_patiently.ts";
import { BusyError, WorkerError } from "../../src/workers/errors.ts";
import { madeReading } from "./made_reading.ts";

const bytes = Uint8Array.of(1);

Deno.test("a picture is asked for until there is a place for it", async () => {
  let asked = 0;
  const read = readPatiently(() => {
    if (++asked < 5) return Promise.reject(new BusyError("full"));
    return Promise.resolve({ reading: madeReading("7"), decode: 0 });
  }, { pause: 1 });
  assert.equal((await read(bytes)).reading.text, "7");
  assert.equal(asked, 5);
});

Deno.test("patience ends with what was answered last", async () => {
  let asked = 0;
  const read = readPatiently(() => {
    asked++;
    return Promise.reject(new BusyError("full"));
  }, { pause: 1, patience: 20 });
  await assert.rejects(read(bytes), BusyError);
  assert.ok(asked > 1);
});

Deno.test("nothing else is asked for again", async () => {
  let asked = 0;
  const read = readPatiently(() => {
    asked++;
    return Promise.reject(new WorkerError("crashed"));
  }, { pause: 1 });
  await assert.rejects(read(bytes), WorkerError);
  assert.equal(asked, 1);
});
