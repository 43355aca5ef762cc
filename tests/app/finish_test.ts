import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { SMALLEST_COMPRESSED } from "../../src/routes/predict/json_answer.ts";
import { madeReading } from "./made_reading.ts";
import { services } from "./services.ts";

const PREDICT = {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    "Accept-Encoding": "gzip",
    "X-Request-Id": "of-the-sender",
  },
  body: JSON.stringify({ pixels: Array(784).fill(0.5) }),
};
const EVERYWHERE = [
  "content-security-policy",
  "cross-origin-resource-policy",
  "referrer-policy",
  "x-content-type-options",
  "x-frame-options",
  "x-request-id",
];

/** An app that finds as many digits wherever it looks. */
function finding(count: number, given: Partial<typeof services> = {}) {
  const readNormalized = () => madeReading("1".repeat(count));
  return createApp({ ...services, ...given, recognizer: { readNormalized } });
}

for (const count of [1, 20]) {
  Deno.test(`a prediction of ${count} is sent with all headers that every answer has`, async () => {
    const app = finding(count);
    const { headers } = await app.request("/predict", PREDICT);
    const others = await app.request("/healthz", {
      headers: { "X-Request-Id": "of-the-sender" },
    });
    assert.equal(headers.get("Content-Type"), "application/json");
    for (const name of EVERYWHERE) {
      assert.ok(headers.get(name), name);
      assert.equal(headers.get(name), others.headers.get(name), name);
    }
  });

  Deno.test(`a prediction of ${count} asks for another connection when the server stops`, async () => {
    const app = finding(count, { lifecycle: { stage: "draining" } });
    const { headers } = await app.request("/predict", PREDICT);
    assert.equal(headers.get("Connection"), "close");
    for (const name of EVERYWHERE) assert.ok(headers.get(name), name);
  });
}

Deno.test("what fits one packet is not compressed, and more is", async () => {
  const short = await finding(1).request("/predict", PREDICT);
  assert.equal(short.headers.get("Content-Encoding"), null);
  assert.ok((await short.text()).length < SMALLEST_COMPRESSED);
  const long = await finding(20).request("/predict", PREDICT);
  assert.equal(long.headers.get("Content-Encoding"), "gzip");
  assert.equal(long.headers.get("Vary"), "Accept-Encoding");
  const body = long.body!.pipeThrough(new DecompressionStream("gzip"));
  assert.equal((await new Response(body).json()).digits.length, 20);
});
