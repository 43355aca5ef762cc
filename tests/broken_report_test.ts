import assert from "node:assert/strict";
import { withTemporaryFolder } from "./train/temporary_folder.ts";

const ROOT = new URL("../", import.meta.url).pathname;

async function copy(from: string, to: string): Promise<void> {
  if (!(await Deno.stat(from)).isDirectory) {
    return await Deno.copyFile(from, to);
  }
  await Deno.mkdir(to);
  for await (const { name } of Deno.readDir(from)) {
    await copy(`${from}/${name}`, `${to}/${name}`);
  }
}

/** A copy of the service with other documents beside its weights; answers what `/model` does. */
async function serveWith(
  documents: Readonly<Record<string, string>>,
): Promise<{ html: string; logged: string }> {
  return await withTemporaryFolder(async (folder) => {
    for (const part of ["main.ts", "deno.json", "deno.lock", "src"]) {
      await copy(ROOT + part, `${folder}/${part}`);
    }
    await Deno.mkdir(`${folder}/weights`);
    const weights = "weights/digits.safetensors";
    await Deno.copyFile(ROOT + weights, `${folder}/${weights}`);
    for (const [name, text] of Object.entries(documents)) {
      await Deno.writeTextFile(`${folder}/weights/${name}`, text);
    }
    const process = new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", "start"],
      cwd: folder,
      env: { PORT: "0", NO_COLOR: "1", LOG_LEVEL: "warn" },
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const stdout = process.stdout.pipeThrough(new TextDecoderStream())
      .getReader();
    const { value = "" } = await stdout.read();
    const url = value.match(/http:\S+/)?.[0];
    const html = url ? await (await fetch(new URL("model", url))).text() : "";
    process.kill("SIGTERM");
    const logged = await new Response(process.stderr).text();
    await stdout.cancel();
    await process.status;
    assert.ok(url, `expected an address, found ${logged}`);
    return { html, logged };
  });
}

for (const report of ["", "{\n\n", "[]", `{"version": 3}`]) {
  Deno.test(`a report of ${JSON.stringify(report)} is logged in one line, and the page does without`, async () => {
    const { html, logged } = await serveWith({ "report.json": report });
    assert.match(html, /No report/);
    assert.match(logged, /^\S+ warn \S+report\.json: .+\n$/);
  });
}

Deno.test("a report that is not there is told by the page alone", async () => {
  const { html, logged } = await serveWith({});
  assert.match(html, /No report/);
  assert.equal(logged, "");
});

Deno.test("a broken comparison leaves the report on the page", async () => {
  const report = await Deno.readTextFile(`${ROOT}weights/report.json`);
  const { html, logged } = await serveWith({
    "report.json": report,
    "comparison.json": "{}",
  });
  assert.match(html, /id="mistakes"/);
  assert.match(logged, /^\S+ warn \S+comparison\.json: .+\n$/);
});
