import assert from "node:assert/strict";
import { encodePng } from "../../src/png.ts";
import { MAX_MOMENTS } from "../../src/routes/bodies/form_pictures.ts";
import { blankPng, drawGray, SEVEN, sevenPng, SIDE } from "./drawing.ts";
import { assertProblem, postBody } from "./requests.ts";
import { app } from "./services.ts";

const HTMX: Record<string, string> = { "HX-Request": "true" };
const stemPng = encodePng("gray", SIDE, SIDE, drawGray(SEVEN.slice(1)));

function grow(
  pictures: readonly Uint8Array[],
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new FormData();
  for (const picture of pictures) {
    body.append("image", new File([picture.slice()], "stroke.png"));
  }
  return Promise.resolve(
    app.request("/growth", { method: "POST", headers, body }),
  );
}

const film = async (pictures: readonly Uint8Array[]) =>
  await (await grow(pictures, HTMX)).text();

/** What each moment says was read. */
const texts = (html: string) =>
  [...html.matchAll(/<li.*?<b>([^<]*)<\/b>.*?<\/li>/gs)].map(([, text]) =>
    text
  );

Deno.test("/growth answers a moment for each picture, in their order", async () => {
  const html = await film([stemPng, sevenPng]);
  assert.deepEqual(texts(html), ["1", "7"]);
  assert.match(html, /alt="The writing at step 1 of 2"/);
  assert.match(html, /alt="The writing at step 2 of 2"/);
});

Deno.test("/growth marks the moments at which the answer was the last one", async () => {
  const html = await film([sevenPng, stemPng, sevenPng]);
  const marks = [...html.matchAll(/<li( class="kept")?/g)].map(([, kept]) =>
    kept !== undefined
  );
  assert.deepEqual(marks, [true, false, true]);
});

Deno.test("/growth shows a moment without writing as one", async () => {
  const html = await film([blankPng, sevenPng]);
  assert.deepEqual(texts(html), ["", "7"]);
  assert.match(html, /nothing read/);
});

Deno.test(`/growth takes ${MAX_MOMENTS} pictures, and answers few bytes`, async () => {
  const html = await film(Array.from({ length: MAX_MOMENTS }, () => sevenPng));
  assert.equal(texts(html).length, MAX_MOMENTS);
  assert.ok(html.length < 120_000, `${html.length} characters`);
});

Deno.test("/growth answers a plain form with the page around the same film", async () => {
  const html = await (await grow([sevenPng])).text();
  assert.match(html, /^<!doctype html>/);
  assert.ok(html.includes(await film([sevenPng])));
});

Deno.test("/growth answers a plain form as what was read last, or as blank", async () => {
  for (
    const [last, state, text] of [
      [sevenPng, "read", "7"],
      [blankPng, "blank", ""],
    ] as const
  ) {
    const html = await (await grow([stemPng, last])).text();
    const result = html.match(/<section id="result"[^>]*>/)?.[0] ?? "";
    assert.match(result, new RegExp(`class="result ${state}"`));
    assert.match(result, new RegExp(`data-text="${text}"`));
  }
});

Deno.test("/growth refuses no pictures, and too many", async () => {
  await assertProblem(await grow([]), 400, /1 to 24 files/);
  const many = Array.from({ length: MAX_MOMENTS + 1 }, () => blankPng);
  await assertProblem(await grow(many), 400, /1 to 24 files.*found 25/);
});

Deno.test("/growth refuses what is no picture", async () => {
  const text = new TextEncoder().encode("no picture");
  await assertProblem(await grow([sevenPng, text]), 415, /./);
});

Deno.test("/growth refuses pictures larger than a sheet", async () => {
  const side = 800;
  const large = encodePng("gray", side, side, new Uint8Array(side * side));
  await assertProblem(await grow([large]), 413, /524288 pixels.*800 x 800/);
});

Deno.test("/growth refuses what is no multipart form", async () => {
  const response = await postBody("image/png", sevenPng.slice(), "/growth");
  await assertProblem(response, 415, /multipart\/form-data.*image\/png/);
});
