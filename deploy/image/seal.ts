/**
 * Makes the cache in DENO_DIR what a server on a read-only file system can use:
 * with what V8 has compiled, and without what never runs. Part of the image's
 * build: `deno run --allow-all deploy/image/seal.ts CACHE`, with a DENO_DIR of
 * its own.
 */

import { DatabaseSync } from "node:sqlite";

const URL_OF_SERVICE = "http://127.0.0.1:8000/";

/** Milliseconds until the service has to be ready, on a slow builder. */
const READY_DEADLINE = 60_000;

/** What of packages never runs here: types, source maps, documents, addons for node. */
const NEVER_RUN =
  /(\.d\.[cm]?ts|\.map|\.md|\.node)$|\/hono\/[^/]+\/dist\/cjs\//;

const [cache] = Deno.args;
if (cache === undefined) throw new TypeError("expected the folder of a cache");
prune(cache);
await warm(cache);
for (const { name } of Deno.readDirSync(cache)) {
  if (/_cache_v\d+$/.test(name)) freeze(`${cache}/${name}`);
}

function prune(folder: string): void {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) prune(path);
    else if (NEVER_RUN.test(path)) Deno.removeSync(path);
  }
}

/** Runs the service until it has shown its pages, so that what is compiled for it is kept. */
async function warm(cache: string): Promise<void> {
  const service = new Deno.Command(Deno.execPath(), {
    // Flags of V8 as they are when it runs: what was compiled with others is not taken.
    args: [
      "run",
      "--v8-flags=--expose-gc,--max-semi-space-size=4",
      "--no-prompt",
      "--cached-only",
      "--allow-all",
      "main.js",
    ],
    env: { DENO_DIR: cache, CORRECTIONS: "off" },
  }).spawn();
  await untilReady();
  for (const page of ["", "model"]) {
    const response = await fetch(URL_OF_SERVICE + page);
    await response.text();
    if (!response.ok) throw new Error(`/${page} answered ${response.status}`);
  }
  service.kill("SIGTERM");
  const { code } = await service.status;
  if (code !== 0) throw new Error(`the service exited with ${code}`);
}

async function untilReady(): Promise<void> {
  const deadline = Date.now() + READY_DEADLINE;
  while (Date.now() < deadline) {
    const ready = await fetch(`${URL_OF_SERVICE}readyz`).catch(() => null);
    await ready?.body?.cancel();
    if (ready?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`expected the service to be ready in ${READY_DEADLINE} ms`);
}

/**
 * Brings one of Deno's databases into a state in which opening it writes
 * nothing: statistics made, so that `PRAGMA optimize` has nothing to do, and the
 * log of changes empty but there with its index, without which SQLite opens no
 * database in WAL mode that it cannot write (https://sqlite.org/wal.html, 5).
 */
function freeze(path: string): void {
  const database = new DatabaseSync(path);
  database.exec("ANALYZE; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
  const beside = ["-wal", "-shm"].map((end) => {
    const file = path + end;
    return { file, bytes: Deno.readFileSync(file) };
  });
  // Closing the last connection removes both.
  database.close();
  for (const { file, bytes } of beside) Deno.writeFileSync(file, bytes);
}
