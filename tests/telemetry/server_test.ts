import assert from "node:assert/strict";
import { sevenPng } from "../app/drawing.ts";
import { type Server, startServer } from "../server_process.ts";
import { startCollector } from "./collector.ts";
import { parseExposition, valueOf } from "./parse_exposition.ts";

const TOKEN = "a-token-of-the-scraper";

function predict(url: string, headers: HeadersInit = {}): Promise<Response> {
  return fetch(new URL("predict", url), {
    method: "POST",
    headers: { ...headers, "Content-Type": "image/png" },
    body: sevenPng.slice(),
  });
}

/** Stops the server, and reads its log. */
async function logOf({ process }: Server) {
  process.kill("SIGTERM");
  const text = await new Response(process.stderr).text();
  return text.trimEnd().split("\n").map((line) => JSON.parse(line));
}

Deno.test("a running server tells how its readers and its process are", async () => {
  await using server = await startServer();
  await (await predict(server.url)).body?.cancel();
  const response = await fetch(new URL("metrics", server.url));
  const scraped = parseExposition(await response.text());
  const lanes = (name: string) =>
    scraped.filter((sample) => sample.name === `inkling_reader_${name}`);
  for (const name of ["waiting", "working", "lost_workers"]) {
    assert.deepEqual(lanes(name).map(({ value }) => value), [0, 0], name);
  }
  for (const { labels, value } of lanes("waiting_limit")) {
    assert.ok(value >= 1, `waiting_limit of ${labels.lane}: ${value}`);
  }
  // Nobody has sent a photo.
  const workers = Object.fromEntries(
    lanes("workers").map(({ labels, value }) => [labels.lane, value]),
  );
  assert.deepEqual(workers, { quick: 1, photos: 0 });
  assert.equal(valueOf(scraped, "inkling_digits_total", { digit: "7" }), 1);
  const now = Date.now() / 1000;
  const started = valueOf(scraped, "process_start_time_seconds");
  assert.ok(started > now - 600 && started <= now, `started at ${started}`);
  const memory = valueOf(scraped, "process_resident_memory_bytes");
  assert.ok(memory > valueOf(scraped, "process_heap_bytes"));
  assert.ok(valueOf(scraped, "process_heap_bytes") > 2 ** 20);
  assert.ok(valueOf(scraped, "process_cpu_seconds_total") > 0);
});

Deno.test("HEAD is logged and counted as such", async () => {
  await using server = await startServer({
    LOG_LEVEL: "info",
    LOG_FORMAT: "json",
  });
  const method = "HEAD";
  await (await fetch(new URL("model", server.url), { method })).body?.cancel();
  const response = await fetch(new URL("metrics", server.url));
  const scraped = parseExposition(await response.text());
  const labels = { method, route: "/model", status: "200" };
  const name = "http_request_duration_seconds_count";
  assert.equal(valueOf(scraped, name, labels), 1);
  const logged = (await logOf(server)).find(({ route }) => route === "/model");
  assert.equal(logged.method, method);
});

Deno.test("METRICS_TOKEN keeps the metrics of a server", async () => {
  await using server = await startServer({ METRICS_TOKEN: TOKEN });
  const url = new URL("metrics", server.url);
  const statuses: number[] = [];
  for (const authorization of ["", "Bearer wrong", `Bearer ${TOKEN}`]) {
    const headers = { Authorization: authorization };
    const response = await fetch(url, { headers });
    statuses.push(response.status);
    await response.body?.cancel();
  }
  assert.deepEqual(statuses, [401, 401, 200]);
});

Deno.test("with LOG_FORMAT=json a server logs a JSON object a line", async () => {
  const env = { LOG_FORMAT: "json", LOG_LEVEL: "info" };
  await using server = await startServer(env);
  await (await predict(server.url, { "X-Request-Id": "one" })).body?.cancel();
  const [request, ...others] = await logOf(server);
  const { id, route, status, bytesIn } = request;
  assert.deepEqual([id, route, status], ["one", "/predict", 200]);
  assert.equal(bytesIn, sevenPng.length);
  assert.deepEqual(
    others.map(({ message }) => message),
    ["stopping", "stopped"],
  );
});

Deno.test("the log tells how many bytes went out, and when nobody took them", async () => {
  const env = { LOG_FORMAT: "json", LOG_LEVEL: "debug" };
  await using server = await startServer(env);
  const { hostname, port } = new URL(server.url);
  const connect = () => Deno.connect({ hostname, port: Number(port) });
  const head = (first: string, ...fields: string[]) =>
    new TextEncoder().encode(
      [`${first} HTTP/1.1`, "Host: localhost", ...fields, "", ""].join("\r\n"),
    );
  {
    using hangsUp = await connect();
    await hangsUp.write(head("POST /predict", "Content-Length: 1000"));
    // Answered after it on another connection: by then the first was taken.
    await (await fetch(new URL("healthz", server.url))).body?.cancel();
  }
  const stays = await connect();
  await stays.write(head("GET /", "Connection: close"));
  const { length } = await new Response(stays.readable).bytes();
  const log = await logOf(server);
  const home = log.find(({ route }) => route === "/");
  assert.equal(home.bytesOut, length);
  assert.ok(!("aborted" in home));
  assert.equal(log.find(({ route }) => route === "/predict").aborted, true);
});

Deno.test("with OTEL_DENO the stages of a request are spans within its own, in the trace of its sender", async () => {
  await using collector = startCollector();
  const trace = "0af7651916cd43dd8448eb211c80319c";
  const parent = "b7ad6b7169203331";
  {
    await using server = await startServer({
      LOG_FORMAT: "json",
      LOG_LEVEL: "info",
      OTEL_DENO: "true",
      OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    });
    const response = await predict(server.url, {
      "X-Request-Id": "traced",
      traceparent: `00-${trace}-${parent}-01`,
    });
    await response.body?.cancel();
    const [entry] = await logOf(server);
    assert.equal(entry.trace, trace);
    await server.process.status;
  }
  const spans = collector.spans.filter(({ traceId }) => traceId === trace);
  const request = spans.find(({ parentSpanId }) => parentSpanId === parent);
  assert.ok(request, "expected the span of the request");
  assert.equal(request.name, "POST /predict");
  assert.equal(request.attributes["http.route"], "/predict");
  assert.equal(request.attributes["inkling.request_id"], "traced");
  const stages = spans.filter((span) => span !== request)
    .sort((one, other) => one.start - other.start);
  assert.deepEqual(stages.map(({ name }) => name), [
    ...["receive", "wait", "decode", "imaging", "inference", "render"],
  ]);
  for (const [i, { name, parentSpanId, start }] of stages.entries()) {
    assert.equal(parentSpanId, request.spanId, name);
    const { end } = stages[i - 1] ?? { end: start };
    // Milliseconds since 1970 are told to about a microsecond.
    assert.ok(Math.abs(start - end) < 0.01, `${name} starts at ${start}`);
  }
});
