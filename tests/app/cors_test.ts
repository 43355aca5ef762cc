import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { BusyError } from "../../src/workers/errors.ts";
import { sevenPng } from "./drawing.ts";
import { postForm } from "./requests.ts";
import { app, services } from "./services.ts";

const ORIGIN = "https://example.org";
const open = createApp({ ...services, corsOrigin: ORIGIN });
const PREFLIGHT = {
  method: "OPTIONS",
  headers: {
    Origin: ORIGIN,
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "content-type",
  },
};

function granted(response: Response): string | null {
  return response.headers.get("Access-Control-Allow-Origin");
}

Deno.test("scripts of other sites are let in nowhere by default", async () => {
  const headers = { Origin: ORIGIN };
  assert.equal(
    granted(await postForm("/predict", sevenPng, { headers })),
    null,
  );
  const preflight = await app.request("/predict", PREFLIGHT);
  assert.equal(granted(preflight), null);
  assert.equal(preflight.status, 405);
});

Deno.test("scripts of CORS_ORIGIN may ask /predict, also beforehand", async () => {
  const preflight = await open.request("/predict", PREFLIGHT);
  assert.equal(preflight.status, 204);
  assert.equal(granted(preflight), ORIGIN);
  assert.equal(preflight.headers.get("Access-Control-Allow-Methods"), "POST");
  const headers = { Origin: ORIGIN };
  const answer = await postForm("/predict", sevenPng, { headers, to: open });
  assert.equal(answer.status, 200);
  assert.equal(granted(answer), ORIGIN);
});

Deno.test("scripts of no other origin are, and on no other path", async () => {
  const headers = { Origin: "https://example.org.evil.example" };
  const answer = await postForm("/predict", sevenPng, { headers, to: open });
  assert.equal(granted(answer), null);
  for (const path of ["/read", "/corrections", "/session"]) {
    const { status, headers } = await open.request(path, PREFLIGHT);
    assert.ok(status >= 400);
    assert.equal(headers.get("Access-Control-Allow-Origin"), null, path);
  }
});

Deno.test('"*" lets scripts of any site in', async () => {
  const any = createApp({ ...services, corsOrigin: "*" });
  assert.equal(granted(await any.request("/predict", PREFLIGHT)), "*");
});

Deno.test("scripts are also told why they are refused, when to come again, and by which id to report it", async () => {
  const busy = createApp({
    ...services,
    corsOrigin: ORIGIN,
    read: () => Promise.reject(new BusyError("Too many wait.")),
  });
  const headers = { Origin: ORIGIN };
  const answer = await postForm("/predict", sevenPng, { headers, to: busy });
  assert.equal(answer.status, 503);
  assert.equal(granted(answer), ORIGIN);
  assert.equal(
    answer.headers.get("Access-Control-Expose-Headers"),
    "Retry-After,X-Request-Id",
  );
});
