import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import {
  download,
  DownloadError,
  type DownloadEvent,
} from "../../train/download.ts";

const NAME = "digits-idx3-ubyte";
const CONTENT = Uint8Array.from(
  { length: 50_000 },
  (_, i) => (i * i * i) % 65_521,
);
const GZIPPED = gzip(CONTENT);
const HASH = new Uint8Array(await crypto.subtle.digest("SHA-256", CONTENT))
  .toHex();

function gzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(bytes));
}

type Handler = (request: Request) => Response;

/** Downloads from local servers, one for each handler, into a folder of its own. */
async function downloadFrom(
  handlers: readonly Handler[],
  prepare: (folder: string) => Promise<void> = async () => {},
) {
  const folder = await Deno.makeTempDir();
  const servers = handlers.map((handler) =>
    Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, handler)
  );
  const events: DownloadEvent[] = [];
  try {
    await prepare(folder);
    const mirrors = servers.map(({ addr }) => `http://127.0.0.1:${addr.port}/`);
    const failure = await download(
      folder,
      { [NAME]: HASH },
      mirrors,
      (event) => events.push(event),
    )
      .then(() => null, (error: Error) => error);
    const files = Array.from(Deno.readDirSync(folder), ({ name }) => name)
      .sort();
    const bytes = files.includes(`${NAME}.gz`)
      ? await Deno.readFile(`${folder}/${NAME}.gz`)
      : null;
    return { failure, events, files, bytes };
  } finally {
    await Promise.all(servers.map((server) => server.shutdown()));
    await Deno.remove(folder, { recursive: true });
  }
}

const whole: Handler = () => new Response(GZIPPED);

/** Answers ranges as RFC 9110 describes. */
const ranged: Handler = (request) => {
  const start = Number(
    /bytes=(\d+)-/.exec(request.headers.get("range") ?? "")?.[1] ?? 0,
  );
  if (start === 0) return whole(request);
  if (start >= GZIPPED.length) return new Response(null, { status: 416 });
  return new Response(GZIPPED.subarray(start), { status: 206 });
};

/** Promises the whole file and breaks off in the middle. */
const broken: Handler = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(GZIPPED.subarray(0, 1000));
        controller.close();
      },
    }),
  );

const leaveHalf = (bytes: Uint8Array) => (folder: string) =>
  Deno.writeFile(`${folder}/${NAME}.gz.partial`, bytes.subarray(0, 700));

Deno.test("download() leaves the verified file and nothing else", async () => {
  const { failure, files, bytes, events } = await downloadFrom([whole]);
  assert.equal(failure, null);
  assert.deepEqual(files, [`${NAME}.gz`]);
  assert.deepEqual(bytes, GZIPPED);
  assert.deepEqual(events.at(-1), { kind: "verified", name: NAME });
});

Deno.test("download() tells how many bytes came and how many are to come", async () => {
  const { events } = await downloadFrom([whole]);
  const bytes = events.filter((event) => event.kind === "bytes").at(-1);
  assert.deepEqual(bytes, {
    kind: "bytes",
    name: NAME,
    done: GZIPPED.length,
    total: GZIPPED.length,
  });
});

Deno.test("download() keeps a file that is there and right", async () => {
  const { failure, events } = await downloadFrom(
    [() => assert.fail("nothing should be asked for")],
    (folder) => Deno.writeFile(`${folder}/${NAME}.gz`, GZIPPED),
  );
  assert.equal(failure, null);
  assert.deepEqual(events, [{ kind: "present", name: NAME }]);
});

Deno.test("download() replaces a damaged file", async () => {
  const { failure, bytes } = await downloadFrom(
    [whole],
    (folder) => Deno.writeFile(`${folder}/${NAME}.gz`, GZIPPED.subarray(0, 99)),
  );
  assert.equal(failure, null);
  assert.deepEqual(bytes, GZIPPED);
});

Deno.test("download() goes on where an earlier attempt broke off", async () => {
  const asked: (string | null)[] = [];
  const { failure, bytes } = await downloadFrom([(request) => {
    asked.push(request.headers.get("range"));
    return ranged(request);
  }], leaveHalf(GZIPPED));
  assert.equal(failure, null);
  assert.deepEqual(asked, ["bytes=700-"]);
  assert.deepEqual(bytes, GZIPPED);
});

Deno.test("download() starts over where a mirror knows no ranges", async () => {
  const { failure, bytes } = await downloadFrom([whole], leaveHalf(GZIPPED));
  assert.equal(failure, null);
  assert.deepEqual(bytes, GZIPPED);
});

Deno.test("download() starts over when what it went on from was wrong", async () => {
  const { failure, bytes } = await downloadFrom(
    [ranged],
    leaveHalf(new Uint8Array(GZIPPED.length)),
  );
  assert.equal(failure, null);
  assert.deepEqual(bytes, GZIPPED);
});

Deno.test("download() takes the next mirror when one fails", async () => {
  const { failure, events } = await downloadFrom([
    () => new Response("gone", { status: 404, statusText: "Not Found" }),
    whole,
  ]);
  assert.equal(failure, null);
  assert.ok(
    events.some((event) => event.kind === "failed" && /404/.test(event.reason)),
  );
});

Deno.test("download() names the file and every mirror's answer when none has it", async () => {
  const { failure, files } = await downloadFrom([
    () => new Response(null, { status: 503 }),
    () => new Response("no gzip at all"),
  ]);
  assert.ok(failure instanceof DownloadError);
  assert.match(failure.message, new RegExp(`${NAME}.*503.*expected gzip`));
  assert.deepEqual(files, []);
});

Deno.test("download() never takes a broken transfer for data", async () => {
  const { failure, files } = await downloadFrom([broken]);
  assert.ok(failure instanceof DownloadError);
  assert.ok(!files.includes(`${NAME}.gz`));
});

Deno.test("download() refuses other data than expected", async () => {
  const { failure, files } = await downloadFrom([
    () => new Response(gzip(new Uint8Array(100))),
  ]);
  assert.match(failure?.message ?? "", new RegExp(`expected SHA-256 ${HASH}`));
  assert.deepEqual(files, []);
});
