import assert from "node:assert/strict";
import { createOperator } from "../../src/access/operator.ts";
import { createApp } from "../../src/app.ts";
import { withStore } from "../corrections/with_store.ts";
import { services } from "../app/services.ts";

const OWN = { Origin: "http://localhost" };
const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=x";
const JSON_TYPE = "application/json";
const LINES = "application/x-ndjson";

/** A part of a form that is no file. */
const part = (name: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n7\r\n--x--\r\n`;

/**
 * Bodies that an endpoint cannot take, and what its refusal names: the field, or
 * what was expected.
 */
interface Refused {
  readonly type: string;
  readonly body: string;
  readonly told: RegExp;
}

const malformed = (type: string, body: string, told: RegExp): Refused => ({
  type,
  body,
  told,
});

/** By endpoint: other fields, fields of other types, and bodies of other forms. */
const REFUSED: Readonly<Record<string, readonly Refused[]>> = {
  "/predict": [
    malformed(JSON_TYPE, "{", /not JSON/),
    malformed(JSON_TYPE, '{"image": 7}', /"image"/),
    malformed(JSON_TYPE, '{"pixels": [7]}', /"pixels"/),
    malformed(MULTIPART, part("file"), /"image".*"file"/),
    malformed(MULTIPART, part("image"), /"image".*text/),
    malformed(MULTIPART, "7", /multipart\/form-data/),
    malformed(LINES, "\n", /pictures/),
  ],
  "/v2/models/:model/infer": [
    malformed(JSON_TYPE, "{", /not JSON/),
    malformed(JSON_TYPE, '{"inputs": 7}', /^inputs: /),
    malformed(JSON_TYPE, '{"inputs": [{"name": 7}]}', /^inputs\[0\]\.name: /),
  ],
  "/read": [
    malformed(MULTIPART, part("file"), /"image".*"file"/),
    malformed(MULTIPART, part("image"), /"image".*text/),
  ],
  "/growth": [malformed(MULTIPART, part("file"), /"image".*"file"/)],
  "/thinking": [
    malformed(FORM, "ink=7", /"pixels".*"ink"/),
    malformed(FORM, "pixels=!", /"pixels"/),
    malformed(FORM, "pixels=AAAA", /"pixels"; found 3/),
  ],
  "/preferences": [malformed(FORM, "language=la", /"language".*"la"/)],
  "/corrections": [
    malformed(FORM, "pixels=!", /"pixels"/),
    malformed(FORM, "", /"pixels"/),
  ],
  "/corrections/undo": [malformed(FORM, "receipt=7", /taken back/)],
  "/corrections/delete": [malformed(FORM, "digit=x", /"digit".*"x"/)],
};
/** These are the same again, or take whatever comes: a wrong token is no malformed request. */
const ALIKE = [
  "/v2/models/:model/versions/:version/infer",
  "/session",
  "/session/end",
];

const TOKEN = "a-token-of-the-operator";

async function withApp(
  use: (app: ReturnType<typeof createApp>) => Promise<void>,
): Promise<void> {
  await withStore((corrections) =>
    use(createApp({
      ...services,
      corrections,
      operator: createOperator(TOKEN),
    }))
  );
}

/** The detail of a problem, or the error of the inference protocol. */
async function reasonOf(response: Response, path: string): Promise<string> {
  const type = response.headers.get("Content-Type")!.split(";")[0];
  if (path === "/read" || path === "/preferences") {
    assert.equal(type, "text/html");
    return await response.text();
  }
  const told = await response.json();
  if (path.startsWith("/v2/")) {
    assert.equal(type, "application/json");
    assert.deepEqual(Object.keys(told), ["error"]);
    return told.error;
  }
  assert.equal(type, "application/problem+json");
  assert.equal(told.status, response.status);
  return told.detail;
}

function send(
  app: ReturnType<typeof createApp>,
  path: string,
  type: string,
  body: string,
  others: Record<string, string> = {},
): Promise<Response> {
  const headers = {
    ...others,
    ...OWN,
    "Content-Type": type,
    Authorization: `Bearer ${TOKEN}`,
  };
  const url = path.replace(":model", "digits");
  return Promise.resolve(app.request(url, { method: "POST", headers, body }));
}

Deno.test("every endpoint that takes a body is among those below", () =>
  withApp((app) => {
    const posts = app.routes.filter(({ method }) => method === "POST")
      .map(({ path }) => path);
    assert.deepEqual(
      [...new Set(posts)].sort(),
      [...Object.keys(REFUSED), ...ALIKE].sort(),
    );
    return Promise.resolve();
  }));

for (const [path, bodies] of Object.entries(REFUSED)) {
  Deno.test(`${path} refuses bodies that it cannot take, in its own form`, () =>
    withApp(async (app) => {
      for (const { type, body, told } of bodies) {
        const response = await send(app, path, type, body);
        assert.equal(response.status, 400, `${type}: ${body}`);
        const reason = await reasonOf(response, path);
        // The page tells people, in their own words, and not of fields.
        if (!reason.startsWith("<!doctype")) assert.match(reason, told);
      }
    }));

  Deno.test(`${path} refuses bodies that are compressed, in its own form`, () =>
    withApp(async (app) => {
      const [{ type, body }] = bodies as [Refused];
      const coded = (coding: string) =>
        send(app, path, type, body, { "Content-Encoding": coding });
      for (const coding of ["gzip", "br", "gzip, identity"]) {
        const response = await coded(coding);
        assert.equal(response.status, 415);
        assert.equal(response.headers.get("Accept-Encoding"), "identity");
        const reason = await reasonOf(response, path);
        if (reason.startsWith("<!doctype")) continue;
        assert.match(reason, new RegExp(`without.*; found ${coding}`));
      }
      const plain = await coded("Identity");
      assert.equal(plain.status, 400);
      assert.equal(plain.headers.get("Accept-Encoding"), null);
      await reasonOf(plain, path);
    }));

  Deno.test(`${path} refuses bodies of another type or too large, in its own form`, () =>
    withApp(async (app) => {
      const { type } = bodies[0]!;
      const large = await send(app, path, type, " ".repeat(11 * 2 ** 20));
      assert.equal(large.status, 413, path);
      await reasonOf(large, path);
      const other = await send(app, path, "text/plain", "7");
      assert.equal(other.status, 415, path);
      await reasonOf(other, path);
    }));
}
