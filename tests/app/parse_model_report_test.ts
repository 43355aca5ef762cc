import assert from "node:assert/strict";
import { parseModelComparison } from "../../src/parse_model_comparison.ts";
import { parseModelReport } from "../../src/parse_model_report.ts";
import { FormError } from "../../src/read_json.ts";
import { comparison, fullReport, shortReport } from "./model_report.ts";

/** As it comes from a file. */
function written(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Every place of a document that holds a value, as keys from its top. */
function places(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, item]) =>
      places(item, [...path, key])
    ),
  ];
}

/** The document with another value in one place. */
function changed(document: unknown, path: string[], value: unknown): unknown {
  const copy = written(document) as Record<string, unknown>;
  let parent = copy;
  for (const key of path.slice(0, -1)) {
    parent = parent[key] as Record<string, unknown>;
  }
  parent[path.at(-1)!] = value;
  return copy;
}

for (
  const [name, report] of Object.entries({ shortReport, fullReport })
) {
  Deno.test(`parseModelReport() gives back a ${name} as it was written`, () => {
    assert.deepEqual(parseModelReport(written(report)), report);
  });
}

Deno.test("parseModelReport() passes over what the page does not show", () => {
  const more = { ...shortReport, dataHash: "edc0", calibration: {} };
  assert.deepEqual(parseModelReport(written(more)), shortReport);
});

Deno.test("parseModelComparison() gives back what was written", () => {
  assert.deepEqual(parseModelComparison(written(comparison)), comparison);
});

/** The recipe is shown as it comes, whatever it holds, and a bias is there or not. */
const FREE = /^recipe\.|\.bias$/;

Deno.test("a wrong value in any place of a report is named with its place", () => {
  for (const path of places(written(fullReport))) {
    if (FREE.test(path.join("."))) continue;
    assert.throws(
      () => parseModelReport(changed(fullReport, path, true)),
      (error) => {
        assert.ok(error instanceof FormError, path.join("."));
        assert.ok(error.message.includes(path.at(-1)!), error.message);
        assert.doesNotMatch(error.message, /\n/);
        return true;
      },
    );
  }
});

Deno.test("a wrong value in any place of a comparison is named with its place", () => {
  for (const path of places(written(comparison))) {
    assert.throws(
      () => parseModelComparison(changed(comparison, path, [[]])),
      (error) =>
        error instanceof FormError && error.message.includes(path.at(-1)!),
      path.join("."),
    );
  }
});

const wrong: [path: string, value: unknown, message: RegExp][] = [
  [
    "test.accuracy",
    1.5,
    /^test\.accuracy: expected a number in 0\.\.1, found 1\.5$/,
  ],
  ["test.confusion", [[1]], /^test\.confusion\.length: expected 10, found 1$/],
  ["version", undefined, /^version: expected a text, found nothing$/],
  [
    "evaluation.sets.0.kind",
    "secret",
    /^evaluation\.sets\[0\]\.kind: expected one of mnist, development, unseen, found "secret"$/,
  ],
  [
    "evaluation.misread.0.pixels",
    "AAAA",
    /^evaluation\.misread\[0\]\.pixels: expected 784 bytes, found 3$/,
  ],
  ["evaluation.misread.0.pixels", "?", /expected base64/],
];
for (const [path, value, message] of wrong) {
  Deno.test(`parseModelReport() says what is wrong with ${path} ${JSON.stringify(value)}`, () => {
    const report = changed(fullReport, path.split("."), value);
    assert.throws(() => parseModelReport(report), { message });
  });
}

for (const value of [null, [], "report", 1]) {
  Deno.test(`parseModelReport() refuses ${JSON.stringify(value)}`, () => {
    assert.throws(() => parseModelReport(value), FormError);
  });
}
