import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { PictureError } from "../../src/imaging/decode/errors.ts";
import { chooseEngine } from "../../src/inference/choose.ts";
import { parseModel } from "../../src/inference/model.ts";
import { encodePng } from "../../src/png.ts";
import { BusyError, DecodeTimeoutError } from "../../src/workers/errors.ts";
import {
  MAX_PHOTOS_WAITING,
  MAX_QUICK_PIXELS,
} from "../../src/workers/limits.ts";
import {
  createReaderPool,
  type ReaderPool,
} from "../../src/workers/reader_pool.ts";
import { sevenPng } from "../app/drawing.ts";
import { postForm } from "../app/requests.ts";
import { services } from "../app/services.ts";

const WEIGHTS = new URL("../../weights/digits.safetensors", import.meta.url);

async function withPool(
  use: (pool: ReaderPool) => Promise<void>,
): Promise<void> {
  const model = parseModel(Deno.readFileSync(WEIGHTS));
  const pool = createReaderPool({
    source: new URL("../../src/", import.meta.url),
    start: { model, program: chooseEngine(model, "auto").program },
    onWornOut: (reason) => assert.fail(reason),
  });
  try {
    await use(pool);
  } finally {
    pool.close();
  }
}

const side = Math.ceil(Math.sqrt(MAX_QUICK_PIXELS)) + 1;
/** A few bytes, but too many pixels for the quick way. */
const photo = encodePng(
  "gray",
  side,
  side,
  new Uint8Array(side ** 2).fill(255),
);

Deno.test("a worker reads and draws what is read and drawn here, bit for bit", () =>
  withPool(async (pool) => {
    const { timing: _, ...here } = (await services.show(sevenPng)).reading;
    const { timing: __, ...there } =
      (await pool.show(sevenPng.slice())).reading;
    assert.deepEqual(there, here);
    assert.deepEqual(
      (await pool.show(sevenPng.slice())).stages,
      (await services.show(sevenPng)).stages,
    );
  }));

Deno.test("what is no picture is refused by either lane as it is here", () =>
  withPool(async (pool) => {
    const broken = sevenPng.slice(0, sevenPng.length - 40);
    const claims = photo.slice(0, photo.length - 40);
    for (const bytes of [new Uint8Array(), broken, claims]) {
      const expected = await services.read(bytes.slice()).catch((e) => e);
      await assert.rejects(pool.read(bytes), (error) => {
        assert.ok(error instanceof PictureError);
        assert.equal(error.kind, expected.kind);
        assert.equal(error.message, expected.message);
        return true;
      });
    }
  }));

Deno.test("a drawing does not wait behind photos, of which too many are refused", () =>
  withPool(async (pool) => {
    // Ready, so that all of the photos come to stand in the queue.
    await pool.read(photo.slice());
    const told: string[] = [];
    const photos = Array.from(
      { length: MAX_PHOTOS_WAITING + 9 },
      () =>
        pool.read(photo.slice()).then(
          () => told.push("photo"),
          (error) => {
            assert.ok(error instanceof BusyError, String(error));
            told.push("busy");
          },
        ),
    );
    await pool.read(sevenPng.slice());
    told.push("drawing");
    await Promise.all(photos);
    assert.ok(told.includes("busy"));
    assert.ok(told.indexOf("drawing") < told.lastIndexOf("photo"), `${told}`);
  }));

Deno.test("a busy server answers 503, and when to ask again", async () => {
  const refuse = () => Promise.reject(new BusyError("Too many wait."));
  const busy = createApp({ ...services, read: refuse, show: refuse });
  for (const path of ["/predict", "/read"]) {
    const response = await postForm(path, sevenPng, { to: busy });
    assert.equal(response.status, 503);
    assert.match(response.headers.get("Retry-After") ?? "", /^\d+$/);
    assert.match(await response.text(), /Too (many wait|busy)/);
  }
});

Deno.test("a picture that takes too long is refused for good, in words of its own", async () => {
  const refuse = () => Promise.reject(new DecodeTimeoutError(8000));
  const slow = createApp({ ...services, read: refuse, show: refuse });
  const answers: [path: string, language: string, told: RegExp][] = [
    ["/predict", "en", /takes too long to read.*8 seconds.*[Cc]rop it/],
    ["/read", "en", /takes too long to read.*Crop it/],
    ["/read", "ru", /читается слишком долго.*Обрежьте/],
  ];
  for (const [path, language, told] of answers) {
    const headers = { "Accept-Language": language };
    const response = await postForm(path, sevenPng, { to: slow, headers });
    assert.equal(response.status, 422);
    assert.equal(response.headers.get("Retry-After"), null);
    assert.match(await response.text(), told);
  }
});
