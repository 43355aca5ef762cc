import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { createLog, type LogLevel } from "../../src/log.ts";
import type { Services } from "../../src/routes/services.ts";
import { BusyError } from "../../src/workers/errors.ts";
import { sevenPng } from "./drawing.ts";
import { postForm } from "./requests.ts";
import { services } from "./services.ts";

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** An app whose log is read back from its JSON lines. */
function logged(level: LogLevel, given: Partial<Services> = {}) {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  const log = createLog(level, { format: "json", write });
  const app = createApp({ ...services, ...given, log });
  return { app, lines, entries: () => lines.map((line) => JSON.parse(line)) };
}

Deno.test("a request that reads has one line: what it cost, and how much was read", async () => {
  const { app, entries } = logged("info");
  await postForm("/read", sevenPng, { to: app });
  const [entry, ...more] = entries();
  assert.deepEqual(more, []);
  const { time, id, ms, stages, ...rest } = entry;
  assert.match(time, /^\d{4}-\d\d-\d\dT/);
  assert.match(id, UUID);
  assert.deepEqual(rest, {
    level: "info",
    message: "request",
    method: "POST",
    route: "/read",
    status: 200,
    engine: services.engine,
    read: {
      ...{ pictures: 1, digits: 1, unsure: 0, rejected: 0 },
      ...{ blank: 0, crowded: 0 },
    },
  });
  const took = Object.values<number>(stages).reduce((sum, time) => sum + time);
  // Each is rounded to microseconds.
  assert.ok(Math.abs(took - ms) < 0.01, `${took} of ${ms} ms`);
});

Deno.test("a request that reads nothing has no stages", async () => {
  const { app, entries } = logged("info");
  await app.request("/");
  const [{ status, route, ...rest }] = entries();
  assert.deepEqual([status, route], [200, "/"]);
  assert.ok(!("stages" in rest) && !("read" in rest) && !("refused" in rest));
});

Deno.test("nothing that a client sends gets into the log", async () => {
  const { app, lines } = logged("debug");
  const sent = "MARKER";
  await app.request(`/${sent}?${sent}=${sent}`);
  await app.request(`/static/${sent}`);
  await app.request(`/read?sample=${sent}`);
  await app.request("/predict", {
    method: "POST",
    headers: {
      "Content-Type": `image/${sent}`,
      "User-Agent": sent,
      "X-Request-Id": `${sent} ${sent}`,
      "X-Forwarded-For": sent,
      "Cookie": `language=${sent}`,
      "Accept-Language": sent,
    },
    body: sent,
  });
  await app.request("/", { method: sent });
  await postForm("/predict", sevenPng, { field: sent, to: app });
  assert.equal(lines.length, 6);
  assert.doesNotMatch(lines.join("\n"), new RegExp(sent, "i"));
});

for (const id of ["a", "req-7_b=", "0".repeat(64)]) {
  Deno.test(`the request id ${JSON.stringify(id)} is taken over and told back`, async () => {
    const { app, entries } = logged("debug");
    const headers = { "X-Request-Id": id };
    const response = await app.request("/healthz", { headers });
    assert.equal(response.headers.get("X-Request-Id"), id);
    assert.equal(entries()[0].id, id);
  });
}

for (const id of ["", "a b", '"', "<i>", "a\tb", "é", "0".repeat(65)]) {
  Deno.test(`the request id ${JSON.stringify(id)} is replaced`, async () => {
    const { app, entries } = logged("debug");
    const headers = { "X-Request-Id": id };
    const response = await app.request("/healthz", { headers });
    const told = response.headers.get("X-Request-Id") ?? "";
    assert.match(told, UUID);
    assert.equal(entries()[0].id, told);
  });
}

for (const path of ["/healthz", "/metrics", "/static/site.css"]) {
  Deno.test(`${path} is logged for those who want to know all`, async () => {
    const quiet = logged("info");
    await quiet.app.request(path);
    assert.deepEqual(quiet.lines, []);
    const talkative = logged("debug");
    await talkative.app.request(path);
    assert.equal(talkative.entries()[0].level, "debug");
  });
}

Deno.test("a request that is refused is a warning that says why", async () => {
  const read = () => Promise.reject(new BusyError("Later."));
  const { app, entries } = logged("warn", { read });
  await postForm("/predict", sevenPng, { to: app });
  const [{ level, status, refused }] = entries();
  assert.deepEqual([level, status, refused], ["warn", 503, "busy"]);
});

Deno.test("an unforeseen error and its request have the same id", async () => {
  const read = () => Promise.reject(new Error("unforeseen"));
  const { app, entries } = logged("warn", { read });
  const response = await postForm("/predict", sevenPng, { to: app });
  const [error, request, ...more] = entries();
  assert.deepEqual(more, []);
  assert.match(error.message, /unforeseen/);
  assert.equal(error.level, "error");
  assert.deepEqual([request.level, request.status], ["warn", 500]);
  assert.equal(error.id, response.headers.get("X-Request-Id"));
  assert.equal(request.id, error.id);
});
