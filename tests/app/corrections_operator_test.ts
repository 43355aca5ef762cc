import assert from "node:assert/strict";
import { SESSION_LIFETIME } from "../../src/access/sessions.ts";
import { made } from "../corrections/made.ts";
import {
  type Desk,
  fieldsOf,
  ORIGIN,
  signIn,
  TOKEN,
  withDesk,
} from "./corrections.ts";
import { assertProblem } from "./requests.ts";

const PAGE = { Accept: "text/html" };
const BEARER = { Authorization: `Bearer ${TOKEN}` };

const GUARDED = [
  "/corrections",
  "/corrections/pictures.zip",
  "/corrections/idx.zip",
];

/** Whether these headers open all that is the operator's. */
async function opens(
  desk: Desk,
  headers: Record<string, string>,
): Promise<boolean> {
  const statuses = new Set<number>();
  for (const path of GUARDED) {
    const response = await desk.get(path, headers);
    statuses.add(response.status);
    assert.equal(response.headers.get("Cache-Control"), "no-store");
    await response.body?.cancel();
  }
  const deletion = await desk.post(
    "/corrections/delete",
    { what: "all" },
    headers,
  );
  statuses.add(deletion.status === 303 ? 200 : deletion.status);
  await deletion.body?.cancel();
  assert.equal(statuses.size, 1, [...statuses].join());
  const [status] = statuses;
  assert.ok(status === 200 || status === 401, String(status));
  return status === 200;
}

Deno.test("without a credential, or with a wrong one, nothing of the operator's opens", async () => {
  await withDesk(async (desk) => {
    const right = await signIn(desk);
    const credentials: Record<string, string>[] = [
      {},
      { Authorization: "Bearer" },
      { Authorization: "Bearer wrong-token-of-somebody" },
      { Authorization: `Basic ${btoa(`operator:${TOKEN}`)}` },
      { Authorization: `Bearer ${TOKEN}x` },
      { Cookie: "operator=" },
      { Cookie: `operator=${TOKEN}` },
      { Cookie: right.Cookie.slice(0, -3) },
      { Cookie: right.Cookie.replace("=", "=x") },
      // A wrong token is not made good by a cookie.
      { ...right, Authorization: "Bearer wrong-token-of-somebody" },
    ];
    for (const headers of credentials) {
      assert.equal(await opens(desk, headers), false, JSON.stringify(headers));
    }
    assert.equal(await opens(desk, right), true);
    assert.equal(await opens(desk, BEARER), true);
  });
});

Deno.test("who is refused is told how to get in", async () => {
  await withDesk(async ({ get }) => {
    const page = await get("/corrections", PAGE);
    assert.equal(page.status, 401);
    assert.match(page.headers.get("WWW-Authenticate")!, /^Bearer/);
    assert.match(await page.text(), /<input type="password"[^>]* name="token"/);
    await assertProblem(
      await get("/corrections"),
      401,
      /Authorization: Bearer/,
    );
  });
});

Deno.test("a session ends after eight hours, and by signing out for whoever kept its cookie", async () => {
  await withDesk(async (desk) => {
    const kept = await signIn(desk);
    desk.wait(SESSION_LIFETIME - 1);
    assert.equal(await opens(desk, kept), true);
    desk.wait(1);
    assert.equal(await opens(desk, kept), false);

    const other = await signIn(desk);
    const out = await desk.post("/session/end", {}, other);
    assert.equal(out.status, 303);
    assert.match(out.headers.get("Set-Cookie")!, /^operator=;.*Max-Age=0/);
    assert.equal(await opens(desk, other), false);
  });
});

Deno.test("a cookie is worth nothing to a server with another token, or another start", async () => {
  let kept = { Cookie: "" };
  await withDesk(async (desk) => {
    kept = await signIn(desk);
  });
  await withDesk(async (desk) => {
    assert.equal(await opens(desk, kept), false);
  });
  await withDesk(async (desk) => {
    assert.equal(await opens(desk, kept), false);
  }, { token: `${TOKEN}-another` });
});

Deno.test("the cookie is for this site's requests alone, and for TLS where the browser came by it", async () => {
  await withDesk(async ({ post }) => {
    const plain = await post("/session", { token: TOKEN });
    assert.equal(plain.status, 303);
    assert.equal(plain.headers.get("Location"), "/corrections");
    const cookie = plain.headers.get("Set-Cookie")!;
    assert.match(
      cookie,
      /; Max-Age=28800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    assert.ok(!cookie.includes(TOKEN));
    const secure = await post("/session", { token: TOKEN }, {
      Origin: ORIGIN.replace("http:", "https:"),
      "Sec-Fetch-Site": "same-origin",
    });
    assert.match(secure.headers.get("Set-Cookie")!, /; Secure/);
  });
});

Deno.test("a wrong token is told, and after a few nobody is let in for a while", async () => {
  await withDesk(async (desk) => {
    for (let i = 0; i < 3; i++) {
      const wrong = await desk.post("/session", { token: "wrong" }, PAGE);
      assert.equal(wrong.status, 401);
      assert.equal(wrong.headers.get("Set-Cookie"), null);
      assert.match(await wrong.text(), /not the token/);
    }
    // Those who try it in another way are counted with them.
    const headers = { Authorization: "Bearer wrong" };
    assert.equal((await desk.get("/corrections", headers)).status, 401);
    assert.equal((await desk.get("/corrections", headers)).status, 401);
    const refused = await desk.post("/session", { token: TOKEN });
    assert.ok(Number(refused.headers.get("Retry-After")) > 0);
    await assertProblem(refused, 429, /Too many/);
    await assertProblem(
      await desk.get("/corrections", BEARER),
      429,
      /Too many/,
    );
  }, { isRateLimited: true });
});

Deno.test("without a token of the operator there are no pages for one", async () => {
  await withDesk(async ({ get, post }) => {
    for (const path of GUARDED) {
      assert.equal((await get(path, BEARER)).status, 404, path);
    }
    for (const path of ["/session", "/session/end", "/corrections/delete"]) {
      assert.equal((await post(path, { token: "" })).status, 404, path);
    }
    assert.equal((await post("/corrections", fieldsOf(0))).status, 200);
  }, { token: null });
});

Deno.test("the list shows forty a page, newest first, and those that are asked for", async () => {
  await withDesk(async ({ store, get }) => {
    for (let i = 0; i < 50; i++) {
      await store.add(
        made(i, { digit: i % 10, date: i < 45 ? "2026-11-01" : "2026-11-02" }),
      );
    }
    const ids = async (query: string) => {
      const response = await get(`/corrections${query}`, {
        ...PAGE,
        ...BEARER,
      });
      assert.equal(response.status, 200, query);
      const html = await response.text();
      return [...html.matchAll(/name="id" value="(\d+)"/g)].map(([, id]) =>
        Number(id)
      );
    };
    const newest = Array.from({ length: 50 }, (_, i) => 50 - i);
    assert.deepEqual(await ids(""), newest.slice(0, 40));
    assert.deepEqual(await ids("?page=2"), newest.slice(40));
    assert.deepEqual(await ids("?page=99"), newest.slice(40));
    assert.deepEqual(await ids("?digit=3&read=&from=&to="), [
      44,
      34,
      24,
      14,
      4,
    ]);
    assert.deepEqual(await ids("?digit=3&to=2026-11-01&from=2026-11-01"), [
      44,
      34,
      24,
      14,
      4,
    ]);
    assert.deepEqual(await ids("?from=2026-11-02"), newest.slice(0, 5));
    assert.deepEqual(await ids("?digit=none"), []);
  });
});

Deno.test("a filter that means nothing is refused, and not written into the page", async () => {
  await withDesk(async ({ get }) => {
    for (
      const query of [
        "digit=x",
        "digit=10",
        "from=2026-02-30",
        "to=<script>",
        "page=-1",
        "deleted=<b>",
      ]
    ) {
      const response = await get(`/corrections?${query}`, {
        ...PAGE,
        ...BEARER,
      });
      assert.equal(response.status, 400, query);
      assert.doesNotMatch(await response.text(), /<script>|<b>"/);
    }
  });
});

Deno.test("nothing is deleted before it was confirmed", async () => {
  await withDesk(async ({ store, post }) => {
    for (let i = 0; i < 5; i++) await store.add(made(i));
    const fields = new URLSearchParams([["what", "selected"], ["id", "2"], [
      "id",
      "4",
    ]]);
    const question = await post("/corrections/delete", fields, BEARER);
    assert.match(await question.text(), /Corrections to delete: 2/);
    assert.equal(await store.count({}), 5);
    fields.append("confirmed", "yes");
    const done = await post("/corrections/delete", fields, BEARER);
    assert.equal(done.headers.get("Location"), "/corrections?deleted=2");
    const left = await store.list({}, { offset: 0, limit: 9 });
    assert.deepEqual(left.map(({ id }) => id), [5, 3, 1]);
  });
});

Deno.test("all that match are deleted, but none that came after the question", async () => {
  await withDesk(async ({ store, post }) => {
    for (let i = 0; i < 6; i++) await store.add(made(i, { digit: i % 2 }));
    const question = await post("/corrections/delete", {
      what: "all",
      digit: "1",
    }, BEARER);
    const html = await question.text();
    assert.match(html, /Corrections to delete: 3/);
    const hidden = [
      ...html.matchAll(/type="hidden" name="(\w+)" value="(\w+)"/g),
    ]
      .map(([, name, value]) => [name!, value!]);
    await store.add(made(7, { digit: 1 }));
    const done = await post(
      "/corrections/delete",
      new URLSearchParams(hidden),
      BEARER,
    );
    assert.equal(
      done.headers.get("Location"),
      "/corrections?digit=1&deleted=3",
    );
    const left = await store.list({}, { offset: 0, limit: 9 });
    assert.deepEqual(left.map(({ id }) => id), [7, 5, 3, 1]);
  });
});

Deno.test("an export holds what the filter chooses", async () => {
  await withDesk(async ({ store, get }) => {
    for (let i = 0; i < 20; i++) await store.add(made(i, { digit: i % 10 }));
    const names = async (path: string) => {
      const response = await get(path, BEARER);
      assert.equal(response.headers.get("Content-Type"), "application/zip");
      const text = new TextDecoder("latin1").decode(await response.bytes());
      const directory = text.slice(text.indexOf("PK\x01\x02"));
      return directory.match(/[\w-]+\.(png|csv|gz)/g);
    };
    assert.deepEqual(await names("/corrections/pictures.zip?digit=4"), [
      "000005.png",
      "000015.png",
      "labels.csv",
    ]);
    assert.deepEqual(await names("/corrections/idx.zip"), [
      "corrections-images-idx3-ubyte.gz",
      "corrections-labels-idx1-ubyte.gz",
    ]);
  });
});

Deno.test("the operator's pages hold no inline script, style or handler", async () => {
  await withDesk(async ({ store, get, post }) => {
    await store.add(made(0));
    const pages = [
      await get("/corrections", PAGE),
      await get("/corrections", { ...PAGE, ...BEARER }),
      await post("/corrections/delete", { what: "all" }, BEARER),
    ];
    for (const page of pages) {
      assert.doesNotMatch(
        await page.text(),
        /<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)/,
      );
    }
  });
});
