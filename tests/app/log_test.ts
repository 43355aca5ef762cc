import assert from "node:assert/strict";
import { createLog, LOG_LEVELS, type LogFormat } from "../../src/log.ts";

function collect(format: LogFormat) {
  const entries: string[] = [];
  const write = (entry: string) => entries.push(entry);
  return { entries, log: createLog("debug", { format, write }) };
}

Deno.test("a log writes its level and above, one entry each", () => {
  const entries: string[] = [];
  const write = (entry: string) => entries.push(entry);
  const log = createLog("warn", { write });
  for (const level of LOG_LEVELS) log[level]("told");
  assert.equal(entries.length, 2);
  assert.match(entries[0]!, /^\d{4}-\d\d-\d\dT[\d:.]+Z warn told$/);
  assert.match(entries[1]!, / error told$/);
});

const STRANGE = ['"', "\n", "\r\n", "\\", "\u0000", "\u001b[2J", "\u0085", "ß"];

for (const strange of STRANGE) {
  const shown = JSON.stringify(strange);
  Deno.test(`a JSON entry keeps ${shown} and stays one line`, () => {
    const { entries, log } = collect("json");
    log.warn(`a${strange}b`, {
      field: strange,
      deep: { er: strange },
      no: undefined,
    });
    assert.equal(entries.length, 1);
    assert.doesNotMatch(entries[0]!, /[\n\r]/);
    const { time, ...rest } = JSON.parse(entries[0]!);
    assert.equal(new Date(time).toISOString(), time);
    assert.deepEqual(rest, {
      level: "warn",
      message: `a${strange}b`,
      field: strange,
      deep: { er: strange },
    });
  });

  Deno.test(`a text entry with ${shown} passes for no other and moves no cursor`, () => {
    const { entries, log } = collect("text");
    log.warn(`a${strange}2026-01-01 error b`, { field: strange });
    const [, ...more] = entries[0]!.split("\n");
    for (const line of more) assert.match(line, /^ {2}/);
    assert.doesNotMatch(entries[0]!.replaceAll("\n", ""), /\p{Cc}/u);
  });
}

Deno.test("a text entry has its fields by name, those within others by both", () => {
  const { entries, log } = collect("text");
  const stages = { decode: 0.5, render: 2 };
  log.info("request", {
    id: "a-1",
    said: "two words",
    stages,
    none: undefined,
  });
  assert.match(
    entries[0]!,
    /^\S+ info request id=a-1 said="two words" stages.decode=0.5 stages.render=2$/,
  );
});

Deno.test("what a client sends begins no line of the log, and drives no terminal", () => {
  const lines: string[] = [];
  const log = createLog("error", { write: (line) => lines.push(line) });
  log.error("GET /\r\n2026 error made up\x1b[31m\u202e 404");
  log.error("Error: sent\n    at read (file:///read.ts:1:1)");
  assert.match(
    lines[0]!,
    /GET \/\\u\{000d\}\\u\{000a\}2026 error [^\p{Cc}\p{Cf}]*$/u,
  );
  assert.match(lines[1]!, /sent\n {4}at read/);
});
