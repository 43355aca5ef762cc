import assert from "node:assert/strict";
import { interleave, ratio, type Timing } from "../../bench/interleave.ts";

const timing = (name: string, rounds: number[]): Timing => ({
  name,
  rounds,
  median_ms: 0,
  p99_ms: 0,
});

Deno.test("interleave() gives every contender its turn in every round", async () => {
  const calls: string[] = [];
  const contender = (name: string) => ({
    name,
    run: (i: number) => void calls.push(`${name}${i}`),
  });
  const timings = await interleave([contender("a"), contender("b")], {
    warmup: 1,
    rounds: 2,
    calls: 2,
  });
  assert.deepEqual(calls, [
    "a0",
    "b0",
    "a0",
    "a1",
    "b0",
    "b1",
    "a2",
    "a3",
    "b2",
    "b3",
  ]);
  assert.deepEqual(timings.map(({ name, rounds }) => [name, rounds.length]), [[
    "a",
    2,
  ], ["b", 2]]);
});

Deno.test("ratio() compares round by round, so a slow moment of the machine cancels", () => {
  const fast = timing("fast", [1, 1, 10, 1]);
  const slow = timing("slow", [3, 3, 30, 3]);
  assert.deepEqual(ratio(fast, slow), { median: 3, low: 3, high: 3 });
});
