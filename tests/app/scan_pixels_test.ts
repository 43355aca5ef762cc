import assert from "node:assert/strict";
import { scanPixels } from "../../src/routes/bodies/scan_pixels.ts";

const PIXELS = 784;
const ENCODER = new TextEncoder();

/** What a body is scanned to whose pixels are `numbers`, over and over. */
function scan(...numbers: string[]): Float32Array | null {
  const list = Array.from(
    { length: PIXELS },
    (_, i) => numbers[i % numbers.length]!,
  );
  return scanPixels(ENCODER.encode(`{"pixels":[${list.join()}]}`));
}

function parsed(numbers: readonly number[], space?: string): Float32Array {
  const json = JSON.stringify({ pixels: numbers }).replaceAll(
    /[,:]/g,
    (mark) => mark + (space ?? ""),
  );
  return scanPixels(ENCODER.encode(json))!;
}

const grays = Array.from({ length: PIXELS }, (_, i) => (i % 256) / 255);

Deno.test("pixels are scanned as JSON.parse reads them, with blanks and without", () => {
  const expected = Float32Array.from(grays);
  const single = Array.from(expected);
  for (const space of ["", " "]) {
    assert.deepEqual(parsed(grays, space), expected);
    assert.deepEqual(parsed(single, space), expected);
  }
});

for (const number of ["0", "1", "0.0", "1.000", "0.5", "0.1", "0.000125"]) {
  Deno.test(`the number ${number} is scanned`, () => {
    assert.equal(scan(number)?.at(-1), Math.fround(Number(number)));
  });
}

const otherNumbers = [
  ...[
    "",
    "1.5",
    "2",
    "-0",
    "-1",
    "1e-3",
    "0.5E0",
    "+1",
    "00",
    "01",
    "0.",
    ".1",
  ],
  ...["0..5", "0.5.5", "  0", "0 ", "0\n", '"0"', "null", "true", "[0]", "٠"],
  `0.${"0".repeat(23)}1`,
];
for (const number of otherNumbers) {
  Deno.test(`the number ${JSON.stringify(number)} is left to the parser`, () => {
    assert.equal(scan(number), null);
    assert.equal(scan("0", number), null);
  });
}

const list = Array(PIXELS).fill("0").join();
const otherBodies: [name: string, body: string][] = [
  ["nothing", ""],
  ["a pixel too few", `{"pixels":[${list.slice(2)}]}`],
  ["a pixel too many", `{"pixels":[${list},0]}`],
  ["a comma too many", `{"pixels":[${list},]}`],
  ["a missing end", `{"pixels":[${list}]`],
  ["something behind", `{"pixels":[${list}]}\n`],
  ["another field behind", `{"pixels":[${list}],"id":"a"}`],
  ["another field", `{"pixel":[${list}]}`],
  ["no list", `{"pixels":0}`],
  ["a picture", `{"image":"${list}"}`],
];
for (const [name, body] of otherBodies) {
  Deno.test(`a body with ${name} is left to the parser`, () => {
    assert.equal(scanPixels(ENCODER.encode(body)), null);
  });
}
