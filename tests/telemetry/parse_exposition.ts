import assert from "node:assert/strict";

/** One line of values, as a scraper takes it. */
export interface Scraped {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
const LABEL = `[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"`;
const SAMPLE = new RegExp(
  `^(${NAME})(?:\\{((?:${LABEL})(?:,${LABEL})*)\\})? (\\S+)$`,
);

/**
 * Reads the text format of Prometheus, version 0.0.4, and checks what it
 * demands: a type for every name before its values, no values told twice.
 */
export function parseExposition(text: string): Scraped[] {
  assert.ok(text.endsWith("\n"));
  const types = new Map<string, string>();
  const seen = new Set<string>();
  return text.trimEnd().split("\n").flatMap((line) => {
    if (line.startsWith("# HELP ")) return [];
    const [, typed, type] = line.match(/^# TYPE (\S+) (\w+)$/) ?? [];
    if (typed !== undefined && type !== undefined) {
      assert.ok(!types.has(typed), `${typed} comes twice`);
      types.set(typed, type);
      return [];
    }
    const [, name, labels = "", value] = line.match(SAMPLE) ?? [];
    assert.ok(name !== undefined && value !== undefined, `no sample: ${line}`);
    const family = types.has(name) ? name : name.replace(PART, "");
    assert.ok(types.has(family), `${name} has no type`);
    assert.equal(family !== name, types.get(family) === "histogram", line);
    assert.ok(!seen.has(`${name}{${labels}}`), `told twice: ${line}`);
    seen.add(`${name}{${labels}}`);
    return [{ name, labels: parseLabels(labels), value: parseValue(value) }];
  });
}

const PART = /_(bucket|sum|count)$/;

function parseLabels(text: string): Record<string, string> {
  const pairs = [...text.matchAll(new RegExp(LABEL, "g"))].map(([pair]) => {
    const [name = "", quoted = ""] = pair.split(/=(.*)/s);
    const value = quoted.slice(1, -1).replace(
      /\\(.)/g,
      (_, escaped) => escaped === "n" ? "\n" : escaped,
    );
    return [name, value];
  });
  return Object.fromEntries(pairs);
}

function parseValue(text: string): number {
  const value = Number(text.replace("Inf", "Infinity"));
  assert.ok(text === "NaN" || !Number.isNaN(value), `no number: ${text}`);
  return value;
}

/** The value of a name with these labels among others; 0 where there is none. */
export function valueOf(
  scraped: readonly Scraped[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number {
  return scraped
    .filter((sample) =>
      sample.name === name &&
      Object.entries(labels).every(([key, value]) =>
        sample.labels[key] === value
      )
    )
    .reduce((sum, { value }) => sum + value, 0);
}
