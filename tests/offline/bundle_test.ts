import assert from "node:assert/strict";

const ROOT = new URL("../../", import.meta.url);
const BUNDLE = "src/static/offline.js";

Deno.test("the service worker is the bundle of what is in src/offline", async () => {
  const { tasks } = JSON.parse(
    await Deno.readTextFile(new URL("deno.json", ROOT)),
  );
  const command: string = tasks.offline.command;
  const [program, ...args] = command.replace(` --output ${BUNDLE}`, "")
    .split(" ");
  assert.equal(program, "deno");
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: ROOT,
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  const fresh = new TextDecoder().decode(stdout);
  const committed = await Deno.readTextFile(new URL(BUNDLE, ROOT));
  assert.ok(fresh.length > 100_000);
  assert.ok(
    fresh.trimEnd() === committed.trimEnd(),
    `${BUNDLE} is not what src/offline makes now: run "deno task offline"`,
  );
});
