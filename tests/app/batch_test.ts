import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { createLog } from "../../src/log.ts";
import { MAX_BATCH } from "../../src/routes/predict/batch.ts";
import type { Services } from "../../src/routes/services.ts";
import { BusyError } from "../../src/workers/errors.ts";
import { AT_A_TIME } from "../../src/routes/predict/batch_answer.ts";
import { askDescribed } from "../api/described.ts";
import { encodePng } from "../../src/png.ts";
import { blankPng, sevenGif, sevenJpeg, sevenPng } from "./drawing.ts";
import { madeReading } from "./made_reading.ts";
import { assertProblem, postBody } from "./requests.ts";
import { app, services } from "./services.ts";

const LINES = "application/x-ndjson";

type Named = readonly [name: string, bytes: Uint8Array];

function postFiles(
  files: readonly Named[],
  { to = app, headers = {} }: {
    to?: typeof app;
    headers?: Record<string, string>;
  } = {},
): Promise<Response> {
  const body = new FormData();
  for (const [name, bytes] of files) {
    body.append("image", new File([bytes.slice()], name));
  }
  return askDescribed(to, "/predict", { method: "POST", body, headers });
}

interface Line {
  readonly id?: string | number;
  readonly line?: number;
  readonly text?: string;
  readonly status?: number;
  readonly detail?: string;
}

async function linesOf(response: Response): Promise<Line[]> {
  const text = await response.text();
  assert.equal(response.status, 200, text);
  assert.equal(response.headers.get("Content-Type"), LINES);
  assert.match(text, /\n$/);
  return text.trimEnd().split("\n").map((line) => JSON.parse(line));
}

const postLines = (lines: readonly unknown[]) =>
  postBody(LINES, lines.map((line) => JSON.stringify(line)).join("\n"));

/** An app whose pictures are read by `read`. */
function withReader(read: Services["read"], log = services.log) {
  return createApp({ ...services, read, log });
}

/** A picture that is told from others by its width. */
const numbered = (number: number) =>
  encodePng("gray", number + 1, 1, new Uint8Array(number + 1));
const numberOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer).getUint32(WIDTH_AT) - 1;
/** Where a PNG has its width (PNG specification, 11.2.1). */
const WIDTH_AT = 16;

const many = (count: number): Named[] =>
  Array.from({ length: count }, (_, i) => [`${i}.png`, sevenPng]);

Deno.test("several files are answered a line each, in their order, by their names", async () => {
  const lines = await linesOf(
    await postFiles([
      ["a.png", sevenPng],
      ["b.png", blankPng],
      ["c.jpg", sevenJpeg],
      ["d.gif", sevenGif],
    ]),
  );
  assert.deepEqual(lines.map(({ id, text }) => [id, text]), [
    ["a.png", "7"],
    ["b.png", ""],
    ["c.jpg", "7"],
    ["d.gif", "7"],
  ]);
});

Deno.test("a line says what the picture alone is answered", async () => {
  const [line] = await linesOf(await postFiles(many(2)));
  const alone = await (await postFiles(many(1))).json();
  const { id: _id, timing: _, ...told } = line as Line & { timing: unknown };
  const { timing: __, ...expected } = alone;
  assert.deepEqual(told, expected);
});

Deno.test("a picture that cannot be read has its problem in its place", async () => {
  const lines = await linesOf(
    await postFiles([
      ["a.png", sevenPng],
      ["text.png", new TextEncoder().encode("Not a picture.")],
      ["cut.png", sevenPng.slice(0, 200)],
      ["empty.png", new Uint8Array()],
      ["e.png", sevenPng],
    ]),
  );
  assert.deepEqual(lines.map(({ id, text, status }) => [id, text ?? status]), [
    ["a.png", "7"],
    ["text.png", 415],
    ["cut.png", 422],
    ["empty.png", 400],
    ["e.png", "7"],
  ]);
});

Deno.test("one file is a batch of one for who asks for lines", async () => {
  const lines = await linesOf(
    await postFiles(many(1), { headers: { Accept: LINES } }),
  );
  assert.deepEqual(lines.map(({ id, text }) => [id, text]), [["0.png", "7"]]);
});

Deno.test("lines of JSON are answered a line each, with their ids", async () => {
  const { reading } = await services.read(sevenPng.slice());
  const pixels = [...reading.digits[0]!.normalized];
  const image = sevenPng.toBase64();
  const lines = await linesOf(
    await postLines([
      { id: "first", image },
      { pixels },
      { id: "", pixels: Array(784).fill(0) },
      { image: `data:image/png;base64,${image}` },
    ]),
  );
  assert.deepEqual(lines.map(({ id, text }) => [id, text]), [
    ["first", "7"],
    [undefined, "7"],
    ["", ""],
    [undefined, "7"],
  ]);
});

Deno.test("a number is an id as well, and comes back as it came, with a problem too", async () => {
  const image = sevenPng.toBase64();
  const ids = [1, 0, -2.5, "1", Number.MAX_SAFE_INTEGER];
  const read = await linesOf(
    await postLines(ids.map((id) => ({ id, image }))),
  );
  assert.deepEqual(read.map(({ id, text }) => [id, text]), [
    ...ids.map((id) => [id, "7"]),
  ]);
  const failed = await linesOf(
    await postLines(ids.map((id) => ({ id, image: "aaaa" }))),
  );
  assert.deepEqual(
    failed.map(({ id, line, status }) => [id, line, status]),
    ids.map((id) => [id, undefined, 415]),
  );
});

Deno.test("a number that would come back as another one is no id", async () => {
  const lines = await linesOf(
    await postBody(LINES, '{"id": 12345678901234567890, "image": "aaaa"}'),
  );
  assert.deepEqual([lines[0]!.id, lines[0]!.line], [undefined, 1]);
  assert.match(lines[0]!.detail!, /at most 9007199254740991, in "id"/);
});

Deno.test("a problem without an id says which line it is of, blank ones counted", async () => {
  const image = sevenPng.toBase64();
  const body = `\n{"image": "aaaa"}\r\n  \n{"image": "${image}"}\nno JSON\n\n` +
    `{"id": true, "image": "${image}"}\n{"id": "", "image": "aaaa"}`;
  const lines = await linesOf(await postBody(LINES, body));
  assert.deepEqual(lines.map(({ line, id }) => line ?? id), [
    2,
    undefined,
    5,
    7,
    "",
  ]);
});

Deno.test("a line that is no picture says why, and names itself where it can", async () => {
  const body = [
    "no JSON",
    '"text"',
    '{"id": [7], "image": ""}',
    '{"id": "x", "pixels": [1]}',
    '{"id": "y", "picture": ""}',
    '{"id": "z", "image": "!"}',
  ].join("\n");
  const lines = await linesOf(await postBody(LINES, body));
  assert.deepEqual(lines.map(({ status }) => status), Array(6).fill(400));
  assert.deepEqual(lines.map(({ id }) => id), [
    undefined,
    undefined,
    undefined,
    "x",
    "y",
    "z",
  ]);
  const details = [
    /The line is not JSON/,
    /object with "image" or "pixels"; found a string/,
    /string, or a number.* in "id"; found an array/,
    /784 numbers in "pixels"; found 1 values/,
    /the object has "picture"/,
    /"image" is not base64/,
  ];
  for (const [i, detail] of details.entries()) {
    assert.match(lines[i]!.detail!, detail);
  }
});

Deno.test("blank lines do not count, and lines may end as in DOS", async () => {
  const line = JSON.stringify({ image: sevenPng.toBase64() });
  const lines = await linesOf(
    await postBody(LINES, `\n${line}\r\n  \r\n${line}\n\n`),
  );
  assert.deepEqual(lines.map(({ text }) => text), ["7", "7"]);
});

Deno.test("too many pictures, or none, are refused as a whole", async () => {
  const line = '{"image": ""}\n';
  await assertProblem(
    await postBody(LINES, line.repeat(MAX_BATCH + 1)),
    413,
    /1 to 256 pictures.*found 257/,
  );
  await assertProblem(await postBody(LINES, "\n\n"), 400, /found 0/);
  await assertProblem(await postBody(LINES, ""), 400, /body is empty/);
  await assertProblem(
    await postFiles(many(MAX_BATCH + 1)),
    413,
    /found 257/,
  );
  assert.equal(
    (await linesOf(await postBody(LINES, line.repeat(MAX_BATCH)))).length,
    MAX_BATCH,
  );
});

Deno.test("lines that are not UTF-8, and too many bytes, are refused", async () => {
  await assertProblem(
    await postBody(LINES, Uint8Array.of(0x22, 0xff, 0x22)),
    400,
    /UTF-8/,
  );
  await assertProblem(
    await postBody(LINES, " ".repeat(10 * 2 ** 20 + 1)),
    413,
    /10 MiB/,
  );
});

Deno.test("pictures are read a few at a time, and answered in order whichever is done first", async () => {
  let [running, most] = [0, 0];
  const app = withReader(async (bytes) => {
    most = Math.max(most, ++running);
    // The later ones of each few are done first.
    await new Promise((resolve) =>
      setTimeout(resolve, 20 - numberOf(bytes) % 4 * 5)
    );
    running--;
    return { reading: madeReading(String(numberOf(bytes))), decode: 0 };
  });
  const files = Array.from(
    { length: 20 },
    (_, i): Named => [`${i}`, numbered(i)],
  );
  const lines = await linesOf(await postFiles(files, { to: app }));
  assert.deepEqual(
    lines.map(({ text }) => text),
    files.map((_, i) => String(i)),
  );
  assert.equal(most, AT_A_TIME);
});

Deno.test("batches share the places, and none is overtaken by another", async () => {
  let [running, most] = [0, 0];
  const order: number[] = [];
  const app = withReader(async (bytes) => {
    most = Math.max(most, ++running);
    order.push(numberOf(bytes));
    await new Promise((resolve) => setTimeout(resolve, 2));
    running--;
    return { reading: madeReading("1"), decode: 0 };
  });
  // As many as are let in at once when their lengths are not told.
  const BATCHES = 4;
  const SIZE = 20;
  const batches = Array.from(
    { length: BATCHES },
    (_, batch) =>
      Array.from(
        { length: SIZE },
        (_, i): Named => [`${i}`, numbered(batch)],
      ),
  );
  const answers = await Promise.all(
    batches.map(async (files) =>
      await linesOf(await postFiles(files, { to: app }))
    ),
  );
  for (const lines of answers) assert.equal(lines.length, SIZE);
  assert.equal(most, AT_A_TIME);
  // Between two turns of a batch every other one has as many as may wait.
  const waits = batches.map((_, batch) => {
    const turns = order.flatMap((read, turn) => read === batch ? [turn] : []);
    return Math.max(...turns.slice(1).map((turn, i) => turn - turns[i]!));
  });
  assert.ok(
    Math.max(...waits) <= BATCHES * AT_A_TIME,
    `${waits}: ${order}`,
  );
});

Deno.test("a line is sent as soon as it is known, and no more is read than is taken", async () => {
  let asked = 0;
  const app = withReader(() => {
    asked++;
    return asked === 1
      ? Promise.resolve({ reading: madeReading("1"), decode: 0 })
      : new Promise(() => {});
  });
  const body = new FormData();
  for (const [name, bytes] of many(20)) {
    body.append("image", new File([bytes.slice()], name));
  }
  const headers = { "Accept-Encoding": "gzip" };
  const response = await app.request("/predict", {
    method: "POST",
    body,
    headers,
  });
  const reader = response.body!.getReader();
  const { value } = await reader.read();
  assert.equal(JSON.parse(new TextDecoder().decode(value)).text, "1");
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(asked <= AT_A_TIME + 1, `${asked} were read`);
});

Deno.test("pictures wait for a place where the queue is full", async () => {
  let refusals = 0;
  const app = withReader((bytes) => {
    if (refusals++ % 3 !== 2) return Promise.reject(new BusyError("full"));
    return services.read(bytes);
  });
  const lines = await linesOf(await postFiles(many(3), { to: app }));
  assert.deepEqual(lines.map(({ text }) => text), ["7", "7", "7"]);
});

Deno.test("what nobody foresaw is logged, and told as such in its place", async () => {
  const logged: string[] = [];
  const log = createLog("error", { write: (line) => logged.push(line) });
  let count = 0;
  const app = withReader((bytes) => {
    if (count++ === 1) throw new TypeError("a bug");
    return services.read(bytes);
  }, log);
  const lines = await linesOf(await postFiles(many(3), { to: app }));
  assert.deepEqual(lines.map(({ text, status }) => text ?? status), [
    "7",
    500,
    "7",
  ]);
  assert.doesNotMatch(lines[1]!.detail!, /bug/);
  assert.equal(logged.length, 1);
  assert.match(logged[0]!, /a bug/);
});
