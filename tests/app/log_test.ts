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

Deno.test("what a client sends begins no line of the log, and drives no terminal", () => {
  const lines: string[] = [];
  const log = createLog("error", (line) => lines.push(line));
  log.error("GET /\r\n2026 error made up\x1b[31m\u202e 404");
  log.error("Error: sent\n    at read (file:///read.ts:1:1)");
  assert.match(
    lines[0]!,
    /GET \/\\u\{000d\}\\u\{000a\}2026 error [^\p{Cc}\p{Cf}]*$/u,
  );
  assert.match(lines[1]!, /sent\n {4}at read/);
});
