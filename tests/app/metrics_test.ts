import assert from "node:assert/strict";
import { createTokenCheck } from "../../src/access/token.ts";
import { createApp } from "../../src/app.ts";
import type { Services } from "../../src/routes/services.ts";
import { BusyError, DecodeTimeoutError } from "../../src/workers/errors.ts";
import {
  parseExposition,
  type Scraped,
  valueOf,
} from "../telemetry/parse_exposition.ts";
import { sevenPng } from "./drawing.ts";
import { assertProblem, postForm } from "./requests.ts";
import { services } from "./services.ts";

const TOKEN = "a-token-of-the-scraper";

type App = ReturnType<typeof createApp>;

async function scrape(app: App): Promise<Scraped[]> {
  const response = await app.request("/metrics");
  assert.equal(response.status, 200);
  assert.equal(
    response.headers.get("Content-Type"),
    "text/plain; version=0.0.4; charset=utf-8",
  );
  assert.equal(response.headers.get("Cache-Control"), "no-store");
  return parseExposition(await response.text());
}

function predict(app: App, pixels: readonly number[]): Promise<Response> {
  return Promise.resolve(app.request("/predict", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ pixels }),
  }));
}

const failing = (error: Error): Services => ({
  ...services,
  read: () => Promise.reject(error),
});

Deno.test("what is read is counted by digit and verdict", async () => {
  const app = createApp(services);
  for (let i = 0; i < 3; i++) await postForm("/predict", sevenPng, { to: app });
  await postForm("/read", sevenPng, { to: app });
  await predict(app, Array<number>(784).fill(0));
  const scraped = await scrape(app);
  const seven = { digit: "7", verdict: "sure" };
  assert.equal(valueOf(scraped, "inkling_digits_total", seven), 4);
  assert.equal(valueOf(scraped, "inkling_digits_total"), 4);
  const found = (found: string) =>
    valueOf(scraped, "inkling_pictures_total", { found });
  assert.deepEqual(["digits", "blank", "crowded"].map(found), [4, 1, 0]);
});

Deno.test("requests are measured by the pattern of their route", async () => {
  const app = createApp(services);
  await postForm("/predict", sevenPng, { to: app });
  await app.request("/static/site.css");
  await app.request("/static/pad/pad.js");
  const scraped = await scrape(app);
  const count = (labels: Record<string, string>) =>
    valueOf(scraped, "http_request_duration_seconds_count", labels);
  const status = "200";
  assert.equal(count({ method: "POST", route: "/predict", status }), 1);
  assert.equal(count({ method: "GET", route: "/static/:name{.+}", status }), 2);
  for (const stage of ["receive", "decode", "imaging", "inference", "render"]) {
    const name = "inkling_stage_duration_seconds_count";
    assert.equal(valueOf(scraped, name, { stage }), 1, stage);
  }
});

Deno.test("however many addresses and methods are tried, they count as one", async () => {
  const app = createApp(services);
  const series = async () =>
    (await scrape(app)).filter(({ name }) =>
      name === "http_request_duration_seconds_count"
    );
  await series();
  for (let i = 0; i < 20; i++) {
    await app.request(`/nowhere/${i}`);
    await app.request("/", { method: `TRY${i}` });
  }
  const seen = (await series()).map(({ labels, value }) => [labels, value]);
  const route = "none";
  assert.deepEqual(seen, [
    [{ method: "GET", route: "/metrics", status: "200" }, 1],
    [{ method: "GET", route, status: "404" }, 20],
    [{ method: "other", route, status: "405" }, 20],
  ]);
});

const refusals: [reason: string, given: Services, bytes: Uint8Array][] = [
  ["busy", failing(new BusyError("Later.")), sevenPng],
  ["deadline", failing(new DecodeTimeoutError(8000)), sevenPng],
  ["size", services, new Uint8Array(11 * 2 ** 20)],
];
for (const [reason, given, bytes] of refusals) {
  Deno.test(`requests that are refused are counted: ${reason}`, async () => {
    const app = createApp(given);
    const name = "inkling_refused_requests_total";
    const told = (await scrape(app)).filter((sample) => sample.name === name);
    assert.ok(told.length >= 5 && told.every(({ value }) => value === 0));
    await (await postForm("/predict", bytes, { to: app })).body?.cancel();
    const scraped = await scrape(app);
    assert.equal(valueOf(scraped, name, { reason }), 1);
    assert.equal(valueOf(scraped, name), 1);
  });
}

Deno.test("the scrape itself is the only request in flight when all is quiet", async () => {
  const app = createApp(failing(new Error("broken")));
  await (await postForm("/predict", sevenPng, { to: app })).body?.cancel();
  assert.equal(valueOf(await scrape(app), "http_requests_in_flight"), 1);
});

Deno.test("the metrics name the engine and the weights", async () => {
  const info = (await scrape(createApp(services)))
    .find(({ name }) => name === "inkling_info");
  const { engine, model } = services;
  assert.deepEqual(info, {
    name: "inkling_info",
    labels: { engine, model: model.name, version: model.version },
    value: 1,
  });
});

const guarded = createApp({ ...services, isScraper: createTokenCheck(TOKEN) });
const refused: [what: string, headers: Record<string, string>][] = [
  ["no token", {}],
  ["a wrong token", { Authorization: "Bearer another-token-here" }],
  ["half a token", { Authorization: `Bearer ${TOKEN.slice(0, 9)}` }],
  ["another scheme", { Authorization: `Basic ${TOKEN}` }],
  ["an empty token", { Authorization: "Bearer " }],
];
for (const [what, headers] of refused) {
  Deno.test(`metrics that have a token are kept from who has ${what}`, async () => {
    const response = await guarded.request("/metrics", { headers });
    assert.equal(
      response.headers.get("WWW-Authenticate"),
      'Bearer realm="metrics"',
    );
    await assertProblem(response, 401, /METRICS_TOKEN.*Bearer/);
  });
}

Deno.test("whoever knows the token gets the metrics", async () => {
  const headers = { Authorization: `Bearer ${TOKEN}` };
  const response = await guarded.request("/metrics", { headers });
  assert.equal(response.status, 200);
  assert.ok(parseExposition(await response.text()).length > 0);
});
