import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import type { Reading } from "../../src/recognize.ts";
import { parseModelComparison } from "../../src/parse_model_comparison.ts";
import { pluralEn, pluralRu } from "../../src/views/words/plural.ts";
import { blankPng, sevenPng } from "./drawing.ts";
import { madeReading } from "./made_reading.ts";
import { services, thatRead } from "./services.ts";

const comparison = parseModelComparison(
  JSON.parse(
    await Deno.readTextFile(
      new URL("../../weights/comparison.json", import.meta.url),
    ),
  ),
);

/** Names and signs that are written the same in Russian. */
const NAMES =
  /\b(Inkling|English|EN|RU|PNG|JPEG|GIF|WebP|HEIC|MNIST|LSTM|ReLU|Z|C|Y|E|deno task (train|evaluate)|k(?= ближайших)|digits)\b/g;
/** The version of the weights: "2026-11-23-d8848c4a". */
const VERSION = /\d{4}-\d\d-\d\d-[0-9a-f]{8}/g;

/** What of a page is read or spoken, one text a line. */
function textOf(html: string): string {
  const spoken = [...html.matchAll(/ (?:aria-label|alt|title)="([^"]*)"/g)]
    .map(([, text]) => text!);
  const described = html.match(/name="description" content="([^"]*)"/)?.[1];
  // Keys are named as they are on keyboards.
  const shown = html.replace(/<kbd[^>]*>.*?<\/kbd>/gs, "")
    .replace(/<[^>]*>/g, "\n");
  return [shown, described ?? "", ...spoken].join("\n");
}

function assertRussian(html: string): void {
  const rest = textOf(html).replace(NAMES, "").replace(VERSION, "")
    .replace(/&(amp|lt|gt|quot|#39);/g, "");
  const english = rest.split("\n").filter((text) => /[a-z]/i.test(text));
  assert.deepEqual(english, []);
}

const RUSSIAN = { "Accept-Language": "ru", "Accept": "text/html" };

/** The whole page that answers a file, in which a reading is found. */
async function send(file: Uint8Array, reading?: Reading): Promise<string> {
  const app = createApp(reading ? thatRead(services, reading) : services);
  const body = new FormData();
  body.append("image", new File([file.slice()], "picture.png"));
  const request = { method: "POST", body, headers: RUSSIAN };
  return await (await app.request("/read", request)).text();
}

async function open(path: string, report = services.report): Promise<string> {
  const app = createApp({ ...services, report, comparison });
  return await (await app.request(path, { headers: RUSSIAN })).text();
}

const leftOut = [{ x: 34, y: 14, width: 4, height: 6 }];
const crowded = { ...madeReading("?"), isCrowded: true };
const text = (content: string) =>
  Uint8Array.from(content, (sign) => sign.charCodeAt(0));

const pages: Record<string, () => Promise<string>> = {
  "nothing read yet": () => open("/"),
  "a digit": () => send(sevenPng, madeReading("7")),
  "an unsure digit": () => send(sevenPng, madeReading("7~")),
  "what is no digit": () => send(sevenPng, madeReading("?")),
  "a number": () => send(sevenPng, madeReading("40~\n7?1")),
  "a mark left out": () => send(sevenPng, { ...madeReading("407"), leftOut }),
  "very many digits": () =>
    send(sevenPng, madeReading(Array(3).fill("8".repeat(20)).join("\n"))),
  "too much to read": () => send(sevenPng, crowded),
  "no writing": () => send(blankPng),
  "a HEIC": () => send(text("\0\0\0\x18ftypheic")),
  "no picture": () => send(text("Not a picture.")),
  "a broken picture": () => send(sevenPng.slice(0, 200)),
  "an empty file": () => send(new Uint8Array()),
  "too many bytes": () => send(new Uint8Array(11 * 2 ** 20)),
  "too many pixels": () => {
    const huge = sevenPng.slice();
    new DataView(huge.buffer).setUint32(16, 2 ** 14);
    return send(huge);
  },
  "no such page": () => open("/nowhere"),
  "no page to open": () => open("/predict"),
  "the model card": () => open("/model"),
  "no model card": () => open("/model", null),
};
for (const [what, answer] of Object.entries(pages)) {
  Deno.test(`${what} is told in Russian throughout`, async () => {
    const html = await answer();
    assert.match(html, /<html lang="ru"/);
    assert.match(textOf(html), /[а-я]{3}/);
    assertRussian(html);
  });
}

for (const path of ["/", "/model"]) {
  Deno.test(`${path} is told in English throughout`, async () => {
    const app = createApp({ ...services, comparison });
    const html = await (await app.request(path)).text();
    const russian = textOf(html).replaceAll("Русский", "");
    assert.doesNotMatch(russian, /[а-яё]/i);
  });
}

Deno.test("every problem of a file is told in words of its own", async () => {
  const notes = await Promise.all(
    [
      "a HEIC",
      "no picture",
      "a broken picture",
      "an empty file",
      "too many bytes",
      "too many pixels",
    ].map(async (what) =>
      (await pages[what]!()).match(/class="note">([^<]*)</)![1]!
    ),
  );
  assert.equal(new Set(notes).size, notes.length, notes.join("\n"));
});

Deno.test("Russian nouns follow their number", () => {
  const forms = { one: "цифра", few: "цифры", many: "цифр" };
  const count = (number: number) => `${number} ${pluralRu(number, forms)}`;
  assert.deepEqual([0, 1, 2, 5, 11, 14, 21, 22, 25, 111].map(count), [
    "0 цифр",
    "1 цифра",
    "2 цифры",
    "5 цифр",
    "11 цифр",
    "14 цифр",
    "21 цифра",
    "22 цифры",
    "25 цифр",
    "111 цифр",
  ]);
  assert.equal(pluralEn(1, "digit", "digits"), "digit");
  assert.equal(pluralEn(0, "digit", "digits"), "digits");
});
