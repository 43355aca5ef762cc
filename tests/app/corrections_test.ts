import assert from "node:assert/strict";
import { toPixels } from "../../src/corrections/pixels.ts";
import { fieldsOf, withDesk } from "./corrections.ts";
import { sevenPng } from "./drawing.ts";
import { assertProblem, postForm } from "./requests.ts";
import { services } from "./services.ts";
import { createApp } from "../../src/app.ts";

const HTMX = { "HX-Request": "true", "Accept": "text/html" };
const PAGE = { "Accept": "text/html,application/xhtml+xml" };
const ALL = { offset: 0, limit: 1000 };

Deno.test("a correction is stored with the picture, both answers and the day, and nothing else", async () => {
  await withDesk(async ({ store, post }) => {
    const before = new Date().toISOString().slice(0, 10);
    const response = await post("/corrections", fieldsOf(3, "none", "4"), HTMX);
    assert.equal(response.status, 200);
    const [stored] = await store.list({}, ALL);
    const { pixels, date, ...rest } = stored!;
    assert.equal(pixels.toBase64(), fieldsOf(3).pixels);
    assert.deepEqual(rest, { id: 1, digit: null, read: 4 });
    assert.ok([before, new Date().toISOString().slice(0, 10)].includes(date));
  });
});

Deno.test("the page's own form sends what the network saw and what it read", async () => {
  await withDesk(async ({ store, post }) => {
    const app = createApp({ ...services, corrections: store });
    const body = new FormData();
    body.append("image", new File([sevenPng.slice()], "seven.png"));
    const page = await app.request("/read", { method: "POST", body });
    const html = await page.text();
    assert.equal(html.match(/<form action="\/corrections"/g)?.length, 1);
    const field = (name: string) =>
      html.match(new RegExp(`name="${name}" value="([^"]*)"`))![1]!;
    const fields = { pixels: field("pixels"), read: field("read"), digit: "1" };
    assert.equal((await post("/corrections", fields)).status, 200);
    const [stored] = await store.list({}, ALL);
    const { reading } = await services.read(sevenPng);
    const { normalized } = reading.digits[0]!;
    assert.deepEqual([...stored!.pixels], [...toPixels(normalized)]);
    assert.deepEqual([stored!.read, stored!.digit], [7, 1]);
  });
});

Deno.test("where corrections are off there is no form, and nothing at their address", async () => {
  const html = await (await postForm("/read", sevenPng)).text();
  assert.doesNotMatch(html, /\/corrections"/);
  const app = createApp({ ...services, corrections: null });
  for (
    const [method, path] of [
      ["POST", "/corrections"],
      ["GET", "/corrections"],
      ["POST", "/session"],
    ] as const
  ) {
    const response = await app.request(path, { method });
    assert.equal(response.status, 404, `${method} ${path}`);
    await response.body?.cancel();
  }
});

Deno.test("htmx is answered with a part of the page, a plain form with a page", async () => {
  await withDesk(async ({ post }) => {
    const part = await (await post("/corrections", fieldsOf(0), HTMX)).text();
    assert.match(part, /^<p[^>]*>Thank you, it is stored.<\/p>/);
    const page = await (await post("/corrections", fieldsOf(1), PAGE)).text();
    assert.match(page, /^<!doctype html>.*Thank you, it is stored./s);
    const again = await (await post("/corrections", fieldsOf(1), HTMX)).text();
    assert.match(again, /known already/);
    assert.doesNotMatch(again, /undo/);
  });
});

Deno.test("who has stored a correction can take it back, and nobody else", async () => {
  await withDesk(async ({ store, post }) => {
    const part = await (await post("/corrections", fieldsOf(0), HTMX)).text();
    const receipt = part.match(/name="receipt" value="([^"]+)"/)![1]!;
    const forged = receipt.replace(/^\d+/, "2");
    await post("/corrections", fieldsOf(1));
    for (const other of ["", "2", forged]) {
      const refused = await post("/corrections/undo", { receipt: other });
      await assertProblem(refused, 400, /taken back/);
    }
    assert.equal(await store.count({}), 2);
    assert.equal((await post("/corrections/undo", { receipt })).status, 200);
    assert.deepEqual((await store.list({}, ALL)).map(({ id }) => id), [2]);
  });
});

const bad: [name: string, change: Record<string, string>, detail: RegExp][] = [
  ["no picture", { pixels: "" }, /784 bytes, found 0/],
  [
    "a short picture",
    { pixels: new Uint8Array(783).fill(1).toBase64() },
    /found 783/,
  ],
  [
    "a long picture",
    { pixels: new Uint8Array(785).fill(1).toBase64() },
    /found 785/,
  ],
  ["no base64", { pixels: "<script>" }, /base64/],
  ["no ink", { pixels: new Uint8Array(784).toBase64() }, /ink/],
  ["no answer", { digit: "" }, /"digit": expected a digit or "none"/],
  ["an answer of two digits", { digit: "10" }, /found "10"/],
  ["a reading that is none", { read: "<b>" }, /found "<b>"/],
];
for (const [name, change, detail] of bad) {
  Deno.test(`a correction with ${name} is refused, and nothing stored`, async () => {
    await withDesk(async ({ store, post }) => {
      const fields = { ...fieldsOf(0), ...change };
      await assertProblem(await post("/corrections", fields), 400, detail);
      const page = await (await post("/corrections", fields, HTMX)).text();
      assert.doesNotMatch(page, /<script>|<b>"/);
      assert.equal(await store.count({}), 0);
    });
  });
}

Deno.test("a form that is too large or of another type is refused", async () => {
  await withDesk(async ({ store, post }) => {
    const large = { ...fieldsOf(0), more: "x".repeat(20_000) };
    await assertProblem(await post("/corrections", large), 413, /16 KiB/);
    const type = { "Content-Type": "text/plain" };
    const plain = await post("/corrections", fieldsOf(0), type);
    await assertProblem(plain, 415, /urlencoded; found text\/plain/);
    assert.equal(await store.count({}), 0);
  });
});

Deno.test("forms of other sites change nothing", async () => {
  await withDesk(async ({ store, post }) => {
    const others: Record<string, string>[] = [
      { Origin: "https://evil.example" },
      { Origin: "null" },
      { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" },
      { Origin: "http://other.localhost", "Sec-Fetch-Site": "same-site" },
    ];
    for (const headers of others) {
      for (
        const path of [
          "/corrections",
          "/corrections/undo",
          "/corrections/delete",
          "/session",
          "/session/end",
        ]
      ) {
        const response = await post(path, fieldsOf(0), headers);
        await assertProblem(response, 403, /form of this site/);
      }
    }
    assert.equal(await store.count({}), 0);
  });
});

Deno.test("forms of a page that came by TLS are taken behind a proxy that ends it", async () => {
  await withDesk(async ({ post }) => {
    const proxied: Record<string, string>[] = [
      { Origin: "https://inkling.example", "Sec-Fetch-Site": "same-origin" },
      { Origin: "https://inkling.example", Host: "inkling.example" },
      { Origin: "https://inkling.example:8443", Host: "Inkling.example:8443" },
    ];
    for (const headers of proxied) {
      const response = await post("/corrections", fieldsOf(0), headers);
      assert.equal(response.status, 200);
    }
    const other = { ...proxied[1], Host: "inkling.example:8443" };
    const refused = await post("/corrections", fieldsOf(0), other);
    await assertProblem(refused, 403, /form of this site/);
  });
});

Deno.test("a full store says so", async () => {
  await withDesk(async ({ post }) => {
    assert.equal((await post("/corrections", fieldsOf(0))).status, 200);
    await assertProblem(
      await post("/corrections", fieldsOf(1)),
      507,
      /1 correction/,
    );
    const part = await (await post("/corrections", fieldsOf(1), HTMX)).text();
    assert.match(part, /no room/);
  }, { capacity: 1 });
});

Deno.test("a client that sends too many is told when to come back", async () => {
  await withDesk(async ({ store, post }) => {
    for (let i = 0; i < 40; i++) {
      assert.equal((await post("/corrections", fieldsOf(i))).status, 200);
    }
    const refused = await post("/corrections", fieldsOf(99));
    const seconds = Number(refused.headers.get("Retry-After"));
    assert.ok(seconds > 0 && seconds <= 30, String(seconds));
    await assertProblem(refused, 429, /Too many/);
    assert.equal(await store.count({}), 40);
  }, { isRateLimited: true });
});
