import assert from "node:assert/strict";
import { rankMistakes, scoreDigits } from "../../src/confusion.ts";
import { Random } from "../../train/random.ts";
import { assertClose } from "../inference/assert_close.ts";

/** Pairs of what was written and what was read. */
function readings(count: number): [truth: number, read: number][] {
  const random = new Random(1);
  return Array.from({ length: count }, () => {
    const truth = random.uint32() % 10;
    return [truth, random.uniform() < 0.7 ? truth : random.uint32() % 10];
  });
}

function tabulate(pairs: readonly [number, number][]): number[][] {
  const table = Array.from({ length: 10 }, () => new Array<number>(10).fill(0));
  for (const [truth, read] of pairs) table[truth]![read]!++;
  return table;
}

Deno.test("scoreDigits() gives precision and recall as counting says", () => {
  const pairs = readings(1000);
  for (
    const { digit, images, precision, recall } of scoreDigits(tabulate(pairs))
  ) {
    const written = pairs.filter(([truth]) => truth === digit);
    const read = pairs.filter(([, read]) => read === digit);
    const right = written.filter(([, read]) => read === digit).length;
    assert.equal(images, written.length);
    assertClose(
      [precision!, recall!],
      [right / read.length, right / written.length],
      1e-12,
      `${digit}`,
    );
  }
});

Deno.test("scoreDigits() claims nothing of a digit that was never written or read", () => {
  const [, one] = scoreDigits(tabulate([[0, 0]]));
  assert.deepEqual(one, { digit: 1, images: 0, precision: null, recall: null });
});

Deno.test("rankMistakes() has every misreading, the most frequent first", () => {
  const pairs = readings(1000);
  const mistakes = rankMistakes(tabulate(pairs));
  const total = mistakes.reduce((sum, { count }) => sum + count, 0);
  assert.equal(total, pairs.filter(([truth, read]) => truth !== read).length);
  mistakes.forEach(({ truth, read, count }, i) => {
    assert.notEqual(truth, read);
    assert.ok(count > 0 && count <= (mistakes[i - 1]?.count ?? Infinity));
  });
  assert.deepEqual(rankMistakes(tabulate([[3, 3]])), []);
});
