import assert from "node:assert/strict";
import { assertProblem } from "./requests.ts";
import { app } from "./services.ts";

function send(
  fields: Record<string, string>,
  others: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams(fields);
  const headers = { Origin: "http://localhost", ...others };
  const request = { method: "POST", body, headers };
  return Promise.resolve(app.request("/preferences", request));
}

const pageIn = async (headers: Record<string, string>, path = "/") =>
  await (await app.request(path, { headers })).text();

for (
  const [accept, language] of [
    ["ru-RU,ru;q=0.9,en;q=0.8", "ru"],
    ["en-GB,en;q=0.9,ru;q=0.1", "en"],
    ["de, ru;q=0.5", "ru"],
    ["de", "en"],
  ] as const
) {
  Deno.test(`a browser that asks for ${accept} gets ${language}`, async () => {
    for (const path of ["/", "/model", "/nowhere"]) {
      const headers = { "Accept-Language": accept, "Accept": "text/html" };
      const response = await app.request(path, { headers });
      assert.equal(response.headers.get("Content-Language"), language);
      assert.equal(
        response.headers.get("Vary"),
        "Accept-Encoding, Accept-Language, Cookie",
      );
      assert.match(
        await response.text(),
        new RegExp(`<html lang="${language}"`),
      );
    }
  });
}

Deno.test("the language chosen comes before the browser's", async () => {
  const html = await pageIn({
    "Cookie": "language=en",
    "Accept-Language": "ru",
  });
  assert.match(html, /<html lang="en"/);
});

Deno.test("answers to programs do not vary by language, and stay English", async () => {
  const headers = { "Accept-Language": "ru" };
  const missing = await app.request("/nowhere", { headers });
  assert.doesNotMatch(missing.headers.get("Vary") ?? "", /Language|Cookie/);
  assert.equal(missing.headers.get("Content-Language"), null);
  await assertProblem(missing, 404, /^There is nothing at/);
});

for (const path of ["/", "/model"]) {
  Deno.test(`the theme chosen is in ${path} as it is sent`, async () => {
    for (const theme of ["light", "dark"]) {
      const html = await pageIn({ Cookie: `theme=${theme}` }, path);
      assert.match(html, new RegExp(`<html [^>]*data-theme="${theme}"`));
      assert.match(
        html,
        new RegExp(`name="color-scheme" content="${theme}"`),
      );
      assert.match(
        html,
        new RegExp(`value="${theme}"[^>]* aria-pressed="true"`),
      );
    }
    for (const headers of [{}, { Cookie: "theme=<b>" }]) {
      const html = await pageIn(headers, path);
      assert.doesNotMatch(html, /data-theme/);
      assert.match(html, /name="color-scheme" content="light dark"/);
    }
  });
}

Deno.test("a choice is kept for a year, and leads back to its page", async () => {
  const response = await send({ language: "ru", path: "/model" });
  assert.equal(response.status, 303);
  assert.equal(response.headers.get("Location"), "/model");
  assert.equal(
    response.headers.get("Set-Cookie"),
    "language=ru; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax",
  );
});

for (const address of ["/?x=1", "/model?x=1&y=%3D", "/docs?<b>"]) {
  Deno.test(`the switches of ${address} lead back to it with its query`, async () => {
    const html = await pageIn({}, address);
    const shown = [...html.matchAll(/name="path" value="([^"]*)"/g)]
      .map(([, path = ""]) =>
        path.replaceAll("&lt;", "<").replaceAll("&gt;", ">")
          .replaceAll("&amp;", "&")
      );
    assert.equal(shown.length, 2);
    for (const path of shown) {
      const response = await send({ theme: "dark", path });
      const { pathname, search } = new URL(address, "http://localhost");
      assert.equal(response.headers.get("Location"), `${pathname}${search}`);
    }
  });
}

Deno.test("who chooses the system's theme keeps no cookie", async () => {
  const response = await send({ theme: "system", path: "/" });
  assert.match(response.headers.get("Set-Cookie")!, /^theme=; Max-Age=0/);
});

Deno.test("a page alone sets no cookie", async () => {
  const response = await app.request("/");
  assert.equal(response.headers.get("Set-Cookie"), null);
});

Deno.test("forms of other sites, of other types and of more than 16 KiB keep no choice", async () => {
  const others: [status: number, headers: Record<string, string>][] = [
    [403, { Origin: "https://evil.example" }],
    [403, { "Sec-Fetch-Site": "cross-site" }],
    [415, { "Content-Type": "text/plain" }],
  ];
  for (const [status, headers] of others) {
    const response = await send({ theme: "dark", path: "/" }, headers);
    assert.equal(response.status, status);
    assert.equal(response.headers.get("Set-Cookie"), null);
  }
  const large = { theme: "dark", path: `/${"x".repeat(2 ** 14)}` };
  assert.equal((await send(large)).status, 413);
});

Deno.test("a choice that there is not is refused", async () => {
  for (const choice of [{ theme: "blue" }, { language: "ru; Path=/x" }]) {
    const response = await send(choice);
    assert.equal(response.status, 400);
    assert.equal(response.headers.get("Set-Cookie"), null);
  }
});

const ELSEWHERE = [
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n//evil.example",
  "///evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "javascript:alert(1)",
  "evil.example",
  "@evil.example",
  "",
  "/model\r\nSet-Cookie: a=b",
  "/?\r\nSet-Cookie: a=b",
  "/?x\u0000",
  "/\\/evil.example?x",
  "/..\\/evil.example",
  "/%2e//evil.example",
  "//evil.example@localhost",
];
for (const path of ELSEWHERE) {
  Deno.test(`${JSON.stringify(path)} does not lead to another site`, async () => {
    const response = await send({ theme: "dark", path });
    const location = response.headers.get("Location")!;
    const { origin } = new URL(location, "http://inkling.example/preferences");
    assert.equal(response.status, 303);
    assert.equal(origin, "http://inkling.example");
  });
}
