import assert from "node:assert/strict";
import { withTemporaryFolder } from "../train/temporary_folder.ts";
import { idxOf, makeImages } from "./made_images.ts";
import { startClassify } from "./run_classify.ts";

const IMAGES = 60_000;
/** Share of the results from which on memory should have stopped growing. */
const WARM = 0.2;
/** What garbage that was not collected yet may add. */
const GROWTH = 1.35;

Deno.test({
  name:
    "memory stays as it is from the twelve thousandth image to the sixty thousandth",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await withTemporaryFolder(async (folder) => {
      const images = `${folder}/images`;
      const out = `${folder}/results.jsonl`;
      await Deno.writeFile(images, idxOf(makeImages(IMAGES)));
      const process = startClassify(images, "--workers=2", `--out=${out}`);
      const samples: { size: number; rss: number }[] = [];
      const ended = process.output();
      let isRunning = true;
      ended.then(() => isRunning = false);
      while (isRunning) {
        const rss = await residentBytes(process.pid);
        const size = await sizeOf(out);
        if (rss !== null && size > 0) samples.push({ size, rss });
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      assert.equal((await ended).code, 0);
      const all = await sizeOf(out);
      const most = (from: number, to: number) =>
        Math.max(
          ...samples.filter(({ size }) =>
            size >= from * all && size <= to * all
          ).map(({ rss }) => rss),
        );
      const [early, late] = [most(0, WARM), most(WARM, 1)];
      assert.ok(Number.isFinite(early) && Number.isFinite(late));
      assert.ok(
        late <= GROWTH * early,
        `${early / 2 ** 20} MiB, then ${late / 2 ** 20} MiB`,
      );
    });
  },
});

/** null when the process has ended. */
async function residentBytes(pid: number): Promise<number | null> {
  try {
    const status = await Deno.readTextFile(`/proc/${pid}/status`);
    const kibibytes = status.match(/^VmRSS:\s+(\d+) kB/m)?.[1];
    return kibibytes === undefined ? null : 1024 * Number(kibibytes);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return null;
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await Deno.stat(path)).size;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return 0;
  }
}
