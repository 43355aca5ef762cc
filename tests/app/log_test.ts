import assert from "node:assert/strict";
import { createLog, LOG_LEVELS } from "../../src/log.ts";

Deno.test("a log writes its level and above, one line each", () => {
  const lines: string[] = [];
  const log = createLog("warn", (line) => lines.push(line));
  for (const level of LOG_LEVELS) log[level]("told");
  assert.equal(lines.length, 2);
  assert.match(lines[0]!, /^\d{4}-\d\d-\d\dT[\d:.]+Z warn told$/);
  assert.match(lines[1]!, / error told$/);
});
