import assert from "node:assert/strict";
import type { FamilyResult } from "../../src/model_comparison.ts";
import { FormError } from "../../src/read_json.ts";
import {
  addResult,
  readResults,
  writeResults,
} from "../../train/compare/comparison_file.ts";
import { FAMILIES } from "../../train/compare/families.ts";
import { comparisonPicture } from "../../train/compare/picture.ts";
import { formatResults } from "../../train/compare/table.ts";
import { Random } from "../../train/random.ts";
import { wilsonInterval } from "../../train/score.ts";
import { withTemporaryFolder } from "./temporary_folder.ts";

const IDS = [...FAMILIES.map(({ id }) => id), "inkling"];

function result(id: string, correct = 9000): FamilyResult {
  return {
    id,
    name: `The ${id} & co`,
    explanation: "It loses.",
    reference: id === "inkling" ? null : 0.9,
    images: 10_000,
    correct,
    accuracy: correct / 10_000,
    interval: wilsonInterval(correct, 10_000),
    parameters: 7960,
    epochs: null,
    trainingImages: 60_000,
    seed: 1,
    trainingSeconds: 34,
    predictionMs: 0.07,
    confused: { truth: 5, read: 3, count: 37 },
  };
}

const results = IDS.map((id, i) => result(id, 5000 + 700 * i));

Deno.test("addResult() keeps the order of the families, ours last, whatever came first", () => {
  const order = new Random(3).permutation(IDS.length);
  let kept: readonly FamilyResult[] = [];
  for (const i of order) kept = addResult(kept, result(IDS[i]!));
  assert.deepEqual(kept.map(({ id }) => id), IDS);
});

Deno.test("addResult() puts a new result in place of an earlier one", () => {
  const kept = addResult(results, result("lstm", 9876));
  assert.equal(kept.length, results.length);
  assert.equal(kept.find(({ id }) => id === "lstm")?.correct, 9876);
});

Deno.test("results are read as they were written, and none before that", async () => {
  await withTemporaryFolder(async (folder) => {
    const path = `${folder}/comparison.json`;
    assert.deepEqual(await readResults(path), []);
    await writeResults(path, results);
    assert.deepEqual(await readResults(path), results);
    assert.deepEqual(
      Array.from(Deno.readDirSync(folder), ({ name }) => name),
      ["comparison.json"],
    );
  });
});

Deno.test("a file of another form is not taken for results", async () => {
  await withTemporaryFolder(async (folder) => {
    const path = `${folder}/comparison.json`;
    await Deno.writeTextFile(path, `{"date": "today"}`);
    await assert.rejects(readResults(path), FormError);
  });
});

Deno.test("the table has a row a family, all of one width", () => {
  const [head, ...rows] = formatResults(results).split("\n");
  assert.deepEqual(
    rows.map((row) => row.match(/^The (\S+)/)?.[1]),
    IDS,
  );
  for (const row of rows) assert.equal(row.length, head!.length);
});

Deno.test("the picture has a point a family, further left the fewer are misread", () => {
  const picture = comparisonPicture(results);
  const points = [...picture.matchAll(/<circle cx="([\d.]+)"/g)]
    .map(([, x]) => Number(x));
  assert.equal(points.length, results.length);
  points.slice(1).forEach((x, i) => assert.ok(x < points[i]!));
});

Deno.test("the picture is well-formed, whatever the names hold", () => {
  const picture = comparisonPicture(results);
  assert.ok(picture.includes("The lstm &amp; co"));
  assert.doesNotMatch(picture, /NaN|undefined/);
  const open: string[] = [];
  for (
    const [, slash, name, end] of picture.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)
  ) {
    if (slash) assert.equal(open.pop(), name);
    else if (!end) open.push(name!);
  }
  assert.deepEqual(open, []);
});

for (
  const [option, reason] of [
    ["--only=svm", /^--only: expected some of small-dense, .*, found svm$/],
    ["--epochs=0", /^--epochs: expected a whole number above 0, found 0$/],
    ["--onyl=cnn", /^Unknown option '--onyl'/],
  ] as const
) {
  Deno.test(`deno task compare says in one line what is wrong with ${option}`, async () => {
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", "compare", option],
    }).output();
    assert.equal(code, 1);
    assert.match(new TextDecoder().decode(stderr).trim(), reason);
  });
}
