import { SMALL_BODY } from "../../src/http/limits.ts";
import assert from "node:assert/strict";
import { encodePng } from "../../src/png.ts";
import { blankPng, sevenPng } from "./drawing.ts";
import { postBody, postForm } from "./requests.ts";
import { app } from "./services.ts";

const HTMX = { headers: { "HX-Request": "true" } };

Deno.test("/read answers htmx with the result alone", async () => {
  const response = await postForm("/read", sevenPng, HTMX);
  const html = await response.text();
  assert.equal(response.status, 200);
  assert.match(response.headers.get("Content-Type")!, /^text\/html/);
  assert.match(html, /^<section id="result"[^>]* data-text="7"/);
  assert.match(html, /<\/section>$/);
});

Deno.test("/read answers a plain form with the page around the same result", async () => {
  const fragment = await (await postForm("/read", sevenPng, HTMX)).text();
  const page = await (await postForm("/read", sevenPng)).text();
  assert.match(page, /^<!doctype html>/);
  assert.ok(page.includes(fragment));
});

Deno.test("/read shows what each stage saw", async () => {
  const html = await (await postForm("/read", sevenPng, HTMX)).text();
  const figures = html.match(/<figure.*?<\/figure>/gs) ?? [];
  assert.equal(figures.length, 5);
  for (const figure of figures) {
    assert.match(figure, /<img src="data:image\/png;base64,[^"]+" width="\d+"/);
  }
  const seen = figures.filter((figure) => /the network sees/.test(figure));
  assert.match(seen.join(), /width="28" height="28"/);
});

Deno.test("/read names the digit in words and the probability of all ten", async () => {
  const html = await (await postForm("/read", sevenPng, HTMX)).text();
  assert.match(html, /class="verdict">(It is|Probably) a 7</);
  const [bars] = html.match(/<ol class="bars".*?<\/ol>/s) ?? [""];
  assert.equal(bars.match(/<rect/g)?.length, 10);
});

Deno.test("/read says that there is no writing in a picture without ink", async () => {
  const html = await (await postForm("/read", blankPng, HTMX)).text();
  assert.match(html, /data-text=""/);
  assert.match(html, /No writing found/);
});

Deno.test("/read tells htmx and plain forms why a file was not read", async () => {
  const text = new TextEncoder().encode("<b>Not a picture</b>");
  const fragment = await postForm("/read", text, HTMX);
  assert.equal(fragment.status, 415);
  assert.match(
    await fragment.text(),
    /^<section id="result" class="result prob/,
  );
  const page = await postForm("/read", text);
  assert.equal(page.status, 415);
  assert.match(
    await page.text(),
    /^<!doctype html>.*id="result" class="result prob/s,
  );
});

Deno.test("/read does not let a field name write HTML", async () => {
  const field = "<script>alert(1)</script>";
  const response = await postForm("/read", sevenPng, { field });
  assert.equal(response.status, 400);
  assert.ok(!(await response.text()).includes("<script>alert"));
});

Deno.test("/read takes only multipart forms", async () => {
  const response = await postBody("image/png", sevenPng.slice(), "/read");
  assert.equal(response.status, 415);
});

Deno.test("the page of a large picture stays small", async () => {
  const side = 1400;
  const noisy = Uint8Array.from(
    { length: side * side },
    (_, i) => 200 + (i * 2654435761 >>> 27),
  );
  const png = encodePng("gray", side, side, noisy);
  const response = await postForm("/read", png, HTMX);
  const { length } = await response.text();
  assert.ok(length < 400_000, `${length} characters`);
});

Deno.test("GET / answers the page with nothing read yet", async () => {
  const response = await app.request("/");
  const html = await response.text();
  assert.equal(response.status, 200);
  assert.match(html, /<canvas id="pad"/);
  assert.match(html, /id="result"[^>]* data-text=""/);
});

Deno.test("the page holds no inline script, style or handler", async () => {
  const html = await (await postForm("/read", sevenPng)).text();
  assert.doesNotMatch(
    html,
    /<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)/,
  );
});

Deno.test("/read takes less from the sheet than of files", async () => {
  const long = new Uint8Array(SMALL_BODY + 1);
  long.set(sevenPng);
  assert.equal((await postForm("/read", long, HTMX)).status, 200);
  const refused = await postForm("/read?of=sheet", long, HTMX);
  assert.equal(refused.status, 413);
  await refused.body?.cancel();
  const page = await (await app.request("/")).text();
  assert.match(page, /<form class="sheet" action="\/read\?of=sheet"/);
  const read = await postForm("/read?of=sheet", sevenPng, HTMX);
  assert.match(await read.text(), /data-text="7"/);
});
