import assert from "node:assert/strict";
import {
  MAX_PART_HEAD,
  MAX_PARTS,
  MultipartError,
  parseMultipart,
} from "../../src/routes/bodies/multipart.ts";
import { seeded } from "../imaging/draw.ts";
import { mutate } from "../hostile/mutate.ts";

const encoder = new TextEncoder();
const TYPE = "multipart/form-data; boundary=x";
/** Characters that names, files and boundaries are confused by. */
const ODD = ["\r", "\n", "-", '"', "%", ";", "=", "x", " ", "é", "0", "\\"];

async function bodyOf(
  form: FormData,
): Promise<[Uint8Array<ArrayBuffer>, string]> {
  const response = new Response(form);
  const type = response.headers.get("Content-Type") ?? "";
  return [await response.bytes(), type];
}

/** Fields in one form, whoever took it apart. */
async function fieldsOf(form: FormData): Promise<unknown[]> {
  return await Promise.all(
    [...form].map(async ([name, value]) =>
      typeof value === "string"
        ? [name, null, [...encoder.encode(value)]]
        : [name, value.name, [...await value.bytes()]]
    ),
  );
}

const parsed = (body: Uint8Array<ArrayBuffer>, type: string) =>
  parseMultipart(body, type).map((
    { name, filename, bytes },
  ) => [name, filename, [...bytes]]);

Deno.test("any form that the platform writes is taken apart as the platform does", async () => {
  const random = seeded(3);
  const below = (limit: number) => Math.floor(limit * random());
  const text = () =>
    Array.from({ length: below(6) }, () => ODD[below(ODD.length)]).join("");
  for (let i = 0; i < 300; i++) {
    const form = new FormData();
    for (let fields = below(5); fields > 0; fields--) {
      const name = `n${text().replace(/[\r\n\\]/g, "")}`;
      const bytes = encoder.encode(`${text()}\r\n--${text()}\r\n`);
      if (random() < 0.5) {
        form.append(name, text().replace(/[\r\n]/g, ""));
      } else {form.append(
          name,
          new File([bytes], `f${text().replace(/[\r\n\\]/g, "")}`),
        );}
    }
    const [body, type] = await bodyOf(form);
    assert.deepEqual(parsed(body, type), await fieldsOf(form));
  }
});

Deno.test("a file is a view of the body", async () => {
  const form = new FormData();
  form.append("image", new File([new Uint8Array(100)], "7.png"));
  const [body, type] = await bodyOf(form);
  assert.equal(parseMultipart(body, type)[0]!.bytes.buffer, body.buffer);
});

Deno.test("a broken form is refused, or read; nothing else comes of it", async () => {
  const random = seeded(4);
  const form = new FormData();
  form.append("image", new File(["seven"], "7.png"));
  form.append("note", "text");
  const [body, type] = await bodyOf(form);
  let refused = 0;
  for (let i = 0; i < 2000; i++) {
    const broken = new Uint8Array(mutate(body, random, body));
    try {
      parseMultipart(broken, type);
    } catch (error) {
      assert.ok(error instanceof MultipartError, String(error));
      refused++;
    }
  }
  assert.ok(refused > 200 && refused < 1900, `${refused}`);
});

const broken: [name: string, body: string, type: string, reason: RegExp][] = [
  ["no boundary", "--x--", "multipart/form-data", /names no boundary/],
  ["an endless boundary", "", `${TYPE}${"x".repeat(70)}`, /names no boundary/],
  ["no end", "--x\r\n\r\n", TYPE, /last boundary/],
  ["nothing", "", TYPE, /last boundary/],
  ["a part without a head", "--x\r\nimage\r\n--x--", TYPE, /head/],
  ["a part without a name", "--x\r\nA: b\r\n\r\n\r\n--x--", TYPE, /name/],
  [
    "a head that goes on for long",
    `--x\r\nA: ${"b".repeat(MAX_PART_HEAD)}\r\n\r\n\r\n--x--`,
    TYPE,
    /head/,
  ],
  [
    "too many parts",
    `${
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(
        MAX_PARTS + 1,
      )
    }--x--`,
    TYPE,
    new RegExp(`more than ${MAX_PARTS}`),
  ],
];
for (const [name, body, type, reason] of broken) {
  Deno.test(`a form with ${name} is refused`, () => {
    assert.throws(
      () => parseMultipart(encoder.encode(body), type),
      (error) => error instanceof MultipartError && reason.test(error.message),
    );
  });
}

Deno.test("a preamble is left out, and so is what follows the end", () => {
  const body = encoder.encode(
    "for old mailers\r\n--x  \r\ncontent-disposition: form-data; name=a\r\n\r\n7\r\n--x--\r\nrest",
  );
  assert.deepEqual(
    parsed(body, 'multipart/form-data; charset=a; boundary="x"'),
    [
      ["a", null, [0x37]],
    ],
  );
});
