import assert from "node:assert/strict";
import { loadCorrections } from "../../train/corrections/load.ts";
import { made } from "./made.ts";
import { withStore } from "./with_store.ts";

const TASK = new URL("../../train/corrections.ts", import.meta.url).pathname;
const EVALUATE = new URL("../../train/evaluate.ts", import.meta.url).pathname;

async function run(env: Record<string, string>, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--lock=dev.lock", "--allow-all", ...args],
    cwd: new URL("../../", import.meta.url),
    env: { NO_COLOR: "1", ...env },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

Deno.test("what `deno task corrections export` writes is what evaluate and train read", async () => {
  await withStore(async (store, folder) => {
    const digits = [1, 1, null, 4];
    for (const [i, digit] of digits.entries()) {
      await store.add(made(i, { digit }));
    }
    // The service has the store open meanwhile.
    for (const format of ["pictures", "idx"]) {
      const out = `${folder}/${format}`;
      const args = ["export", out, `--format=${format}`];
      const { code, stderr } = await run({ DATA_DIR: folder }, TASK, ...args);
      assert.equal(code, 0, stderr);
      assert.deepEqual(
        [...(await loadCorrections(out)).labels],
        digits.map((digit) => digit ?? 10),
      );
    }
    const evaluated = await run({}, EVALUATE, `${folder}/pictures`, "--json");
    assert.equal(JSON.parse(evaluated.stdout).images, 4, evaluated.stderr);
  });
});

Deno.test("`deno task corrections export` writes into no folder that has files, and makes no store", async () => {
  await withStore(async (_, folder) => {
    const full = await run({ DATA_DIR: folder }, TASK, "export", folder);
    assert.equal(full.code, 1);
    assert.match(full.stderr, /expected an empty folder/);
    const none = `${folder}/none`;
    const missing = await run({ DATA_DIR: none }, TASK, "export", `${none}2`);
    assert.equal(missing.code, 1);
    assert.match(missing.stderr, /none: not found; DATA_DIR/);
    await assert.rejects(Deno.stat(none), Deno.errors.NotFound);
  });
});
