import assert from "node:assert/strict";
import { BulkError } from "../../src/bulk/bulk_error.ts";
import { Selection } from "../../src/bulk/selection.ts";
import { parseShard, shardSize, WHOLE } from "../../src/bulk/shard.ts";

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ file: "set", index }));

Deno.test("the shards of any number of pictures are a partition of them", () => {
  for (const total of [0, 1, 2, 7, 16, 101]) {
    for (const count of [1, 2, 3, 8, 120]) {
      const found = Array.from({ length: count }, (_, index) => {
        const selection = new Selection({ index, count }, null);
        const own = names(total).filter((name) => selection.takes(name));
        assert.equal(own.length, shardSize({ index, count }, total));
        return own;
      });
      const together = found.flat().sort((a, b) => a.index - b.index);
      assert.deepEqual(together, names(total));
    }
  }
});

Deno.test("a shard is written I/N, counted from 0", () => {
  assert.deepEqual(parseShard("0/1"), WHOLE);
  assert.deepEqual(parseShard("7/8"), { index: 7, count: 8 });
  for (const text of ["8/8", "0/0", "-1/2", "1", "1/2/3", "a/b", ""]) {
    assert.throws(() => parseShard(text), BulkError, text);
  }
});

Deno.test("pictures that are done are left out, and the others are not", () => {
  const shard = { index: 1, count: 3 };
  const own = names(20).filter(({ index }) => index % 3 === 1);
  for (let count = 1; count <= own.length; count++) {
    const selection = new Selection(shard, { count, last: own[count - 1]! });
    const left = names(20).filter((name) => selection.takes(name));
    selection.finish();
    assert.deepEqual(left, own.slice(count));
  }
});

Deno.test("results of other pictures are not gone on with", () => {
  const other = new Selection(WHOLE, { count: 2, last: { file: "other" } });
  assert.ok(!other.takes({ file: "a" }));
  assert.throws(() => other.takes({ file: "b" }), /end with other, where b/);
  const longer = new Selection(WHOLE, { count: 2, last: { file: "b" } });
  assert.ok(!longer.takes({ file: "a" }));
  assert.throws(() => longer.finish(), /2 lines, where there are 1 pictures/);
});
