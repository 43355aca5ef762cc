import assert from "node:assert/strict";
import { heartbeat } from "../../src/routes/predict/heartbeat.ts";

const encoder = new TextEncoder();
const textOf = async (stream: AsyncIterable<Uint8Array>) =>
  await new Response(ReadableStream.from(stream)).text();

Deno.test("lines that come soon are left as they are", async () => {
  async function* lines() {
    yield encoder.encode("1\n");
    await Promise.resolve();
    yield encoder.encode("2\n");
  }
  assert.equal(await textOf(heartbeat(lines(), 60_000)), "1\n2\n");
});

Deno.test("a line that takes long has spaces in front, and no line is empty", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  async function* lines() {
    yield encoder.encode("1\n");
    await promise;
    yield encoder.encode("2\n");
  }
  let text = "";
  for await (const part of heartbeat(lines(), 1)) {
    text += new TextDecoder().decode(part);
    if (text.endsWith("   ")) resolve();
  }
  assert.match(text, /^1\n {3,}2\n$/);
});

Deno.test("who takes no more ends the work", async () => {
  let isEnded = false;
  async function* lines() {
    try {
      for (;;) {
        await Promise.resolve();
        yield encoder.encode("1\n");
      }
    } finally {
      isEnded = true;
    }
  }
  const beating = heartbeat(lines(), 60_000);
  await beating.next();
  await beating.return(undefined);
  assert.ok(isEnded);
});
