import assert from "node:assert/strict";
import { openResults } from "../../src/bulk/results.ts";
import { withTemporaryFolder } from "../train/temporary_folder.ts";

const LINES = [
  `{"file":"a.png","text":"7","digits":[]}\n`,
  `{"file":"ä \\n \\" 図.png","problem":"broken – キ"}\n`,
  `{"file":"idx","index":0,"text":"","digits":[]}\n`,
  `{"file":"idx","index":41,"text":"12\\n3","digits":[]}\n`,
];
const NAMES = [
  { file: "a.png" },
  { file: 'ä \n " 図.png' },
  { file: "idx", index: 0 },
  { file: "idx", index: 41 },
];
const encode = (text: string) => new TextEncoder().encode(text);

Deno.test("a file cut off at any byte is gone on with after its last whole line", async () => {
  await withTemporaryFolder(async (folder) => {
    const path = `${folder}/results.jsonl`;
    const whole = encode(LINES.join(""));
    for (let length = 0; length <= whole.length; length++) {
      await Deno.writeFile(path, whole.subarray(0, length));
      const results = await openResults(path, true);
      const count = results.done?.count ?? 0;
      const ends = LINES.map((_, i) =>
        encode(LINES.slice(0, i + 1).join("")).length
      );
      assert.equal(count, ends.filter((end) => end <= length).length);
      assert.deepEqual(results.done?.last, NAMES[count - 1]);
      results.write(encode(LINES.slice(count).join("")));
      results.close();
      assert.deepEqual(await Deno.readFile(path), whole);
    }
  });
});

Deno.test("lines beyond one block of reading are all counted", async () => {
  await withTemporaryFolder(async (folder) => {
    const path = `${folder}/results.jsonl`;
    const count = 60_000;
    await Deno.writeTextFile(path, LINES[3]!.repeat(count) + '{"file');
    const results = await openResults(path, true);
    assert.deepEqual(results.done, { count, last: NAMES[3] });
    results.close();
    assert.equal((await Deno.stat(path)).size, count * LINES[3]!.length);
  });
});

Deno.test("a file is neither overwritten, nor written by two, nor taken for results when it is none", async () => {
  await withTemporaryFolder(async (folder) => {
    const path = `${folder}/results.jsonl`;
    await Deno.writeTextFile(path, LINES[0]!);
    await assert.rejects(openResults(path, false), /there already; --resume/);
    const results = await openResults(path, true);
    await assert.rejects(openResults(path, true), /another process/);
    results.close();
    await Deno.writeTextFile(path, "dear diary\nno line");
    await assert.rejects(
      openResults(path, true),
      /line 1: expected a result, found "dear diary/,
    );
    await assert.rejects(openResults(`${folder}/no/file`, true), /--out: /);
  });
});
