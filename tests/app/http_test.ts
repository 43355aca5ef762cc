import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { createLog } from "../../src/log.ts";
import { MAX_BODY_BYTES } from "../../src/routes/bodies/receive_body.ts";
import { sevenPng } from "./drawing.ts";
import { assertProblem } from "./requests.ts";
import { app, services } from "./services.ts";

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; " +
  "img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; " +
  "manifest-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'";
/** Files are no pages: they load nothing. */
const POLICY_OF_FILES = "default-src 'none'; frame-ancestors 'none'";

for (
  const [path, policy] of [
    ["/", POLICY],
    ["/healthz", POLICY],
    ["/static/pad/pad.js", POLICY_OF_FILES],
    ["/static/icon.svg", POLICY_OF_FILES],
    ["/nowhere", POLICY],
  ] as const
) {
  Deno.test(`${path} is sent with strict security headers`, async () => {
    const { headers } = await app.request(path);
    assert.equal(headers.get("Content-Security-Policy"), policy);
    assert.equal(headers.get("X-Content-Type-Options"), "nosniff");
    assert.equal(headers.get("X-Frame-Options"), "DENY");
    assert.equal(headers.get("Referrer-Policy"), "same-origin");
  });
}

Deno.test("/healthz names the engine and the model", async () => {
  const response = await app.request("/healthz");
  const { name, version } = services.model;
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), {
    status: "ok",
    engine: services.engine,
    model: { name, version },
  });
});

Deno.test("an unknown address is 404", async () => {
  await assertProblem(await app.request("/nowhere"), 404, /\/nowhere/);
  await assertProblem(await app.request("/static/none.js"), 404, /file/);
});

Deno.test("an unknown address opened in a browser is a page", async () => {
  const headers = { Accept: "text/html,application/xhtml+xml" };
  const response = await app.request("/nowhere", { headers });
  assert.equal(response.status, 404);
  assert.match(await response.text(), /<!doctype html>.*No such page/s);
});

const methods: [method: string, path: string, allow: string][] = [
  ["GET", "/predict", "POST"],
  ["PUT", "/predict", "POST"],
  ["POST", "/", "GET, HEAD"],
  ["DELETE", "/healthz", "GET, HEAD"],
  ["GET", "/thinking", "POST"],
  ["GET", "/growth", "POST"],
  ["POST", "/static/pad/pad.js", "GET, HEAD"],
];
for (const [method, path, allow] of methods) {
  Deno.test(`${method} ${path} is 405 and allows ${allow}`, async () => {
    const response = await app.request(path, { method });
    assert.equal(response.headers.get("Allow"), allow);
    await assertProblem(response, 405, new RegExp(`takes ${allow}`));
  });
}

Deno.test("every route names its methods to who asks with another", async () => {
  const paths = new Set(app.routes.map(({ path }) => path))
    .difference(new Set(["/*", "*"]));
  assert.ok(paths.size > 10);
  for (const path of paths) {
    const response = await app.request(path.replace(/:\w+(\{.*\})?/g, "x"), {
      method: "PATCH",
    });
    assert.equal(response.status, 405, path);
    assert.match(response.headers.get("Allow") ?? "", /GET|POST/, path);
    const isPage = path === "/read" || path === "/preferences";
    if (path.startsWith("/v2")) {
      assert.match((await response.json()).error, /takes/);
    } else if (!isPage) await assertProblem(response, 405, /takes/);
  }
});

Deno.test("who sends no body is let in beside those who fill the room for bodies", async () => {
  const own = createApp(services);
  const controller = new AbortController();
  const uploads = Array.from({ length: 5 }, () =>
    own.request("/predict", {
      method: "POST",
      headers: {
        "Content-Type": "image/png",
        "Content-Length": String(MAX_BODY_BYTES),
      },
      body: new ReadableStream({
        start(stream) {
          controller.signal.addEventListener("abort", () => stream.close());
        },
      }),
    }));
  // The fifth found no room.
  assert.equal((await uploads[4]!).status, 503);
  assert.equal(
    (await own.request("/predict", { method: "OPTIONS" })).status,
    405,
  );
  controller.abort();
  await Promise.all(uploads);
});

Deno.test("HEAD is answered like GET without a body", async () => {
  const response = await app.request("/", { method: "HEAD" });
  assert.equal(response.status, 200);
  assert.equal(await response.text(), "");
});

for (
  const [name, type] of [
    ["htmx.min.js", "text/javascript; charset=utf-8"],
    ["online.js", "text/javascript; charset=utf-8"],
    ["pad/pad.js", "text/javascript; charset=utf-8"],
    ["samples/digit.png", "image/png"],
    ["samples/amount.jpg", "image/jpeg"],
    ["result.js", "text/javascript; charset=utf-8"],
    ["theme.js", "text/javascript; charset=utf-8"],
    ["growth.js", "text/javascript; charset=utf-8"],
    ["thinking.css", "text/css; charset=utf-8"],
    ["thinking.js", "text/javascript; charset=utf-8"],
    ["unreachable.js", "text/javascript; charset=utf-8"],
    ["site.css", "text/css; charset=utf-8"],
    ["charts.css", "text/css; charset=utf-8"],
    ["model.css", "text/css; charset=utf-8"],
    ["input.css", "text/css; charset=utf-8"],
    ["result.css", "text/css; charset=utf-8"],
    ["icon.svg", "image/svg+xml"],
    ["manifest.webmanifest", "application/manifest+json"],
  ] as const
) {
  Deno.test(`/static/${name} has a strong tag, and is not sent twice`, async () => {
    const path = `/static/${name}`;
    const response = await app.request(path);
    const etag = response.headers.get("ETag")!;
    assert.match(etag, /^"[0-9a-f]{32}"$/);
    assert.equal(response.headers.get("Content-Type"), type);
    assert.equal(response.headers.get("Cache-Control"), "public, no-cache");
    assert.ok((await response.text()).length > 0);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const headers = { "If-None-Match": tag };
      const again = await app.request(path, { headers });
      assert.equal(again.status, 304, tag);
      assert.equal(again.headers.get("ETag"), etag);
      assert.equal(await again.text(), "");
    }
    const headers = { "If-None-Match": '"other"' };
    assert.equal((await app.request(path, { headers })).status, 200);
  });
}

for (
  const [asked, there] of [
    ["/docs/", "/docs"],
    ["/model/?x=1&y", "/model?x=1&y"],
    ["/v2/", "/v2"],
    ["/v2/models/digits/", "/v2/models/digits"],
    ["/v2/models/a%2Fb/", "/v2/models/a%2Fb"],
  ] as const
) {
  Deno.test(`GET and HEAD ${asked} lead to ${there}`, async () => {
    for (const method of ["GET", "HEAD"]) {
      const response = await app.request(asked, { method });
      assert.equal(response.status, 301, method);
      assert.equal(response.headers.get("Location"), there);
    }
  });
}

Deno.test("a slash too many leads nowhere else", async () => {
  const others = ["/docs//", "/nowhere/", "/predict/", "//evil.example/"];
  for (const path of others) {
    const response = await app.request(`http://localhost${path}`);
    assert.equal(response.status, 404, path);
  }
  const posted = await app.request("/predict/", { method: "POST" });
  assert.equal(posted.status, 404);
});

Deno.test("every file that the page names is there", async () => {
  const html = await (await app.request("/")).text();
  const paths = [...html.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)];
  assert.ok(paths.length >= 4);
  for (const [, path] of paths) {
    assert.equal((await app.request(path!)).status, 200, path);
  }
});

Deno.test("an unforeseen error is logged, and answered 500 without its text", async () => {
  const lines: string[] = [];
  const broken = createApp({
    ...services,
    read: () => Promise.reject(new Error("the secret inside")),
    log: createLog("error", { write: (line) => lines.push(line) }),
  });
  const response = await broken.request("/predict", {
    method: "POST",
    headers: { "Content-Type": "image/png" },
    body: sevenPng.slice(),
  });
  await assertProblem(response, 500, /^The server failed/);
  assert.match(lines.join("\n"), /the secret inside/);
});

Deno.test("/readyz says when to send requests, and when no more", async () => {
  for (
    const [stage, status] of [
      ["starting", 503],
      ["ready", 200],
      ["draining", 503],
    ] as const
  ) {
    const own = createApp({ ...services, lifecycle: { stage } });
    const response = await own.request("/readyz");
    assert.equal(response.status, status);
    assert.equal(response.headers.get("Cache-Control"), "no-store");
    assert.deepEqual(await response.json(), { status: stage });
  }
});
