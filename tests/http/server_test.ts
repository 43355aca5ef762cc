import assert from "node:assert/strict";
import { sevenPng } from "../app/drawing.ts";
import { startServer } from "../server_process.ts";
import { connect, exchange, receiveAll, send } from "./raw_http.ts";

const server = await startServer({ LOG_LEVEL: "debug" });
Deno.test.afterAll(async () => await server[Symbol.asyncDispose]());

const HEAD = "Host: test\r\nConnection: close\r\n";
const POST = `POST /predict HTTP/1.1\r\n${HEAD}Content-Type: image/png\r\n`;
const HEALTH = "GET /healthz HTTP/1.1\r\nHost: test\r\n\r\n";

async function assertAlive(): Promise<void> {
  const response = await fetch(new URL("predict", server.url), {
    method: "POST",
    headers: { "Content-Type": "image/png" },
    body: sevenPng.slice(),
  });
  assert.equal((await response.json()).text, "7");
}

/** What is wrong with a head, and the answer to it. */
const broken: [name: string, request: string, status: number][] = [
  ["no HTTP at all", "\x16\x03\x01\x02\0\r\n\r\n", 400],
  ["a request line of one word", "BLAH\r\n\r\n", 400],
  ["an unknown method", `FOO / HTTP/1.1\r\n${HEAD}\r\n`, 400],
  ["lines that end in LF alone", "GET / HTTP/1.1\nHost: x\n\n", 400],
  ["NUL in its path", `GET /a\0b HTTP/1.1\r\n${HEAD}\r\n`, 400],
  [
    "an escape character in its path",
    `GET /\x1b[1m HTTP/1.1\r\n${HEAD}\r\n`,
    400,
  ],
  ["a backslash in its path", `GET /static\\x HTTP/1.1\r\n${HEAD}\r\n`, 400],
  ["no path", `OPTIONS * HTTP/1.1\r\n${HEAD}\r\n`, 400],
  ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
  [
    "HTML as host",
    "GET / HTTP/1.1\r\nHost: <b>\r\nConnection: close\r\n\r\n",
    400,
  ],
  [
    "a header name with a blank",
    `GET / HTTP/1.1\r\n${HEAD}A b: c\r\n\r\n`,
    400,
  ],
  ["NUL in a header", `GET / HTTP/1.1\r\n${HEAD}A: b\0\r\n\r\n`, 400],
  ["a folded header", `GET / HTTP/1.1\r\n${HEAD}A: b\r\n c\r\n\r\n`, 400],
  [
    "100 KB of header",
    `GET / HTTP/1.1\r\n${HEAD}A: ${"b".repeat(1e5)}\r\n\r\n`,
    431,
  ],
  ["100 KB of path", `GET /${"b".repeat(1e5)} HTTP/1.1\r\n${HEAD}\r\n`, 431],
  [
    "two lengths",
    `${POST}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`,
    400,
  ],
  ["a list of lengths", `${POST}Content-Length: 3, 3\r\n\r\nabc`, 400],
  ["a negative length", `${POST}Content-Length: -1\r\n\r\n`, 400],
  ["a signed length", `${POST}Content-Length: +3\r\n\r\nabc`, 400],
  [
    "a length beyond 64 bits",
    `${POST}Content-Length: 99999999999999999999\r\n\r\n`,
    400,
  ],
  [
    "a length of terabytes",
    `${POST}Content-Length: 9999999999999\r\n\r\n`,
    413,
  ],
  [
    "a length beside chunks, with a request smuggled behind them",
    `${POST}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${HEALTH}`,
    400,
  ],
  [
    "an unknown transfer encoding",
    `${POST}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
    400,
  ],
  [
    "a blank before the colon",
    `${POST}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
    400,
  ],
  [
    "a chunk without a length",
    `${POST}Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n`,
    400,
  ],
  [
    "an unknown expectation",
    `${POST}Expect: 200-ok\r\nContent-Length: 3\r\n\r\nabc`,
    417,
  ],
];
for (const [name, request, status] of broken) {
  Deno.test(`a request with ${name} is answered ${status}, once, and its connection closed`, async () => {
    const { statuses, text } = await exchange(server.url, request);
    assert.deepEqual(statuses, [status], text);
    assert.match(text, /^content-type: application\/problem\+json\r$/im);
    assert.match(text, /^content-security-policy: default-src 'none'/im);
    assert.match(text, /^x-content-type-options: nosniff\r$/im);
    assert.match(text, new RegExp(`"status":${status}`));
  });
}

Deno.test("who goes on sending what is no HTTP is answered once, and sees it", async () => {
  using connection = await connect(server.url);
  await send(connection, new Uint8Array(8 * 2 ** 20));
  const { statuses, text } = await receiveAll(connection);
  assert.deepEqual(statuses, [400], text);
  assert.match(text, /"status":400/);
});

Deno.test("after all of them a picture is still read", assertAlive);

const paths = [
  "/static/../../deno.json",
  "/static/..%2f..%2fdeno.json",
  "/static/%2e%2e/%2e%2e/deno.json",
  "/static/%00",
  "/static/pad/pad.js%00.png",
  "/%zz",
  "/%",
  "/%c0%ae%c0%ae/",
  "//etc/passwd",
  "/static//pad/pad.js",
  "/weights/../../weights/digits.safetensors",
  "/weights/..%2fdigits.safetensors",
];
for (const path of paths) {
  Deno.test(`${path} leads nowhere`, async () => {
    const { statuses, text } = await exchange(
      server.url,
      `GET ${path} HTTP/1.1\r\n${HEAD}\r\n`,
    );
    assert.deepEqual(statuses, [404], text);
    assert.doesNotMatch(text, /"tasks"|root:/);
  });
}

Deno.test("requests that come at once are answered in their order", async () => {
  const { statuses } = await exchange(
    server.url,
    `${HEALTH}GET /nowhere HTTP/1.1\r\nHost: test\r\n\r\n` +
      `GET /healthz HTTP/1.1\r\n${HEAD}\r\n`,
  );
  assert.deepEqual(statuses, [200, 404, 200]);
});

Deno.test("a sender that asks first is told to go on", async () => {
  const { statuses } = await exchange(
    server.url,
    `${POST}Expect: 100-continue\r\nContent-Length: 3\r\n\r\nabc`,
  );
  assert.deepEqual(statuses, [100, 415]);
});

const unread: [name: string, head: string, status: number][] = [
  ["is of no picture", "Content-Type: text/plain", 415],
  ["is too long", "Content-Type: image/png", 413],
];
for (const [name, type, status] of unread) {
  Deno.test(`a body that ${name} may be sent to its end, and a request behind it`, async () => {
    const chunk = new Uint8Array(2 ** 16 + 9);
    chunk.set(new TextEncoder().encode("10000\r\n"));
    chunk.set(new TextEncoder().encode("\r\n"), chunk.length - 2);
    using connection = await connect(server.url);
    await send(
      connection,
      "POST /predict HTTP/1.1\r\nHost: test\r\n" +
        `${type}\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    const answers = receiveAll(connection);
    for (let sent = 0; sent < 12 * 2 ** 20; sent += 2 ** 16) {
      await send(connection, chunk);
    }
    await send(connection, "0\r\n\r\n");
    await send(connection, `GET /healthz HTTP/1.1\r\n${HEAD}\r\n`);
    const { statuses } = await answers;
    assert.deepEqual(statuses, [status, 200]);
  });
}

Deno.test("who is refused and sends no body is told that his connection closes", async () => {
  using connection = await connect(server.url);
  await send(
    connection,
    "POST /predict HTTP/1.1\r\nHost: test\r\nContent-Length: 99999999\r\n\r\n",
  );
  const { statuses, text } = await receiveAll(connection);
  assert.deepEqual(statuses, [413]);
  assert.match(text, /^connection: close\r$/im);
});

Deno.test("a health check of HTTP/1.0, which names no host, is answered", async () => {
  const { statuses } = await exchange(
    server.url,
    "GET /healthz HTTP/1.0\r\n\r\n",
  );
  assert.deepEqual(statuses, [200]);
});

const stalled: [name: string, start: string, statuses: number[]][] = [
  ["sends nothing", "", [408]],
  ["stops in its head", "POST /predict HTTP/1.1\r\nHost: te", [408]],
  ["stops in its body", `${POST}Content-Length: 9\r\n\r\nabc`, []],
  ["asks no second time", HEALTH, [200]],
];
Deno.test("connections of clients that stall are closed", async (t) => {
  // All at once, since each of them takes as long as the others.
  const answers = stalled.map(async ([, start]) => {
    using connection = await connect(server.url);
    await send(connection, start);
    return await receiveAll(connection);
  });
  for (const [i, [name, , expected]] of stalled.entries()) {
    await t.step(`a client that ${name}`, async () => {
      const { statuses } = await answers[i]!;
      // The stall may be noticed first, which is told to nobody.
      if (statuses.length > 0) assert.deepEqual(statuses, expected);
    });
  }
});

Deno.test("what a client sends reaches neither the log nor an answer as it is", async () => {
  const evil = "%0d%0aSet-Cookie:%20a=b%1b[31m<script>";
  const body = new FormData();
  body.append("<script>\x1b[31m", new File(["x"], "\x1b[31m<script>\r\nA: b"));
  const answers = await Promise.all([
    fetch(new URL(`/${evil}`, server.url)),
    fetch(new URL(`/${evil}`, server.url), {
      headers: { Accept: "text/html" },
    }),
    fetch(new URL("read", server.url), { method: "POST", body }),
    fetch(new URL("predict", server.url), {
      method: "POST",
      headers: { "Content-Type": "<script>" },
      body: "x",
    }),
  ]);
  for (const answer of answers) {
    const isHtml = /html/.test(answer.headers.get("Content-Type") ?? "");
    const text = await answer.text();
    assert.equal(answer.headers.get("Set-Cookie"), null);
    assert.ok(!text.includes("\x1b"), text);
    if (isHtml) assert.doesNotMatch(text, /<script>/);
  }
  // The last test of this file: the log is whole when the process has ended.
  server.process.kill("SIGTERM");
  const log = await new Response(server.process.stderr).text();
  assert.match(log, /route=none status=404/);
  for (const line of log.trimEnd().split("\n")) {
    assert.match(line, /^\d{4}-\d\d-\d\dT\S+ (debug|info) [^\p{Cc}]*$/u);
  }
});
