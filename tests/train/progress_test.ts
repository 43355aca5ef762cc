import assert from "node:assert/strict";
import { Eta, formatDuration } from "../../train/progress.ts";

Deno.test("formatDuration() shows minutes and seconds, and hours where there are any", () => {
  const table: [number, string][] = [
    [0, "0:00"],
    [59.4, "0:59"],
    [59.6, "1:00"],
    [751, "12:31"],
    [3599.6, "1:00:00"],
    [3725, "1:02:05"],
    [-3, "0:00"],
    [NaN, "--:--"],
    [Infinity, "--:--"],
  ];
  for (const [seconds, text] of table) {
    assert.equal(formatDuration(seconds), text, String(seconds));
  }
});

Deno.test("Eta knows nothing before anything was done, and nothing is left at the end", () => {
  const eta = new Eta(10, 4);
  assert.equal(eta.format(4), "--:--");
  while (!(eta.rate(10) < Infinity)); // until the clock has ticked
  assert.equal(eta.format(10), "0:00");
});
