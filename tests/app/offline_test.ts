import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { answersOffline, createOfflineApp } from "../../src/offline/app.ts";
import type { Kept } from "../../src/offline/kept.ts";
import { blankPng, sevenPng } from "./drawing.ts";
import { otherWeights } from "./other_weights.ts";
import { postForm } from "./requests.ts";
import { app, services } from "./services.ts";

const FRAGMENT = { headers: { "HX-Request": "true" } };
const MARK = /<p class="on-device" data-offline="true">([^<]*)<\/p>/;
const device = createOfflineApp(services);

/** What the server tells the worker to keep. */
async function readKept(server: typeof app): Promise<Kept> {
  const script = await (await server.request("/offline.js")).text();
  return JSON.parse(script.match(/^const KEPT = (.*);\n/)![1]!);
}

Deno.test("/offline.js is asked for on each visit, and not sent twice", async () => {
  const response = await app.request("/offline.js");
  const etag = response.headers.get("ETag")!;
  assert.equal(response.status, 200);
  assert.match(response.headers.get("Content-Type")!, /^text\/javascript/);
  assert.equal(response.headers.get("Cache-Control"), "public, no-cache");
  await response.body?.cancel();
  const headers = { "If-None-Match": etag };
  assert.equal((await app.request("/offline.js", { headers })).status, 304);
});

Deno.test("the worker may fetch from here and run WebAssembly, and no more", async () => {
  const { headers, body } = await app.request("/offline.js");
  await body?.cancel();
  assert.equal(
    headers.get("Content-Security-Policy"),
    "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'",
  );
  assert.equal(headers.get("X-Content-Type-Options"), "nosniff");
});

Deno.test("everything that the worker is to keep is there", async () => {
  const { pages, files, weights } = await readKept(app);
  for (const path of [...pages, ...files, weights]) {
    const response = await app.request(path);
    assert.equal(response.status, 200, path);
    await response.body?.cancel();
  }
});

Deno.test("everything that the kept pages name is kept", async () => {
  const { pages, files } = await readKept(app);
  for (const page of pages) {
    const html = await (await app.request(page)).text();
    for (const [, path] of html.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)) {
      assert.ok(files.includes(path!), path);
    }
  }
});

Deno.test("weights are sent as they are, for good, under no other name", async () => {
  const { weights } = await readKept(app);
  const response = await app.request(weights);
  assert.match(response.headers.get("Cache-Control")!, /immutable/);
  assert.deepEqual(
    new Uint8Array(await response.arrayBuffer()),
    services.weights,
  );
  assert.equal((await app.request("/weights/none.safetensors")).status, 404);
});

Deno.test("other weights make another version at another address", async () => {
  const before = await readKept(app);
  const after = await readKept(createApp(otherWeights(services)));
  assert.notEqual(after.version, before.version);
  assert.notEqual(after.weights, before.weights);
  assert.deepEqual(await readKept(app), before);
});

Deno.test("a device answers what it says it answers", () => {
  const posts = device.routes.filter(({ method }) => method === "POST");
  assert.ok(posts.length > 0);
  for (const { method, path } of posts) assert.ok(answersOffline(method, path));
  assert.ok(!answersOffline("GET", "/read"));
  assert.ok(!answersOffline("POST", "/constructor"));
  assert.ok(!answersOffline("POST", "/predict"));
});

for (
  const [name, bytes] of [
    ["a digit", sevenPng],
    ["an empty sheet", blankPng],
    ["no picture", new TextEncoder().encode("Not a picture.")],
  ] as const
) {
  Deno.test(`a device answers ${name} as the server does, and says so`, async () => {
    const there = await (await postForm("/read", bytes, FRAGMENT)).text();
    const response = await postForm("/read", bytes, {
      ...FRAGMENT,
      to: device,
    });
    const here = await response.text();
    assert.doesNotMatch(there, /data-offline/);
    assert.match(here, MARK);
    assert.equal(here.replace(MARK, ""), there);
  });
}

Deno.test("a device answers in the language of the request", async () => {
  const headers = { ...FRAGMENT.headers, "Accept-Language": "ru" };
  const response = await postForm("/read", sevenPng, { headers, to: device });
  assert.match((await response.text()).match(MARK)![1]!, /на этом устройстве/);
});

Deno.test("pages say in which language they are", async () => {
  const language = async (path: string, headers: Record<string, string>) =>
    (await app.request(path, { headers })).headers.get("Content-Language");
  assert.equal(await language("/", {}), "en");
  assert.equal(await language("/", { "Accept-Language": "ru" }), "ru");
  assert.equal(await language("/", { Cookie: "language=ru" }), "ru");
  assert.equal(await language("/healthz", {}), null);
});
