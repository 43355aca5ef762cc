import assert from "node:assert/strict";
import { logOdds } from "../../src/explain/log_odds.ts";
import { softmax } from "../../src/inference/softmax.ts";
import { Random } from "../../train/random.ts";

Deno.test("logOdds() is the logarithm of p / (1 - p)", () => {
  for (let seed = 0; seed < 100; seed++) {
    const random = new Random(seed, 40);
    const logits = Float64Array.from({ length: 11 }, () => 4 * random.signed());
    const probabilities = new Float64Array(11);
    softmax(probabilities, logits);
    for (const [target, p] of probabilities.entries()) {
      const expected = Math.log(p / (1 - p));
      const found = logOdds(logits, target);
      assert.ok(Math.abs(found - expected) < 1e-9, `${found}, ${expected}`);
    }
  }
});

Deno.test("logOdds() tells certainties apart that probabilities do not", () => {
  assert.equal(logOdds([1000, 0], 0), 1000);
  assert.equal(logOdds([2000, 0], 0), 2000);
  assert.equal(logOdds([2000, 0], 1), -2000);
});
