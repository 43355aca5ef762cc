import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import type { Reading } from "../../src/recognize.ts";
import { MAX_OPEN_DIGITS } from "../../src/routes/page/stages.ts";
import { sevenPng } from "./drawing.ts";
import { madeReading } from "./made_reading.ts";
import { services, thatRead } from "./services.ts";

/** What a path answers to a picture in which a reading is found. */
async function answer(path: string, reading: Reading): Promise<string> {
  const app = createApp(thatRead(services, reading));
  const body = new FormData();
  body.append("image", new File([sevenPng.slice()], "picture.png"));
  const headers = { "HX-Request": "true" };
  const response = await app.request(path, { method: "POST", body, headers });
  assert.equal(response.status, 200);
  return await response.text();
}

const read = (text: string) => answer("/read", madeReading(text));
const count = (html: string, part: RegExp) => html.match(part)?.length ?? 0;

Deno.test("/predict answers lines, and of every digit its line, box and confidence", async () => {
  const json = JSON.parse(await answer("/predict", madeReading("40~\n7?")));
  assert.equal(json.text, "40\n7?");
  assert.deepEqual(json.lines, ["40", "7?"]);
  assert.deepEqual(
    json.digits.map((digit: Record<string, unknown>) => [
      digit["digit"],
      digit["verdict"],
      digit["line"],
      digit["confidence"],
      digit["alternatives"],
    ]),
    [
      [4, "sure", 0, 0.9995, undefined],
      [0, "unsure", 0, 0.75, [1]],
      [7, "sure", 1, 0.9995, undefined],
      [null, "rejected", 1, 0.9995, undefined],
    ],
  );
  assert.deepEqual(json.digits[3].box, { x: 20, y: 20, width: 12, height: 18 });
});

Deno.test("/predict rounds boxes so that they stay within what they enclose", async () => {
  const reading = madeReading("1");
  const box = { x: 10.5, y: 20.4, width: 9.5, height: 9.4 };
  const digits = reading.digits.map((digit) => ({ ...digit, box }));
  const json = JSON.parse(await answer("/predict", { ...reading, digits }));
  assert.deepEqual(json.digits[0].box, { x: 11, y: 20, width: 9, height: 10 });
});

Deno.test("/read shows lines one under the other", async () => {
  const html = await read("40\n7");
  assert.match(html, /data-text="40\n7"/);
  assert.match(html, /class="text medium"[^>]*>40\n7</);
  assert.match(html, /class="verdict">3 digits</);
});

Deno.test("/read draws a box for each digit, and lets only several be chosen from", async () => {
  assert.equal(count(await read("407"), /<label class="box">/g), 3);
  const one = await read("4");
  assert.equal(count(one, /<label class="box">/g), 1);
  assert.equal(count(one, /<input type="radio"/g), 0);
  assert.equal(count(one, /class="odds-card"/g), 1);
});

Deno.test("/read places boxes as parts of the map", async () => {
  const html = await read("407");
  // The map begins with the first box, and adds 0.15 of 18 pixels to the last.
  const width = Math.ceil(52 + 0.15 * 18);
  const place = (x: number) => `x="${(100 * x / width).toFixed(2)}%"`;
  for (const x of [0, 20, 40]) {
    assert.ok(html.includes(`<rect ${place(x)} y="0.00%"`), place(x));
  }
});

/** Beside the first digit, above the line, and far to the right of it. */
const MARKS = [
  { x: 34, y: 14, width: 4, height: 6 },
  { x: 54, y: 6, width: 4, height: 3 },
  { x: 130, y: 90, width: 8, height: 8 },
];

Deno.test("/read frames what was left out in and beside the lines, and counts it", async () => {
  const html = await answer("/read", {
    ...madeReading("407"),
    leftOut: MARKS,
  });
  const [frames] = html.match(/<svg class="left-out".*?<\/svg>/s) ?? [""];
  assert.equal(count(frames, /<rect/g), 2);
  assert.match(html, /class="note">All clear. 2 marks left out.</);
  // The far mark does not widen the map.
  const width = Math.ceil(58 + 0.15 * 18);
  assert.ok(frames.includes(`x="${(100 * 34 / width).toFixed(2)}%"`), frames);
});

Deno.test("/predict answers all that was left out, and that a picture is crowded", async () => {
  const reading = { ...madeReading("?"), leftOut: MARKS, isCrowded: true };
  const json = JSON.parse(await answer("/predict", reading));
  assert.deepEqual(json.leftOut, MARKS);
  assert.equal(json.crowded, true);
});

Deno.test("/read opens the first of several digits, and lets one be open at a time", async () => {
  const html = await read("407");
  const inputs = html.match(/<input type="radio"[^>]*>/g) ?? [];
  assert.deepEqual(inputs.map((input) => input.includes("checked")), [
    true,
    false,
    false,
  ]);
  for (const [index, input] of inputs.entries()) {
    assert.match(input, /name="digit"/);
    assert.match(input, new RegExp(`id="digit-${index + 1}"`));
  }
});

Deno.test("/read says of every box what it holds", async () => {
  const html = await read("40~?");
  assert.match(html, /aria-label="1: 4, over 99.9% sure"/);
  assert.match(html, /aria-label="2: 0, 75.0% sure, or 1"/);
  assert.match(html, /aria-label="3: no digit"/);
  assert.match(html, /<text class="name"[^>]*>\?</);
  assert.match(html, /<text class="odd"[^>]*>75%</);
});

Deno.test("/read shows the bars of what is no digit under a condition", async () => {
  assert.match(await read("?"), /<b>\?<\/b> no digit; if it were one:/);
  assert.match(await read("4?"), /<b>\?<\/b> no digit; if it were one:/);
});

Deno.test("/read opens no more digits than it sends stages of, and says so", async () => {
  const line = "7".repeat(20);
  const html = await read([line, line].join("\n"));
  assert.equal(count(html, /<label class="box">/g), 40);
  assert.equal(count(html, /<input type="radio"/g), MAX_OPEN_DIGITS);
  assert.equal(count(html, /class="odds-card"/g), MAX_OPEN_DIGITS);
  assert.match(html, new RegExp(`first ${MAX_OPEN_DIGITS} digits can be`));
  assert.doesNotMatch(await read(line), /can be opened/);
});

Deno.test("a result of very many digits stays small", async () => {
  const text = Array.from({ length: 8 }, () => "8~".repeat(25)).join("\n");
  const { length } = await read(text);
  assert.ok(length < 400_000, `${length} characters`);
});

Deno.test("a result of several digits holds no inline script, style or handler", async () => {
  const html = await read("40~?\n12");
  assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=|<script/);
});
