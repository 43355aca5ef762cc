import assert from "node:assert/strict";
import { expose } from "../../src/telemetry/exposition.ts";
import {
  createCounter,
  createGauge,
  createHistogram,
} from "../../src/telemetry/metric.ts";
import { parseExposition } from "./parse_exposition.ts";

Deno.test("a counter starts where it is known from, and adds up by its labels", () => {
  const counter = createCounter("told_total", "Told", ["to", "by"]);
  counter.of({ to: "a", by: "b" });
  counter.of({ to: "a", by: "c" }).add();
  counter.of({ by: "c", to: "a" }).add(2);
  assert.deepEqual(parseExposition(expose([counter])), [
    { name: "told_total", labels: { to: "a", by: "b" }, value: 0 },
    { name: "told_total", labels: { to: "a", by: "c" }, value: 3 },
  ]);
});

Deno.test("label values keep every character on the way to a scraper", () => {
  const values = ['"', "\\", "\n", "\\n", 'a"b\\', "{}=,", "ß 7", "", "\\\\n"];
  const counter = createCounter("told_total", 'Said "so"\nand \\ so', ["what"]);
  for (const what of values) counter.of({ what }).add();
  const scraped = parseExposition(expose([counter]));
  assert.deepEqual(scraped.map(({ labels }) => labels.what), values);
  assert.deepEqual(scraped.map(({ value }) => value), values.map(() => 1));
});

Deno.test("a gauge tells what is now", () => {
  let now = 1;
  const gauge = createGauge("level", "Level", () => now);
  const read = () => parseExposition(expose([gauge]))[0]?.value;
  assert.equal(read(), 1);
  for (const value of [-0.25, 1e-9, 2 ** 60, Infinity, -Infinity, NaN]) {
    now = value;
    assert.equal(read(), value);
  }
});

Deno.test("a histogram counts at each bound what is at most as large", () => {
  const bounds = [0.001, 0.01, 0.1, 1];
  const values = [0, 0.001, 0.0011, 0.05, 0.1, 0.5, 1, 1.0001, 70, 0.01];
  const histogram = createHistogram("took_seconds", "Took", ["by"], bounds);
  for (const value of values) histogram.of({ by: "us" }).observe(value);
  const scraped = parseExposition(expose([histogram]));
  for (const bound of [...bounds, Infinity]) {
    const le = bound === Infinity ? "+Inf" : String(bound);
    const bucket = scraped.find(({ labels }) => labels.le === le);
    assert.equal(
      bucket?.value,
      values.filter((value) => value <= bound).length,
      le,
    );
  }
  const [sum, count] = scraped.slice(-2);
  assert.equal(sum?.name, "took_seconds_sum");
  assert.equal(sum.value, values.reduce((sum, value) => sum + value));
  assert.deepEqual(count, {
    name: "took_seconds_count",
    labels: { by: "us" },
    value: values.length,
  });
});
