import assert from "node:assert/strict";
import { survives } from "../imaging/decode/assert_refused.ts";
import { seeded } from "../imaging/draw.ts";
import { fuzzFormat } from "./fuzz_format.ts";
import { mutate } from "./mutate.ts";
import { SEEDS } from "./seeds.ts";

/** `deno task fuzz` makes more of them. */
const COUNT = 300;

for (const format of ["PNG", "JPEG", "GIF", "WebP"] as const) {
  Deno.test(`the seeds of ${format} are whole`, () => {
    for (const seed of SEEDS[format]) assert.ok(survives(seed));
  });

  Deno.test(`${COUNT} mutations of ${format} are read or refused, nothing else`, () => {
    const { refused, read } = fuzzFormat(format, COUNT, 7);
    assert.equal(refused + read, COUNT);
    // Else the mutations would not get to where pixels are decoded.
    assert.ok(refused > COUNT / 10 && read > COUNT / 50, `${read} read`);
  });
}

Deno.test("the same seed makes the same mutations", () => {
  const [file] = SEEDS.PNG;
  const twice = [1, 2].map(() => mutate(file!, seeded(5), file!));
  assert.deepEqual(twice[0], twice[1]);
});
