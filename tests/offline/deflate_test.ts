import assert from "node:assert/strict";
import * as zlib from "node:zlib";
import { crc32, deflateSync } from "../../src/offline/deflate.ts";

/** Bytes in runs, as long as `lengths` says, of values that differ from run to run. */
function runs(lengths: readonly number[]): Uint8Array {
  return Uint8Array.from(
    lengths.flatMap((length, i) => Array(length).fill(i * 37 % 256)),
  );
}

/** Numbers in 0..below, the same each time (Numerical Recipes' generator). */
function randoms(count: number, below: number): number[] {
  let state = 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * below);
  });
}

const cases: [name: string, bytes: Uint8Array][] = [
  ["nothing", new Uint8Array()],
  ["every byte once", Uint8Array.from({ length: 256 }, (_, i) => i)],
  ["noise", Uint8Array.from(randoms(10_000, 256))],
  ["a run of every length", runs(Array.from({ length: 600 }, (_, i) => i))],
  ["runs of any length", runs(randoms(500, 900))],
  ["one long run", new Uint8Array(300_000).fill(255)],
];

for (const [name, bytes] of cases) {
  Deno.test(`${name} comes out of zlib as it went into the browser's deflate`, () => {
    const inflated = zlib.inflateSync(deflateSync(bytes));
    assert.deepEqual(new Uint8Array(inflated), bytes);
  });

  Deno.test(`${name} has the CRC that zlib finds`, () => {
    assert.equal(crc32(bytes), zlib.crc32(bytes));
  });
}

Deno.test("a run takes a hundredth of its bytes", () => {
  assert.ok(deflateSync(new Uint8Array(100_000)).length < 1000);
});
