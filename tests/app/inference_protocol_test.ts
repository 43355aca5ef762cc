import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { MAX_IMAGES } from "../../src/api/inference_protocol.ts";
import { askDescribed } from "../api/described.ts";
import { sevenPng } from "./drawing.ts";
import { postJson } from "./requests.ts";
import { app, services } from "./services.ts";

const MODEL = "/v2/models/digits";
const OF_VERSION = `${MODEL}/versions/${services.model.version}`;

interface Output {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

const { reading } = await services.read(sevenPng.slice());
const seven: readonly number[] = [...reading.digits[0]!.normalized];
/** What resembles no digit. */
const noise = seven.map((_, i) => (i * 7919 % 251) / 250);
const blank = seven.map(() => 0);

function infer(
  body: unknown,
  { path = `${MODEL}/infer`, to = app, headers = {} }: {
    path?: string;
    to?: typeof app;
    headers?: Record<string, string>;
  } = {},
): Promise<Response> {
  return askDescribed(to, path, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** A request with one input, changed. */
function request(
  input: Record<string, unknown> = {},
  rest: Record<string, unknown> = {},
) {
  const image = {
    name: "image",
    shape: [1, 784],
    datatype: "FP32",
    data: seven,
    ...input,
  };
  return { inputs: [image], ...rest };
}

async function outputsOf(response: Response): Promise<Map<string, Output>> {
  const answer = await response.json();
  assert.equal(response.status, 200, JSON.stringify(answer));
  return new Map(
    answer.outputs.map((output: Output) => [output.name, output]),
  );
}

async function assertError(
  response: Response,
  status: number,
  error: RegExp,
): Promise<void> {
  const body = await response.json();
  assert.equal(response.status, status, JSON.stringify(body));
  assert.match(response.headers.get("Content-Type")!, /^application\/json/);
  assert.deepEqual(Object.keys(body), ["error"]);
  assert.match(body.error, error);
}

/** A list cut into lists of `size`. */
function cut<Item>(list: readonly Item[], size: number): Item[][] {
  return Array.from(
    { length: list.length / size },
    (_, i) => list.slice(i * size, (i + 1) * size),
  );
}

Deno.test("the server says that it lives, is ready, and what it is", async () => {
  const get = async (path: string) =>
    await (await askDescribed(app, path)).json();
  assert.deepEqual(await get("/v2/health/live"), { live: true });
  assert.equal((await get("/v2/health/ready")).ready, true);
  assert.equal((await get("/v2")).name, "inkling");
  for (const path of [MODEL, OF_VERSION]) {
    assert.deepEqual(await get(`${path}/ready`), {
      name: "digits",
      ready: true,
    });
    const { name, versions, inputs, outputs } = await get(path);
    assert.deepEqual([name, versions], ["digits", [services.model.version]]);
    assert.deepEqual(inputs, [
      { name: "image", datatype: "FP32", shape: [-1, 784] },
    ]);
    assert.equal(outputs.length, 3);
  }
});

Deno.test("what the model says of its outputs is what they are", async () => {
  const metadata = await (await app.request(MODEL)).json();
  const outputs = await outputsOf(
    await infer(request({ shape: [2, 784], data: [...seven, ...noise] })),
  );
  const told = [...outputs.values()].map(({ name, datatype, shape, data }) => {
    assert.equal(data.length, shape.reduce((a, b) => a * b, 1));
    return { name, datatype, shape: [-1, ...shape.slice(1)] };
  });
  assert.deepEqual(told, metadata.outputs);
});

Deno.test("the network is asked what /predict asks of pixels", async () => {
  const outputs = await outputsOf(await infer(request()));
  const [digit] = (await (await postJson({ pixels: seven })).json()).digits;
  assert.deepEqual(outputs.get("digit")!.data, [7]);
  const { data } = outputs.get("probabilities")!;
  for (const [i, probability] of digit.probabilities.entries()) {
    assert.ok(Math.abs(probability - data[i]!) < 1e-6);
  }
});

const batch = [...seven, ...noise, ...blank];
const forms: Record<string, [shape: number[], data: unknown]> = {
  "[N, 784], flat": [[3, 784], batch],
  "[N, 784], nested": [[3, 784], cut(batch, 784)],
  "[N, 28, 28], flat": [[3, 28, 28], batch],
  "[N, 28, 28], nested": [[3, 28, 28], cut(cut(batch, 28), 28)],
  "[N, 1, 28, 28], flat": [[3, 1, 28, 28], batch],
  "[N, 1, 28, 28], nested": [
    [3, 1, 28, 28],
    cut(cut(cut(batch, 28), 28), 1),
  ],
};
for (const [form, [shape, data]] of Object.entries(forms)) {
  Deno.test(`images as ${form} are answered as each alone`, async () => {
    const together = await outputsOf(await infer(request({ shape, data })));
    const alone = await Promise.all(
      [seven, noise, blank].map(async (data) =>
        await outputsOf(await infer(request({ data })))
      ),
    );
    for (const [name, output] of together) {
      assert.deepEqual(
        output.data,
        alone.flatMap((outputs) => outputs.get(name)!.data),
      );
    }
  });
}

Deno.test("an image without ink, or of no digit, is -1", async () => {
  const outputs = await outputsOf(
    await infer(request({ shape: [2, 784], data: [...blank, ...noise] })),
  );
  assert.deepEqual(outputs.get("digit")!.data, [-1, -1]);
  const [ofBlank, ofNoise] = outputs.get("strangeness")!.data;
  assert.equal(ofBlank, 1);
  assert.ok(ofNoise! > 0.5);
  for (const row of cut(outputs.get("probabilities")!.data, 10)) {
    const sum = row.reduce((a, b) => a + b);
    assert.ok(Math.abs(sum - 1) < 1e-6, `${sum}`);
  }
});

Deno.test("the id comes back, and the model and its version with it", async () => {
  for (const path of [MODEL, OF_VERSION]) {
    const answer = await (await infer(request({}, { id: "42" }), {
      path: `${path}/infer`,
    })).json();
    assert.equal(answer.id, "42");
    assert.equal(answer.model_name, "digits");
    assert.equal(answer.model_version, services.model.version);
  }
  assert.equal("id" in await (await infer(request())).json(), false);
});

Deno.test("only the outputs that are wanted come back, each once", async () => {
  const wanted = async (...names: string[]) => {
    const outputs = names.map((name) => ({ name, parameters: {} }));
    const answer = await (await infer(request({}, { outputs }))).json();
    return answer.outputs.map(({ name }: Output) => name);
  };
  assert.deepEqual(await wanted("digit"), ["digit"]);
  assert.deepEqual(await wanted("digit", "probabilities", "digit"), [
    "digit",
    "probabilities",
  ]);
  assert.equal((await wanted()).length, 3);
});

Deno.test("as many images as are let in are answered, and no more", async () => {
  const images = (count: number) =>
    request({ shape: [count, 784], data: Array(count * 784).fill(1) });
  const outputs = await outputsOf(await infer(images(MAX_IMAGES)));
  assert.equal(outputs.get("digit")!.data.length, MAX_IMAGES);
  await assertError(
    await infer(images(MAX_IMAGES + 1)),
    400,
    /inputs\[0\]\.shape: .*N in 1\.\.256, found \[257,784\]/,
  );
});

const replaced = (index: number, value: unknown) =>
  seven.map((pixel, i) => i === index ? value : pixel);
const deep = `{"inputs": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
const bad: [name: string, body: unknown, error: RegExp][] = [
  ["nothing", "", /not JSON/],
  ["JSON cut off", "{", /not JSON/],
  ["a list", [], /object with "inputs"; found an array/],
  ["no inputs", {}, /^inputs: expected this field/],
  ["inputs of another type", { inputs: {} }, /^inputs: .*found an object/],
  ["no input", { inputs: [] }, /^inputs: expected 1 .*found 0/],
  [
    "two inputs",
    { inputs: [...request().inputs, ...request().inputs] },
    /^inputs: expected 1 .*found 2/,
  ],
  ["an input that is none", { inputs: [7] }, /^inputs\[0\]: .*found 7/],
  ["very deep inputs", deep, /^inputs\[0\]/],
  [
    "another name",
    request({ name: "x" }),
    /^inputs\[0\]\.name: expected "image", found "x"/,
  ],
  [
    "another type",
    request({ datatype: "UINT8" }),
    /^inputs\[0\]\.datatype: expected "FP32", found "UINT8"/,
  ],
  ["no shape", request({ shape: undefined }), /^inputs\[0\]\.shape: /],
  [
    "another shape",
    request({ shape: [28, 28] }),
    /^inputs\[0\]\.shape: .*\[N, 784\].*found \[28,28\]/,
  ],
  ["no image", request({ shape: [0, 784], data: [] }), /\.shape: .*\[0,784\]/],
  ["half an image", request({ shape: [0.5, 784] }), /\.shape: .*\[0.5,784\]/],
  ["no data", request({ data: undefined }), /^inputs\[0\]\.data: expected/],
  ["text as data", request({ data: "7" }), /\.data: expected a list.*"7"/],
  [
    "too few numbers",
    request({ data: seven.slice(1) }),
    /\.data: expected 784 values, found 783/,
  ],
  [
    "another number of images",
    request({ shape: [2, 784] }),
    /\.data: expected 1568 values, found 784/,
  ],
  [
    "a number above 1",
    request({ data: replaced(5, 255) }),
    /\.data\[5\]: expected a number in 0\.\.1, found 255/,
  ],
  ["null as a number", request({ data: replaced(5, null) }), /found null/],
  ["a list among numbers", request({ data: replaced(5, []) }), /an array/],
  [
    "rows too short",
    request({ shape: [1, 28, 28], data: [Array(28).fill(Array(27).fill(0))] }),
    /\.data\[0\]\[0\]: expected 28 values, found 27/,
  ],
  [
    "a number among rows",
    request({ shape: [1, 28, 28], data: [Array(28).fill(0)] }),
    /\.data\[0\]\[0\]: expected a list of 28, found a number/,
  ],
  [
    "an unknown output",
    request({}, { outputs: [{ name: "logits" }] }),
    /^outputs\[0\]\.name: .*"probabilities".*found "logits"/,
  ],
  ["a number as id", request({}, { id: 7 }), /^id: .*found 7/],
  [
    "parameters of another type",
    request({}, { parameters: 1 }),
    /^parameters: .*found 1/,
  ],
];
for (const [name, body, error] of bad) {
  Deno.test(`${name}: an inference request is refused with the reason`, async () => {
    await assertError(await infer(body), 400, error);
  });
}

Deno.test("what else goes wrong is told in the protocol's own form", async () => {
  await assertError(
    await infer(request(), { headers: { "Content-Type": "text/plain" } }),
    415,
    /found text\/plain/,
  );
  await assertError(
    await infer(" ".repeat(10 * 2 ** 20 + 1)),
    413,
    /10 MiB/,
  );
  const headers = { Accept: "text/html" };
  for (
    const path of [
      "/v2/models/letters",
      `${MODEL}/versions/1`,
      `${MODEL}/versions/1/ready`,
    ]
  ) {
    await assertError(
      await askDescribed(app, path, { headers }),
      404,
      /letters|"1"/,
    );
  }
  await assertError(
    await infer(request(), { path: "/v2/models/letters/infer" }),
    404,
    /"digits", found "letters"/,
  );
  await assertError(await app.request("/v2/x", { headers }), 404, /v2\/x/);
  const wrongMethod = await app.request(`${MODEL}/infer`, { headers });
  assert.equal(wrongMethod.headers.get("Allow"), "POST");
  await assertError(wrongMethod, 405, /takes POST/);
});

Deno.test("what nobody foresaw is told in the protocol's own form", async () => {
  const readNormalized = () => {
    throw new TypeError("a bug");
  };
  const recognizer = { ...services.recognizer, readNormalized };
  const broken = createApp({ ...services, recognizer });
  await assertError(await infer(request(), { to: broken }), 500, /failed/);
});
