import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "../../src/corrections/correction_store.ts";
import { SCHEMA_VERSION } from "../../src/corrections/sqlite_schema.ts";
import { FILE_NAME, openStore } from "../../src/corrections/sqlite_store.ts";
import { made } from "./made.ts";
import { testStore } from "./store_facts.ts";
import { withStore } from "./with_store.ts";

testStore("SQLite", withStore);

Deno.test("no byte of a deleted picture stays in the folder", async () => {
  await withStore(async (store, folder) => {
    const mark = new Uint8Array(784).map((_, i) => (i * 37 + 11) % 256);
    await store.add(made(0));
    const { id } = await store.add(made(1, { pixels: mark }));
    const holds = async () => {
      const files = await Array.fromAsync(Deno.readDir(folder));
      const texts = await Promise.all(
        files.map(async ({ name }) =>
          new TextDecoder("latin1").decode(
            await Deno.readFile(`${folder}/${name}`),
          )
        ),
      );
      const wanted = new TextDecoder("latin1").decode(mark.subarray(100, 200));
      return texts.some((text) => text.includes(wanted));
    };
    assert.equal(await holds(), true);
    await store.delete([id]);
    assert.equal(await holds(), false);
  });
});

Deno.test("two that have one store open see what the other adds", async () => {
  await withStore(async (store, folder) => {
    await store.add(made(0));
    const other = openStore(folder);
    assert.equal((await other.add(made(0))).isNew, false);
    await other.add(made(1));
    await other.close();
    assert.equal(await store.count({}), 2);
  });
});

Deno.test("tables of a later version are left alone", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const database = new DatabaseSync(`${folder}/${FILE_NAME}`);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    database.close();
    assert.throws(() => openStore(folder), (error) => {
      assert.ok(error instanceof StoreError);
      assert.match(error.message, /^expected to keep corrections in .*later/);
      return true;
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("what is no database is refused in one line, and left as it is", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const text = "not a database ".repeat(1000);
    await Deno.writeTextFile(`${folder}/${FILE_NAME}`, text);
    assert.throws(() => openStore(folder), (error) => {
      assert.ok(error instanceof StoreError);
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
    assert.equal(await Deno.readTextFile(`${folder}/${FILE_NAME}`), text);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
