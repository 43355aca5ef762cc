import assert from "node:assert/strict";
import { sevenGif, sevenJpeg, sevenPng } from "./drawing.ts";
import { blankPng } from "./drawing.ts";
import { postBody, postForm, postJson } from "./requests.ts";
import { services } from "./services.ts";

const inputs = {
  "a form field": () => postForm("/predict", sevenPng),
  "a raw PNG": () => postBody("image/png", sevenPng.slice()),
  "a raw JPEG": () => postBody("image/jpeg", sevenJpeg.slice()),
  "a raw GIF": () => postBody("image/gif", sevenGif.slice()),
  "base64 in JSON": () => postJson({ image: sevenPng.toBase64() }),
  "a data URL in JSON": () =>
    postJson({ image: `data:image/png;base64,${sevenPng.toBase64()}` }),
};

for (const [input, send] of Object.entries(inputs)) {
  Deno.test(`/predict reads ${input}`, async () => {
    const response = await send();
    const answer = await response.json();
    assert.equal(response.status, 200, JSON.stringify(answer));
    assert.equal(answer.text, "7");
  });
}

Deno.test("/predict answers what its contract says", async () => {
  const answer = await (await postForm("/predict", sevenPng)).json();
  assert.deepEqual(Object.keys(answer).sort(), [
    "blank",
    "crowded",
    "digits",
    "leftOut",
    "lines",
    "model",
    "text",
    "timing",
  ]);
  assert.deepEqual(answer.lines, ["7"]);
  assert.equal(answer.blank, false);
  assert.equal(answer.crowded, false);
  assert.deepEqual(answer.leftOut, []);
  assert.deepEqual(answer.model, {
    name: services.model.name,
    version: services.model.version,
  });
  for (const stage of ["decode", "imaging", "inference"]) {
    assert.ok(answer.timing[stage] > 0, `timing.${stage}`);
  }
});

Deno.test("/predict tells of a digit how probable each of ten is, and where it stands", async () => {
  const answer = await (await postForm("/predict", sevenPng)).json();
  const [digit] = answer.digits;
  assert.equal(digit.digit, 7);
  assert.equal(digit.line, 0);
  assert.equal(digit.probabilities.length, 10);
  const sum = digit.probabilities.reduce((a: number, b: number) => a + b, 0);
  assert.ok(Math.abs(sum - 1) < 1e-5, `probabilities sum to ${sum}`);
  assert.equal(digit.confidence, Math.max(...digit.probabilities));
  const { x, y, width, height } = digit.box;
  assert.ok(x >= 38 && x <= 46, `x is ${x}`);
  assert.ok(y >= 26 && y <= 34, `y is ${y}`);
  assert.ok(x + width >= 114 && x + width <= 122, `right is ${x + width}`);
  assert.ok(y + height >= 130 && y + height <= 138, `foot is ${y + height}`);
});

Deno.test("/predict names alternatives only for an unsure digit", async () => {
  const [{ verdict, alternatives }] =
    (await (await postForm("/predict", sevenPng)).json()).digits;
  assert.equal(alternatives !== undefined, verdict === "unsure");
});

Deno.test("/predict reads the network's own input, which has no box", async () => {
  const { reading } = await services.read(sevenPng);
  const [seen] = reading.digits;
  const answer = await (await postJson({ pixels: [...seen!.normalized] }))
    .json();
  assert.equal(answer.text, "7");
  assert.equal(answer.digits[0].box, null);
  assert.equal(answer.timing.decode, 0);
});

Deno.test("/predict says that a sheet without ink is blank", async () => {
  const response = await postForm("/predict", blankPng);
  const { text, digits, blank } = await response.json();
  assert.equal(response.status, 200);
  assert.deepEqual({ text, digits, blank }, {
    text: "",
    digits: [],
    blank: true,
  });
});

Deno.test("/predict says that 784 zeros are blank", async () => {
  const response = await postJson({ pixels: Array(784).fill(0) });
  assert.equal((await response.json()).blank, true);
});
