import assert from "node:assert/strict";
import { plainAxis, shareAxis } from "../../src/views/charts/axis.ts";
import { figures } from "../../src/views/words/figures.ts";

const HIGHS = [0.0007, 0.003, 0.0133, 0.05, 0.1, 0.2, 0.37, 0.5, 0.99, 1];

Deno.test("an axis goes from 0 to a round number not far above what it must hold", () => {
  for (const high of [...HIGHS, 3, 20, 30, 47, 100]) {
    const { ticks, low, high: end } = plainAxis("", figures.en, high);
    assert.equal(low, 0);
    assert.equal(ticks[0], 0);
    assert.equal(ticks.at(-1), end);
    assert.ok(end >= high && end < 2 * high, `${high}: ${end}`);
    assert.ok(ticks.length >= 3 && ticks.length <= 6, ticks.join());
    ticks.slice(1).forEach((tick, i) => assert.ok(tick > ticks[i]!));
  }
});

Deno.test("the figures on an axis of shares are what they stand for", () => {
  for (const high of HIGHS) {
    const { ticks, format } = shareAxis("", figures.en, high);
    for (const tick of ticks) {
      assert.match(format(tick), /^\d+(\.\d+)?%$/);
      assert.ok(Math.abs(parseFloat(format(tick)) / 100 - tick) < 1e-9);
    }
  }
});

Deno.test("an axis of all shares ends at 100%", () => {
  const { ticks, format } = shareAxis("", figures.en);
  assert.deepEqual(ticks.map(format), [
    "0%",
    "20%",
    "40%",
    "60%",
    "80%",
    "100%",
  ]);
});
