import assert from "node:assert/strict";
import {
  type CorrectionStore,
  StoreFullError,
  StoreUnavailableError,
} from "../../src/corrections/correction_store.ts";
import { POSTGRES_SCHEMA_VERSION } from "../../src/corrections/postgres_schema.ts";
import { openPostgresStore } from "../../src/corrections/postgres_store.ts";
import type { PostgresAddress } from "../../src/corrections/postgres_url.ts";
import { fieldsOf } from "../app/corrections.ts";
import { type Server, startServer } from "../server_process.ts";
import { made } from "./made.ts";
import {
  findPostgres,
  PASSWORD,
  type PostgresServer,
  startPostgres,
  urlOf,
} from "./postgres_server.ts";
import { testStore } from "./store_facts.ts";

const found = await findPostgres();
const ignore = "reason" in found;
if ("reason" in found) console.log(`skipped: ${found.reason}`);

let server: PostgresServer;
if ("bin" in found) {
  Deno.test.beforeAll(async () => {
    server = await startPostgres(found.bin);
  });
  Deno.test.afterAll(async () => await server[Symbol.asyncDispose]());
}

async function withStores(
  address: PostgresAddress,
  count: number,
  use: (...stores: CorrectionStore[]) => Promise<void>,
  capacity?: number,
): Promise<void> {
  const stores = Array.from(
    { length: count },
    () => openPostgresStore(address, () => {}, capacity),
  );
  try {
    await use(...stores);
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
}

testStore(
  "PostgreSQL",
  async (use, capacity) =>
    await withStores(
      await server.create(),
      1,
      (store) => use(store!),
      capacity,
    ),
  ignore,
);

Deno.test({
  ignore,
  name: "servers that start at once on an empty database make its tables once",
  fn: async () => {
    await withStores(await server.create(), 4, async (...stores) => {
      const counts = stores.map((store) => store.count({}));
      assert.deepEqual(await Promise.all(counts), [0, 0, 0, 0]);
    });
  },
});

Deno.test({
  ignore,
  name:
    "what two servers are sent at once is stored once, and not beyond the capacity",
  fn: async () => {
    const capacity = 5;
    await withStores(await server.create(), 2, async (...stores) => {
      const same = stores.flatMap((store) =>
        [0, 1, 2].map(() => store.add(made(0)))
      );
      const added = await Promise.all(same);
      assert.equal(added.filter(({ isNew }) => isNew).length, 1);
      const more = stores.flatMap((store, i) =>
        [1, 2, 3, 4].map((number) => store.add(made(10 * i + number)))
      );
      const ends = await Promise.allSettled(more);
      const refused = ends.filter((end) =>
        end.status === "rejected" && end.reason instanceof StoreFullError
      );
      assert.equal(refused.length, 2 * 4 - (capacity - 1));
      assert.equal(await stores[0]!.count({}), capacity);
    }, capacity);
  },
});

Deno.test({
  ignore,
  name: "tables of a later version are left alone",
  fn: async () => {
    const address = await server.create();
    const later = POSTGRES_SCHEMA_VERSION + 1;
    await server.psql(
      address.database,
      `CREATE TABLE inkling_schema (version integer); INSERT INTO inkling_schema VALUES (${later})`,
    );
    await withStores(address, 1, async (store) => {
      await assert.rejects(store!.add(made(0)), (error) => {
        assert.ok(error instanceof StoreUnavailableError);
        assert.match(error.message, /found 2, written by a later Inkling/);
        return true;
      });
    });
  },
});

Deno.test({
  ignore,
  name:
    "a wrong password and a database that is not there are told without the password",
  fn: async () => {
    const address = await server.create();
    const wrong: [PostgresAddress, RegExp][] = [
      [{ ...address, password: `${PASSWORD}!` }, /^28P01 /],
      [{ ...address, database: "none" }, /^3D000 /],
      [{ ...address, tls: "verify-full" }, /./],
    ];
    for (const [address, reason] of wrong) {
      await withStores(address, 1, async (store) => {
        await assert.rejects(store!.count({}), (error) => {
          assert.ok(error instanceof StoreUnavailableError);
          assert.match(error.message, reason);
          assert.ok(!error.message.includes(PASSWORD));
          return true;
        });
      });
    }
  },
});

Deno.test({
  ignore,
  name:
    "servers of one database share a secret, which another password changes",
  fn: async () => {
    const address = await server.create();
    await withStores(address, 2, async (one, two) => {
      assert.deepEqual(one!.secret, two!.secret);
      const other = { ...address, password: "another" };
      await withStores(other, 1, (three) => {
        assert.notDeepEqual(one!.secret, three!.secret);
        return Promise.resolve();
      });
    });
  },
});

Deno.test("a server that takes connections and says nothing is not waited for", async () => {
  using silent = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const address: PostgresAddress = {
    host: "127.0.0.1",
    port: silent.addr.port,
    user: "inkling",
    password: "",
    database: "inkling",
    tls: "disable",
  };
  const reasons: (string | null)[] = [];
  const store = openPostgresStore(address, (reason) => reasons.push(reason));
  await assert.rejects(store.count({}), StoreUnavailableError);
  assert.equal(reasons.length, 1);
  await store.close();
});

function correct({ url }: Server, number: number): Promise<Response> {
  return fetch(new URL("corrections", url), {
    method: "POST",
    headers: { Origin: new URL(url).origin, Accept: "application/json" },
    body: new URLSearchParams(fieldsOf(number)),
  });
}

Deno.test({
  ignore,
  name: "a receipt of one server is taken by another one of the same database",
  fn: async () => {
    const env = { DATABASE_URL: urlOf(await server.create()) };
    await using one = await startServer(env);
    await using two = await startServer(env);
    const page = await (await correct(one, 1)).text();
    const receipt = page.match(/name="receipt" value="([^"]+)"/)![1]!;
    const undone = await fetch(new URL("corrections/undo", two.url), {
      method: "POST",
      headers: { Origin: new URL(two.url).origin },
      body: new URLSearchParams({ receipt }),
    });
    await undone.text();
    assert.equal(undone.status, 200);
    assert.equal(
      (await (await correct(two, 1)).text()).includes('name="receipt"'),
      true,
    );
  },
});

Deno.test({
  ignore,
  name:
    "while the database is away corrections are answered 503, digits are read, and then all is well again",
  fn: async () => {
    const address = await server.create();
    await using service = await startServer({
      DATABASE_URL: urlOf(address),
      LOG_LEVEL: "info",
    });
    const log = new Response(service.process.stderr).text();
    const store = async (number: number) => {
      const response = await correct(service, number);
      await response.body?.cancel();
      return response;
    };
    assert.equal((await store(1)).status, 200);

    await server.stop();
    for (let i = 0; i < 3; i++) {
      const refused = await store(2);
      assert.equal(refused.status, 503);
      assert.ok(Number(refused.headers.get("Retry-After")) > 0);
      assert.match(refused.headers.get("Content-Type")!, /problem\+json/);
    }
    const read = await fetch(new URL("predict", service.url), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ pixels: new Array(784).fill(0) }),
    });
    assert.equal((await read.json()).blank, true);

    await server.start();
    let status = 503;
    for (let i = 0; i < 100 && status === 503; i++) {
      status = (await store(2)).status;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.equal(status, 200);
    service.process.kill("SIGTERM");
    const lines = await log;
    assert.match(lines, /warn corrections: no use of database test_\d+ on 127/);
    assert.match(lines, /info corrections: database test_\d+ on .* is back/);
    assert.ok(!lines.includes(PASSWORD));
    assert.ok(!lines.includes(encodeURIComponent(PASSWORD)));
  },
});
