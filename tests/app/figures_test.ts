import assert from "node:assert/strict";
import { figures } from "../../src/views/words/figures.ts";

const { en, ru } = figures;

Deno.test("a percentage never rounds to certainty or impossibility", () => {
  assert.equal(en.percent(0.99951), "over 99.9%");
  assert.equal(en.percent(0.0004), "under 0.1%");
  assert.equal(en.percent(0.5), "50.0%");
  assert.equal(en.percent(0), "0%");
});

Deno.test("a short percentage has two digits at most, and never rounds up", () => {
  assert.equal(en.shortPercent(1), "99%");
  assert.equal(en.shortPercent(0.99951), "99%");
  assert.equal(en.shortPercent(0.7199), "71%");
  assert.equal(en.shortPercent(0.004), "0%");
});

Deno.test("Russian figures have decimal commas, and spaces that do not break", () => {
  assert.equal(ru.percent(0.99951), "более 99,9\u00a0%");
  assert.equal(ru.share(0.9963), "99,63\u00a0%");
  assert.equal(ru.shareTick(0.025), "2,5\u00a0%");
  assert.equal(ru.whole(80_163), "80\u00a0163");
  assert.equal(ru.millions(2_714_040), "2,71 млн");
});

Deno.test("times are told in the units that need few digits", () => {
  assert.equal(en.duration(0.4), "under 1 s");
  assert.equal(en.duration(59.6), "1 min 0 s");
  assert.equal(en.duration(7260), "2 h 1 min");
  assert.equal(ru.duration(1568), "26 мин 8 с");
  assert.equal(en.milliseconds(0.046), "46 µs");
  assert.equal(ru.milliseconds(2.528), "2,5 мс");
  assert.equal(en.milliseconds(39.8), "40 ms");
});

Deno.test("a day is told in words, and what is no day as it is", () => {
  assert.equal(en.day("2026-11-23"), "November 23,\u00a02026");
  assert.equal(ru.day("2026-11-23"), "23 ноября 2026\u00a0г.");
  assert.equal(en.day("soon"), "soon");
});
