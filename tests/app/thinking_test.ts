import assert from "node:assert/strict";
import { encodePng } from "../../src/png.ts";
import { MAX_PIXELS_FORM_BYTES } from "../../src/routes/bodies/form_pixels.ts";
import { sevenPng } from "./drawing.ts";
import { assertProblem, postBody, postForm } from "./requests.ts";
import { app, services } from "./services.ts";

const HTMX: Record<string, string> = { "HX-Request": "true" };
const MAX_FRAGMENT = 120_000;

const [digit] = (await services.read(sevenPng)).reading.digits;
const seven = Uint8Array.from(
  digit!.normalized,
  (ink) => Math.round(255 * ink),
).toBase64();

function ask(
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams(fields);
  return Promise.resolve(
    app.request("/thinking", { method: "POST", headers, body }),
  );
}

const think = async (pixels: string, headers = HTMX) =>
  await (await ask({ pixels }, headers)).text();

Deno.test("/read gives each digit a form that asks about what the network saw", async () => {
  const html = await (await postForm("/read", sevenPng, { headers: HTMX }))
    .text();
  const [, pixels] =
    html.match(/hx-post="\/thinking".*?name="pixels" value="([^"]+)"/s) ?? [];
  assert.equal(pixels, seven);
});

Deno.test("/thinking answers the evidence and a picture of every layer, each in words", async () => {
  const html = await think(seven);
  const figures = html.match(/<figure.*?<\/figure>/gs) ?? [];
  assert.equal(figures.length, 6);
  for (const figure of figures) {
    assert.match(figure, /<img src="data:image\/png;base64,[^"]+" width="\d+"/);
    assert.match(figure, / alt="[^"]{20,}"/);
    assert.match(figure, /<figcaption>.*<b>[^<]+<\/b>.*<span>[^<]{20,}/s);
  }
  assert.match(figures[0]!, /Why 7/);
  assert.match(figures[1]!, /Layer 1.*24 detectors/s);
  assert.match(figures[5]!, /Layer 5.*72 detectors/s);
  assert.ok(html.length < MAX_FRAGMENT, `${html.length} characters`);
});

Deno.test("/thinking of noise, which packs badly, stays small as well", async () => {
  const noise = Uint8Array.from(
    { length: 784 },
    (_, i) => i * 2654435761 >>> 24,
  );
  const { length } = await think(noise.toBase64());
  assert.ok(length < MAX_FRAGMENT, `${length} characters`);
});

Deno.test("/thinking says the same each time", async () => {
  assert.equal(await think(seven), await think(seven));
});

Deno.test("/thinking speaks the reader's language", async () => {
  const html = await think(seven, { ...HTMX, "Accept-Language": "ru" });
  assert.match(html, /Почему 7/);
  assert.match(html, /24 детектора/);
  assert.match(html, /72 детектора/);
  assert.match(html, /40 детекторов/);
});

Deno.test("/thinking answers a plain form with a page on which it is open", async () => {
  const fragment = await think(seven);
  const response = await ask({ pixels: seven });
  const html = await response.text();
  assert.equal(response.status, 200);
  assert.match(html, /^<!doctype html>/);
  assert.match(html, /id="result"[^>]* data-text="7"/);
  assert.match(html, /<details class="insight thinking" open/);
  assert.ok(html.includes(fragment));
  assert.doesNotMatch(html, /\sstyle=|\son[a-z]+=/);
});

Deno.test("/thinking takes a multipart form too", async () => {
  const body = new FormData();
  body.append("pixels", seven);
  const response = await app.request("/thinking", {
    method: "POST",
    headers: HTMX,
    body,
  });
  assert.equal(await response.text(), await think(seven));
});

Deno.test("/thinking of an empty image is that of no digit", async () => {
  const empty = new Uint8Array(784).toBase64();
  assert.match(await think(empty), /<img .*Why/s);
  assert.match(await (await ask({ pixels: empty })).text(), /id="result"/);
});

for (
  const [what, fields, expected] of [
    ["no pixels", {}, /the form has no fields/],
    ["what is not base64", { pixels: "a*" }, /not base64/],
    ["a pixel too few", { pixels: btoa("a".repeat(783)) }, /784.*found 783/],
    ["a pixel too many", { pixels: btoa("a".repeat(785)) }, /784.*found 785/],
  ] as const
) {
  Deno.test(`/thinking refuses ${what}`, async () => {
    await assertProblem(await ask({ ...fields }), 400, expected);
  });
}

Deno.test("/thinking refuses what is no form", async () => {
  const json = await postBody("application/json", "{}", "/thinking");
  await assertProblem(json, 415, /x-www-form-urlencoded.*application\/json/);
});

Deno.test("/thinking refuses two images, and a file in place of one", async () => {
  const twice = new URLSearchParams([["pixels", seven], ["pixels", seven]]);
  const two = await app.request("/thinking", { method: "POST", body: twice });
  await assertProblem(two, 400, /one text/);
  const file = new FormData();
  file.append("pixels", new File(["x"], "x.png"));
  const sent = await app.request("/thinking", { method: "POST", body: file });
  await assertProblem(sent, 400, /one text/);
});

Deno.test("/thinking refuses more bytes than pixels have", async () => {
  const pixels = "A".repeat(MAX_PIXELS_FORM_BYTES);
  await assertProblem(await ask({ pixels }), 413, /4 KiB/);
});

Deno.test("/thinking tells a problem in the place of the pictures, and does not let it write HTML", async () => {
  const response = await ask({ "<b>x</b>": "1" }, HTMX);
  const html = await response.text();
  assert.equal(response.status, 400);
  assert.match(html, /^<p role="alert"[^>]*><b>It could not be read\.<\/b>/);
  assert.ok(!html.includes("<b>x"));
});

Deno.test("/thinking sent by a browser without scripts tells a problem as a page", async () => {
  const response = await ask({ pixels: "a*" }, { Accept: "text/html" });
  assert.equal(response.status, 400);
  assert.match(
    await response.text(),
    /^<!doctype html>.*It could not be read/s,
  );
});

Deno.test("the page keeps the place of thinking before anything is written", async () => {
  const html = await (await app.request("/")).text();
  assert.match(html, /<details class="insight thinking"/);
  assert.doesNotMatch(html, /hx-post="\/thinking"/);
});

Deno.test("of two pictures with other pixels the forms have other names", async () => {
  const name = async (png: Uint8Array) => {
    const html = await (await postForm("/read", png, { headers: HTMX })).text();
    return html.match(/<form id="(thinking-[^"]+)"/)?.[1];
  };
  const square = Uint8Array.from(
    { length: 100 * 100 },
    (_, i) => Math.abs(i % 100 - 50) < 4 ? 0 : 255,
  );
  const other = encodePng("gray", 100, 100, square);
  assert.equal(await name(sevenPng), await name(sevenPng));
  assert.notEqual(await name(sevenPng), await name(other));
});
