import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import type { CorrectionFilter } from "../../src/corrections/correction.ts";
import {
  StoreError,
  StoreFullError,
} from "../../src/corrections/correction_store.ts";
import { SCHEMA_VERSION } from "../../src/corrections/sqlite_schema.ts";
import { FILE_NAME, openStore } from "../../src/corrections/sqlite_store.ts";
import { made } from "./made.ts";
import { withStore } from "./with_store.ts";

const ALL = { offset: 0, limit: 1000 };

Deno.test("what was added is listed as it was said, newest first", async () => {
  await withStore(async (store) => {
    const said = [made(0), made(1, { digit: null }), made(2, { read: null })];
    for (const correction of said) await store.add(correction);
    const listed = await store.list({}, ALL);
    assert.deepEqual(
      listed.toReversed().map(({ id: _, ...rest }) => rest),
      said,
    );
    assert.deepEqual(listed.map(({ id }) => id), [3, 2, 1]);
  });
});

Deno.test("the same picture with the same answer is kept once, with another answer twice", async () => {
  await withStore(async (store) => {
    const first = await store.add(made(0));
    const later = made(0, { read: 4, date: "2026-12-01" });
    assert.deepEqual(first, { id: 1, isNew: true });
    assert.deepEqual(await store.add(later), { id: 1, isNew: false });
    const other = await store.add(made(0, { digit: 2 }));
    assert.equal(other.isNew, true);
    assert.equal(await store.count({}), 2);
  });
});

Deno.test("a full store refuses what is new, and knows what it has", async () => {
  await withStore(async (store) => {
    await store.add(made(0));
    await store.add(made(1));
    await assert.rejects(store.add(made(2)), StoreFullError);
    assert.equal((await store.add(made(1))).isNew, false);
    await store.delete([1]);
    assert.equal((await store.add(made(2))).isNew, true);
  }, 2);
});

/** Every filter against the plain sense of it. */
Deno.test("filters choose by answer, reading, day and id, and by all of them", async () => {
  await withStore(async (store) => {
    const answers = [0, 1, null];
    const dates = ["2026-01-31", "2026-02-01", "2026-02-02"];
    let number = 0;
    for (const digit of answers) {
      for (const read of answers) {
        for (const date of dates) {
          await store.add(made(number++, { digit, read, date }));
        }
      }
    }
    const all = await store.list({}, ALL);
    assert.equal(all.length, 27);
    const parts = {
      digit: [undefined, ...answers],
      read: [undefined, ...answers],
      from: [undefined, ...dates],
      to: [undefined, ...dates],
      upTo: [undefined, 5, 20],
    };
    for (const filter of combinations(parts)) {
      const { digit, read, from = "", to = "9", upTo = 99 } = filter;
      const expected = all.filter((one) =>
        (digit === undefined || one.digit === digit) &&
        (read === undefined || one.read === read) &&
        one.date >= from && one.date <= to && one.id <= upTo
      );
      assert.deepEqual(await store.list(filter, ALL), expected);
      assert.equal(await store.count(filter), expected.length);
    }
  });
});

function combinations(
  parts: Record<string, readonly unknown[]>,
): CorrectionFilter[] {
  return Object.entries(parts).reduce<Record<string, unknown>[]>(
    (all, [name, values]) =>
      all.flatMap((one) =>
        values.map((value) =>
          value === undefined ? one : { ...one, [name]: value }
        )
      ),
    [{}],
  );
}

Deno.test("slices of the list make the whole list", async () => {
  await withStore(async (store) => {
    for (let i = 0; i < 25; i++) await store.add(made(i));
    const slices = [];
    for (let offset = 0; offset < 30; offset += 10) {
      slices.push(...await store.list({}, { offset, limit: 10 }));
    }
    assert.deepEqual(slices, await store.list({}, ALL));
  });
});

Deno.test("iterate gives all, oldest first, while others are deleted and added", async () => {
  await withStore(async (store) => {
    const count = 510;
    for (let i = 0; i < count; i++) {
      await store.add(made(i, { digit: i % 10 }));
    }
    const seen: number[] = [];
    for await (const { id } of store.iterate({ digit: 3 })) {
      if (seen.length === 0) await store.delete([1]);
      seen.push(id);
    }
    const expected = Array.from({ length: 51 }, (_, i) => 4 + 10 * i);
    assert.deepEqual(seen, expected);
    const all = await Array.fromAsync(store.iterate({}), ({ id }) => id);
    assert.deepEqual(all, Array.from({ length: count - 1 }, (_, i) => i + 2));
  });
});

Deno.test("delete takes the ids that are there, and no id comes back", async () => {
  await withStore(async (store) => {
    for (let i = 0; i < 4; i++) await store.add(made(i));
    assert.equal(await store.delete([2, 4, 99]), 2);
    assert.equal((await store.add(made(9))).id, 5);
    const found = await store.find([5, 3, 2, 1]);
    assert.deepEqual(found.map(({ id }) => id), [1, 3, 5]);
  });
});

Deno.test("deleteAll takes what meets the filter and nothing else", async () => {
  await withStore(async (store) => {
    for (let i = 0; i < 20; i++) await store.add(made(i, { digit: i % 10 }));
    assert.equal(await store.deleteAll({ digit: 3, upTo: 10 }), 1);
    assert.equal(await store.deleteAll({ digit: 3 }), 1);
    assert.equal(await store.count({}), 18);
    assert.equal(await store.deleteAll({}), 18);
  });
});

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
