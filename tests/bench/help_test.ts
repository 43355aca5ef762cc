import assert from "node:assert/strict";

Deno.test("deno task bench --help installs nothing", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "--cached-only",
        "--lock=bench.lock",
        "--allow-read",
        "bench/bench.ts",
        "--help",
      ],
      // With nothing in it.
      env: { DENO_DIR: folder },
    }).output();
    assert.equal(code, 0);
    assert.match(
      new TextDecoder().decode(stdout),
      /deno task bench \[options\]/,
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
