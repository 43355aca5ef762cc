import assert from "node:assert/strict";
import type { CorrectionFilter } from "../../src/corrections/correction.ts";
import {
  type CorrectionStore,
  StoreFullError,
} from "../../src/corrections/correction_store.ts";
import { made } from "./made.ts";

type WithStore = (
  use: (store: CorrectionStore) => Promise<void>,
  capacity?: number,
) => Promise<void>;

const ALL = { offset: 0, limit: 1000 };

/** What holds of every store, wherever it keeps corrections. */
export function testStore(
  kind: string,
  withStore: WithStore,
  ignore = false,
): void {
  Deno.test({
    ignore,
    name: `${kind}: what was added is listed as it was said, newest first`,
    fn: async () => {
      await withStore(async (store) => {
        const said = [
          made(0),
          made(1, { digit: null }),
          made(2, { read: null }),
        ];
        for (const correction of said) await store.add(correction);
        const listed = await store.list({}, ALL);
        assert.deepEqual(
          listed.toReversed().map(({ id: _, ...rest }) => rest),
          said,
        );
        assert.deepEqual(listed.map(({ id }) => id), [3, 2, 1]);
      });
    },
  });

  Deno.test({
    ignore,
    name:
      `${kind}: the same picture with the same answer is kept once, with another answer twice`,
    fn: async () => {
      await withStore(async (store) => {
        const first = await store.add(made(0));
        const later = made(0, { read: 4, date: "2026-12-01" });
        assert.deepEqual(first, { id: 1, isNew: true });
        assert.deepEqual(await store.add(later), { id: 1, isNew: false });
        const other = await store.add(made(0, { digit: 2 }));
        assert.equal(other.isNew, true);
        assert.equal(await store.count({}), 2);
      });
    },
  });

  Deno.test({
    ignore,
    name: `${kind}: a full store refuses what is new, and knows what it has`,
    fn: async () => {
      await withStore(async (store) => {
        await store.add(made(0));
        await store.add(made(1));
        await assert.rejects(store.add(made(2)), StoreFullError);
        assert.equal((await store.add(made(1))).isNew, false);
        await store.delete([1]);
        assert.equal((await store.add(made(2))).isNew, true);
      }, 2);
    },
  });

  /** Every filter against the plain sense of it. */
  Deno.test({
    ignore,
    name:
      `${kind}: filters choose by answer, reading, day and id, and by all of them`,
    fn: async () => {
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
    },
  });

  Deno.test({
    ignore,
    name: `${kind}: slices of the list make the whole list`,
    fn: async () => {
      await withStore(async (store) => {
        for (let i = 0; i < 25; i++) await store.add(made(i));
        const slices = [];
        for (let offset = 0; offset < 30; offset += 10) {
          slices.push(...await store.list({}, { offset, limit: 10 }));
        }
        assert.deepEqual(slices, await store.list({}, ALL));
      });
    },
  });

  Deno.test({
    ignore,
    name:
      `${kind}: iterate gives all, oldest first, while others are deleted and added`,
    fn: async () => {
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
        assert.deepEqual(
          all,
          Array.from({ length: count - 1 }, (_, i) => i + 2),
        );
      });
    },
  });

  Deno.test({
    ignore,
    name: `${kind}: delete takes the ids that are there, and no id comes back`,
    fn: async () => {
      await withStore(async (store) => {
        for (let i = 0; i < 4; i++) await store.add(made(i));
        assert.equal(await store.delete([2, 4, 99]), 2);
        assert.equal((await store.add(made(9))).id, 5);
        const found = await store.find([5, 3, 2, 1]);
        assert.deepEqual(found.map(({ id }) => id), [1, 3, 5]);
      });
    },
  });

  Deno.test({
    ignore,
    name: `${kind}: deleteAll takes what meets the filter and nothing else`,
    fn: async () => {
      await withStore(async (store) => {
        for (let i = 0; i < 20; i++) {
          await store.add(made(i, { digit: i % 10 }));
        }
        assert.equal(await store.deleteAll({ digit: 3, upTo: 10 }), 1);
        assert.equal(await store.deleteAll({ digit: 3 }), 1);
        assert.equal(await store.count({}), 18);
        assert.equal(await store.deleteAll({}), 18);
      });
    },
  });
}

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
