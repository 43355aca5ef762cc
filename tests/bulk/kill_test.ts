import assert from "node:assert/strict";
import { withTemporaryFolder } from "../train/temporary_folder.ts";
import { idxOf, makeImages } from "./made_images.ts";
import { classify, startClassify } from "./run_classify.ts";

const IMAGES = 20_000;
/** Shares of the results after which the run is killed. */
const KILLS = [0.05, 0.4, 0.8];

Deno.test("a run that is killed again and again loses nothing and repeats nothing", async () => {
  await withTemporaryFolder(async (folder) => {
    const images = `${folder}/images`;
    const out = `${folder}/results.jsonl`;
    await Deno.writeFile(images, idxOf(makeImages(IMAGES)));
    const whole = (await classify(images, "--workers=2")).stdout;
    const sizes: number[] = [];
    for (const share of KILLS) {
      const args = [images, "--workers=2", `--out=${out}`, "--resume"];
      const process = startClassify(...args);
      await untilSize(out, share * whole.length);
      process.kill("SIGKILL");
      const { signal } = await process.output();
      assert.equal(signal, "SIGKILL", "it ended before it was killed");
      sizes.push((await Deno.stat(out)).size);
      // As a machine leaves it that stopped in the middle of a line.
      await Deno.truncate(out, sizes.at(-1)! - 7);
    }
    assert.ok(sizes.at(-1)! < whole.length);
    const { code, stderr } = await classify(images, `--out=${out}`, "--resume");
    assert.equal(code, 0, stderr);
    assert.ok(await Deno.readTextFile(out) === whole);

    const again = await classify(images, `--out=${out}`, "--resume");
    assert.match(again.stderr, /^0 of 0 pictures/);
    assert.ok(await Deno.readTextFile(out) === whole);
  });
});

Deno.test("results of other inputs are not gone on with, and stay as they were", async () => {
  await withTemporaryFolder(async (folder) => {
    const [first, second] = [`${folder}/first`, `${folder}/second`];
    const out = `${folder}/results.jsonl`;
    await Deno.writeFile(first, idxOf(makeImages(30)));
    await Deno.writeFile(second, idxOf(makeImages(30)));
    await classify(first, `--out=${out}`);
    const before = await Deno.readTextFile(out);
    const refused = await classify(second, `--out=${out}`, "--resume");
    assert.equal(refused.code, 1);
    assert.match(
      refused.stderr,
      /results end with .*first 29, where .*second 29/,
    );
    assert.equal(await Deno.readTextFile(out), before);
  });
});

async function untilSize(path: string, size: number): Promise<void> {
  for (;;) {
    try {
      if ((await Deno.stat(path)).size >= size) return;
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
