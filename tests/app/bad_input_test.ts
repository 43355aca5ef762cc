import assert from "node:assert/strict";
import { MAX_BODY_BYTES } from "../../src/routes/bodies/receive_body.ts";
import { sevenJpeg, sevenPng } from "./drawing.ts";
import { assertProblem, postBody, postForm, postJson } from "./requests.ts";
import { app } from "./services.ts";

const bytes = (length: number) =>
  Uint8Array.from({ length }, (_, i) => (i * 7919 + 13) % 251);
const pixels = (change: (pixels: unknown[]) => void) => {
  const values: unknown[] = Array(784).fill(0.5);
  change(values);
  return { pixels: values };
};

type Case = [
  name: string,
  send: () => Promise<Response>,
  status: number,
  detail: RegExp,
];

const cases: Case[] = [
  [
    "no body",
    async () => await app.request("/predict", { method: "POST" }),
    400,
    /body is empty/,
  ],
  ["an empty raw body", () => postBody("image/png", ""), 400, /empty/],
  ["an empty JSON body", () => postBody("application/json", ""), 400, /empty/],
  [
    "an empty form",
    () => postBody("multipart/form-data; boundary=x", "--x--\r\n"),
    400,
    /"image"; the form has no fields/,
  ],
  [
    "a body that is no form",
    () => postBody("multipart/form-data; boundary=x", "nothing of the kind"),
    400,
    /multipart\/form-data/,
  ],
  [
    "a form without boundary",
    () => postBody("multipart/form-data", "--x--"),
    400,
    /multipart\/form-data/,
  ],
  ["an empty file", () => postForm("/predict", bytes(0)), 400, /empty file/],
  [
    "another field",
    () => postForm("/predict", sevenPng, { field: "file" }),
    400,
    /"image"; the form has "file"/,
  ],
  ["text/plain", () => postBody("text/plain", "7"), 415, /found text\/plain/],
  [
    "AVIF",
    () => postBody("image/avif", bytes(99)),
    415,
    /image\/webp; found image\/avif/,
  ],
  [
    "a text file named .png",
    () => postForm("/predict", new TextEncoder().encode("Not a picture.")),
    415,
    /./,
  ],
  ["random bytes", () => postForm("/predict", bytes(5000)), 415, /./],
  [
    "a PNG cut off",
    () => postForm("/predict", sevenPng.slice(0, 200)),
    422,
    /PNG/,
  ],
  [
    "a JPEG cut off in its header",
    () => postForm("/predict", sevenJpeg.slice(0, 100)),
    422,
    /JPEG/,
  ],
  ["JSON cut off", () => postBody("application/json", "{"), 400, /not JSON/],
  [
    "NaN in JSON",
    () => postBody("application/json", '{"pixels": [NaN]}'),
    400,
    /not JSON/,
  ],
  [
    "JSON that is not UTF-8",
    () => postBody("application/json", Uint8Array.of(0x22, 0xff, 0x22)),
    400,
    /UTF-8/,
  ],
  ["a JSON array", () => postJson([]), 400, /object.*found an array/],
  ["JSON null", () => postJson(null), 400, /object.*found null/],
  ["no field", () => postJson({}), 400, /"image" or "pixels".*no fields/],
  [
    "another JSON field",
    () => postJson({ picture: "" }),
    400,
    /"image" or "pixels"; the object has "picture"/,
  ],
  [
    "two JSON fields",
    () => postJson({ image: "", pixels: [] }),
    400,
    /the object has "image", "pixels"/,
  ],
  ["a number as image", () => postJson({ image: 7 }), 400, /found a number/],
  ["no base64", () => postJson({ image: "!!!" }), 400, /not base64/],
  ["an empty image", () => postJson({ image: "" }), 400, /empty/],
  [
    "a data URL without base64",
    () => postJson({ image: "data:image/png,abc" }),
    400,
    /data URL/,
  ],
  [
    "783 pixels",
    () => postJson({ pixels: Array(783).fill(0) }),
    400,
    /784.*found 783/,
  ],
  ["text as pixels", () => postJson({ pixels: "0" }), 400, /found a string/],
  [
    "a pixel below 0",
    () => postJson(pixels((values) => values[5] = -0.1)),
    400,
    /index 5 .*found -0.1/,
  ],
  [
    "a pixel above 1",
    () => postJson(pixels((values) => values[783] = 255)),
    400,
    /index 783 .*found 255/,
  ],
  [
    "a pixel of null",
    () => postJson(pixels((values) => values[0] = null)),
    400,
    /index 0 .*found null/,
  ],
  [
    "11 MiB",
    () => postBody("image/png", new Uint8Array(11 * 2 ** 20)),
    413,
    /larger than 10 MiB/,
  ],
  [
    "one byte too many",
    () => postBody("application/json", " ".repeat(MAX_BODY_BYTES + 1)),
    413,
    /larger than 10 MiB/,
  ],
];

for (const [name, send, status, detail] of cases) {
  Deno.test(`${name} is answered ${status} with the reason`, async () => {
    await assertProblem(await send(), status, detail);
  });
}

Deno.test("a length that is announced is refused before the body is read", async () => {
  let read = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(bytes(2 ** 16));
      read++;
    },
  }, { highWaterMark: 0 });
  const headers = {
    "Content-Type": "image/png",
    "Content-Length": String(11 * 2 ** 20),
  };
  const request = new Request("http://localhost/predict", {
    method: "POST",
    headers,
    body,
  });
  await assertProblem(await app.request(request), 413, /larger than 10 MiB/);
  assert.equal(read, 0);
});

Deno.test("a body without length is refused as soon as it is too long", async () => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(bytes(2 ** 20));
      sent++;
    },
  }, { highWaterMark: 0 });
  const request = new Request("http://localhost/predict", {
    method: "POST",
    headers: { "Content-Type": "image/png" },
    body,
  });
  await assertProblem(await app.request(request), 413, /larger than 10 MiB/);
  assert.equal(sent, 11);
});

Deno.test("after bad input a picture is still read", async () => {
  const response = await postForm("/predict", sevenPng);
  assert.equal((await response.json()).text, "7");
});
