import assert from "node:assert/strict";
import { sevenPng } from "./app/drawing.ts";
import { startProcess, startServer } from "./server_process.ts";

const WEIGHTS = new URL("../weights/digits.safetensors", import.meta.url);
const DEADLINE = 20_000;

/** Checks that the process stops with 1 and one line that says why. */
async function assertRefusal(
  env: Record<string, string>,
  reason: RegExp,
  readable?: string,
): Promise<void> {
  const { code, stdout, stderr } = await startProcess(env, readable).output();
  const lines = new TextDecoder().decode(stderr).trimEnd().split("\n");
  assert.equal(code, 1);
  assert.equal(stdout.length, 0);
  assert.equal(lines.length, 1, lines.join("\n"));
  assert.match(lines[0]!, reason);
}

async function withWeights(
  change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array,
  use: (path: string) => Promise<void>,
): Promise<void> {
  const path = await Deno.makeTempFile({ suffix: ".safetensors" });
  try {
    await Deno.writeFile(path, change(await Deno.readFile(WEIGHTS)));
    await use(path);
  } finally {
    await Deno.remove(path);
  }
}

function predict(url: string): Promise<Response> {
  return fetch(new URL("predict", url), {
    method: "POST",
    headers: { "Content-Type": "image/png" },
    body: sevenPng.slice(),
  });
}

Deno.test("the server starts, reads a picture, and prints where it is", async () => {
  await using server = await startServer();
  const response = await predict(server.url);
  assert.equal((await response.json()).text, "7");
});

Deno.test("HEAD tells the length that GET has", async () => {
  await using server = await startServer();
  const url = new URL("static/pad/pad.js", server.url);
  // Left as it is, so that a length is told at all.
  const headers = { "Accept-Encoding": "identity" };
  const head = await fetch(url, { method: "HEAD", headers });
  const got = await fetch(url, { headers });
  const { length } = new TextEncoder().encode(await got.text());
  assert.equal(await head.text(), "");
  assert.equal(Number(head.headers.get("Content-Length")), length);
});

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  Deno.test({
    name: `${signal} stops the server with 0`,
    ignore: Deno.build.os === "windows",
    async fn() {
      await using server = await startServer();
      await (await predict(server.url)).body?.cancel();
      server.process.kill(signal);
      const { code } = await server.process.status;
      assert.equal(code, 0);
    },
  });
}

Deno.test({
  name: "the log says which signal stops the server, and when it has stopped",
  ignore: Deno.build.os === "windows",
  async fn() {
    const env = { LOG_LEVEL: "info", DRAIN_DELAY: "1" };
    await using server = await startServer(env);
    server.process.kill("SIGTERM");
    const told = await new Response(server.process.stderr).text();
    assert.match(
      told,
      /^\S+ info stopping signal=SIGTERM drainDelay=1\n\S+ info stopped code=0\n$/,
    );
  },
});

Deno.test({
  name:
    "a server that was told to stop is not ready, and answers until its DRAIN_DELAY is over",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using server = await startServer({ DRAIN_DELAY: "4" });
    const readiness = async () => {
      const response = await fetch(new URL("readyz", server.url));
      return { response, ...await response.json() };
    };
    while ((await readiness()).status !== "ready");
    server.process.kill("SIGTERM");
    let last = await readiness();
    while (last.status === "ready") last = await readiness();
    assert.equal(last.status, "draining");
    assert.equal(last.response.status, 503);
    assert.equal(last.response.headers.get("Connection"), "close");
    assert.equal((await (await predict(server.url)).json()).text, "7");
    assert.equal((await server.process.status).code, 0);
    await assert.rejects(readiness());
  },
});

Deno.test({
  name: "a request that never ends does not keep the server from stopping",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using server = await startServer();
    const { hostname, port } = new URL(server.url);
    using connection = await Deno.connect({ hostname, port: Number(port) });
    const head = "POST /predict HTTP/1.1\r\nHost: localhost\r\n" +
      "Content-Type: image/png\r\nContent-Length: 1000\r\n\r\n";
    await connection.write(new TextEncoder().encode(head));
    // Answered after it on another connection: by then the first was taken.
    await (await predict(server.url)).body?.cancel();
    const start = performance.now();
    server.process.kill("SIGTERM");
    const { code } = await server.process.status;
    assert.equal(code, 0);
    assert.ok(performance.now() - start < DEADLINE);
  },
});

Deno.test("scripts and pages are compressed for those who ask", async () => {
  await using server = await startServer();
  const raw = await Deno.connect({
    hostname: "127.0.0.1",
    port: Number(new URL(server.url).port),
  });
  const head = "GET /static/htmx.min.js HTTP/1.1\r\nHost: localhost\r\n" +
    "Accept-Encoding: gzip\r\nConnection: close\r\n\r\n";
  await raw.write(new TextEncoder().encode(head));
  const answer = await new Response(raw.readable).bytes();
  const text = new TextDecoder("latin1").decode(answer.subarray(0, 2000));
  assert.match(text, /content-encoding: gzip/i);
  assert.ok(answer.length < 20_000, `${answer.length} bytes`);
});

Deno.test("a refused upload is told why, and the server goes on", async () => {
  await using server = await startServer();
  const response = await fetch(new URL("predict", server.url), {
    method: "POST",
    headers: { "Content-Type": "image/png" },
    body: new Uint8Array(11 * 2 ** 20),
  });
  assert.equal(response.status, 413);
  assert.match((await response.json()).detail, /10 MiB/);
  assert.equal((await (await predict(server.url)).json()).text, "7");
});

Deno.test("senders that hang up in the middle are not logged as errors", async () => {
  await using server = await startServer();
  const { hostname, port } = new URL(server.url);
  for (const type of ["image/png", "multipart/form-data; boundary=x"]) {
    using connection = await Deno.connect({ hostname, port: Number(port) });
    const head = "POST /predict HTTP/1.1\r\nHost: localhost\r\n" +
      `Content-Type: ${type}\r\nContent-Length: 1000\r\n\r\n--x`;
    await connection.write(new TextEncoder().encode(head));
  }
  assert.equal((await (await predict(server.url)).json()).text, "7");
  server.process.kill("SIGTERM");
  const { stderr } = server.process;
  assert.equal(await new Response(stderr).text(), "");
});

Deno.test("a taken port stops the start with one line", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const PORT = String(listener.addr.port);
  await assertRefusal(
    { PORT },
    new RegExp(`^Cannot start: expected port ${PORT} .*taken.*PORT`),
  );
});

Deno.test("workers that may not read their source stop the start with one line", async () => {
  const weights = new URL("../weights", import.meta.url).pathname;
  await assertRefusal({}, /^Cannot start: expected to start workers/, weights);
});

Deno.test("a bad PORT stops the start with one line", async () => {
  await assertRefusal(
    { PORT: "http" },
    /^Cannot start: PORT: expected a whole number in 0..65535, found "http"$/,
  );
});

Deno.test("--help prints what can be set, and starts nothing", async () => {
  const { code, stdout, stderr } = await startProcess({}, undefined, ["--help"])
    .output();
  const told = new TextDecoder().decode(stdout);
  assert.deepEqual([code, stderr.length], [0, 0]);
  const { tasks } = JSON.parse(await Deno.readTextFile("deno.json"));
  const [, allowed] = tasks.start.command.match(/--allow-env=(\S+)/);
  const named = [...told.matchAll(/^ {2}([A-Z_]+) /gm)].map(([, name]) => name);
  // This one is what the package "postgres" reads.
  assert.deepEqual([...named, "PGAPPNAME"], allowed.split(","));
});

Deno.test("an argument stops the start with one line, which names the variables", async () => {
  const { code, stdout, stderr } = await startProcess({}, undefined, [
    "--port",
    "9000",
  ]).output();
  assert.deepEqual([code, stdout.length], [1, 0]);
  assert.match(
    new TextDecoder().decode(stderr),
    /^Cannot start: expected no arguments, found "--port"\. .*HOST, PORT,.*\n$/,
  );
});

Deno.test("a short token stops the start, and is not printed", async () => {
  const { code, stderr } = await startProcess({ ADMIN_TOKEN: "hush-hush" })
    .output();
  const told = new TextDecoder().decode(stderr);
  assert.equal(code, 1);
  assert.match(told, /^Cannot start: ADMIN_TOKEN: .*at least 16 .*found 9\n$/);
});

Deno.test("a folder that cannot be written turns corrections off, with one line, and digits are read", async () => {
  const file = await Deno.makeTempFile();
  try {
    await using server = await startServer({ DATA_DIR: `${file}/inside` });
    assert.equal((await (await predict(server.url)).json()).text, "7");
    const correction = await fetch(new URL("corrections", server.url), {
      method: "POST",
    });
    assert.equal(correction.status, 404);
    await correction.body?.cancel();
    server.process.kill("SIGTERM");
    const told = await new Response(server.process.stderr).text();
    assert.match(told, /^\S+ warn corrections are off: expected .*\n$/);
  } finally {
    await Deno.remove(file);
  }
});

Deno.test("an unknown host stops the start with one line", async () => {
  await assertRefusal(
    { HOST: "no.such.host.invalid" },
    /^Cannot start: .*HOST/,
  );
});

Deno.test("missing weights stop the start with one line", async () => {
  await assertRefusal(
    { WEIGHTS: "/nowhere/none.safetensors" },
    /^Cannot start: expected weights in \/nowhere\/none.safetensors, found no such file.*deno task train/,
  );
});

Deno.test("a folder in place of weights stops the start with one line", async () => {
  await assertRefusal({ WEIGHTS: "/" }, /^Cannot start: .*weights/);
});

const damages: [
  name: string,
  change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array,
][] = [
  ["empty", () => new Uint8Array()],
  ["cut off", (bytes) => bytes.subarray(0, bytes.length - 100)],
  ["overwritten at their head", (bytes) => bytes.fill(0xff, 0, 64)],
  ["overwritten at their end", (bytes) => bytes.fill(0xff, bytes.length - 64)],
];
for (const [name, change] of damages) {
  Deno.test(`weights that are ${name} stop the start with one line`, async () => {
    await withWeights(change, (path) =>
      assertRefusal(
        { WEIGHTS: path },
        /^Cannot start: the weights in .* are damaged\. .*expected.*found/,
      ));
  });
}
