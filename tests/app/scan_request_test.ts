import assert from "node:assert/strict";
import { scanRequest } from "../../src/routes/inference_protocol/scan_request.ts";

const PIXELS = 784;
const IMAGES = 2;
const grays = Array.from({ length: IMAGES * PIXELS }, (_, i) => i % 256 / 255);
const described = {
  name: "image",
  shape: [IMAGES, PIXELS],
  datatype: "FP32",
};
const input = { ...described, data: grays };

function scan(body: unknown, blank = "") {
  const json = typeof body === "string"
    ? body
    : JSON.stringify(body).replaceAll(/[,:]/g, (mark) => mark + blank);
  return scanRequest(new TextEncoder().encode(json));
}

for (const blank of ["", " "]) {
  for (
    const [name, body] of Object.entries({
      "in the order of the protocol": { id: "é", inputs: [input] },
      "first of all": { inputs: [{ data: grays, ...described }], id: "é" },
    })
  ) {
    Deno.test(
      `numbers ${name}, with ${
        blank ? "blanks" : "no blank"
      }, are scanned as JSON.parse reads them`,
      () => {
        const scanned = scan(body, blank);
        assert.deepEqual(scanned?.numbers, Float32Array.from(grays));
        assert.deepEqual(scanned?.body, {
          id: "é",
          inputs: [{ ...input, data: [] }],
        });
      },
    );
  }
}

const rows = Array.from(
  { length: IMAGES },
  (_, i) => grays.slice(i * PIXELS, (i + 1) * PIXELS),
);
const whole = JSON.stringify({ inputs: [input] });
const others: Readonly<Record<string, unknown>> = {
  "lists in a list": { inputs: [{ ...input, data: rows }] },
  "a number too few": { inputs: [{ ...input, data: grays.slice(1) }] },
  "a number too many": { inputs: [{ ...input, data: [...grays, 0] }] },
  "no number": { inputs: [{ ...input, data: [] }] },
  "what is no number": { inputs: [{ ...input, data: grays.map(String) }] },
  "a number above 1": { inputs: [{ ...input, data: grays.with(9, 1.5) }] },
  "a small number": { inputs: [{ ...input, data: grays.with(9, 1e-9) }] },
  "a wrong shape": { inputs: [{ ...input, shape: [IMAGES, 28] }] },
  "a wrong name": { inputs: [{ ...input, name: "x" }] },
  "no data": { inputs: [{ ...input, data: undefined }] },
  "two inputs": { inputs: [input, input] },
  "other data before it": { parameters: { data: grays }, inputs: [input] },
  "other data behind it": { inputs: [input], parameters: { data: grays } },
  "other data in place of it": {
    parameters: { data: grays },
    inputs: [{ ...input, data: undefined }],
  },
  "an end too early": whole.slice(0, -1),
  "something behind it": `${whole}]`,
  "no JSON before it": `{"x":,${whole.slice(1)}`,
  "data in another way": whole.replace('"data"', '"\\u0064ata"'),
  "nothing": "",
};
for (const [name, body] of Object.entries(others)) {
  Deno.test(`a request with ${name} is left to the parser`, () => {
    assert.equal(scan(body), null);
  });
}

Deno.test("a request that is not UTF-8 is left to the parser", () => {
  const bytes = new TextEncoder().encode(whole.replace("image", "imag_"));
  bytes[bytes.indexOf("_".charCodeAt(0))] = 0xff;
  assert.equal(scanRequest(bytes), null);
});
