import assert from "node:assert/strict";
import { limitsPage, PAGE } from "./limits_page.ts";

Deno.test("docs/limits.md has the limits that hold; else run `deno task limits`", async () => {
  assert.equal(await Deno.readTextFile(PAGE), await limitsPage());
});

Deno.test("every limit has a number and a reason", async () => {
  const page = await limitsPage();
  const rows = page.match(/^\| `.*$/gm) ?? [];
  assert.ok(rows.length >= 15, `${rows.length} limits`);
  for (const row of rows) {
    assert.match(row, /^\| `[A-Z_]+` \| [\d,]+ \| .{30,} \|$/);
  }
});
