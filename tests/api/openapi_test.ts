import assert from "node:assert/strict";
import { app } from "../app/services.ts";
import { askDescribed, document, violations } from "./described.ts";
import { OpenApiValidator } from "./schema_packages.ts";

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(),
    path,
    operation,
  }))
);

Deno.test("/openapi.json is valid OpenAPI 3.1", async () => {
  const { valid, errors } = await new OpenApiValidator().validate(
    structuredClone(document) as unknown as Record<string, unknown>,
  );
  assert.ok(valid, JSON.stringify(errors));
  assert.match(document.openapi, /^3\.1\./);
});

Deno.test("/openapi.json is sent again only where it has changed", async () => {
  const first = await app.request("/openapi.json");
  assert.equal(first.headers.get("Content-Type"), "application/json");
  const tag = first.headers.get("ETag") ?? "none";
  const headers = { "If-None-Match": tag };
  const again = await app.request("/openapi.json", { headers });
  assert.equal(again.status, 304);
  assert.equal(again.headers.get("ETag"), tag);
  assert.equal(await again.text(), "");
});

Deno.test("every reference of the document leads somewhere", () => {
  const used = new Set(
    JSON.stringify(document).match(/(?<="#\/components\/schemas\/)\w+/g),
  );
  assert.deepEqual(
    [...used].sort(),
    Object.keys(document.components.schemas)
      .sort(),
  );
});

Deno.test("every address that answers JSON is in the document", () => {
  assert.deepEqual(operations.map(({ method, path }) => `${method} ${path}`), [
    "POST /predict",
    "GET /v2",
    "GET /v2/health/live",
    "GET /v2/health/ready",
    "GET /v2/models/{model}",
    "GET /v2/models/{model}/ready",
    "POST /v2/models/{model}/infer",
    "GET /v2/models/{model}/versions/{version}",
    "GET /v2/models/{model}/versions/{version}/ready",
    "POST /v2/models/{model}/versions/{version}/infer",
    "GET /healthz",
    "GET /openapi.json",
  ]);
});

Deno.test("no two operations have one name", () => {
  const names = operations.map(({ operation }) => operation.operationId);
  assert.equal(new Set(names).size, names.length);
});

Deno.test("every operation but that of the document says how problems are told", () => {
  for (const { path, operation } of operations) {
    if (path === "/openapi.json") continue;
    const [type] = Object.keys(operation.responses.default!.content);
    assert.equal(
      type,
      path.startsWith("/v2") ? "application/json" : "application/problem+json",
      path,
    );
  }
});

Deno.test("every address of the document answers", async () => {
  const { version } = (await (await app.request("/healthz")).json()).model;
  for (const { method, path } of operations) {
    const url = path.replace("{model}", "digits").replace("{version}", version);
    const response = await askDescribed(app, url, { method });
    // Without a body these have nothing to read.
    assert.equal(
      response.status < 400,
      method === "GET",
      `${method} ${url}: ${await response.text()}`,
    );
  }
});

Deno.test("the examples of the document are as its schemas have it", () => {
  let count = 0;
  for (const { operation } of operations) {
    const contents = [
      operation.requestBody,
      ...Object.values(operation.responses),
    ]
      .flatMap((body) => Object.values(body?.content ?? {}));
    for (const media of contents) {
      if (!media.schema || !("example" in media)) continue;
      assert.deepEqual(violations(media.schema, media.example), []);
      count++;
    }
  }
  assert.ok(count > 0);
});
