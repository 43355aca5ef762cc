import assert from "node:assert/strict";
import { promisesOf } from "./soak/promises.ts";
import { runSoak } from "./soak/run_soak.ts";

const isLinux = Deno.build.os === "linux";
if (!isLinux) console.log("the soak is skipped: it reads /proc of Linux");

Deno.test({
  name:
    "under attack the server answers everyone, right, within its memory, and stops in order",
  ignore: !isLinux,
  // Clients of a server that has stopped are still about to notice.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const report = await runSoak(
      { seconds: 8, clients: 4, slow: 60, uploads: 20, settle: 0, oneIn: 4 },
      () => {},
    );
    const broken = promisesOf(report)
      .filter(({ holds, isStopwatch }) => !holds && !isStopwatch)
      .map(({ what, target, found }) => `${what}: ${target}, found ${found}`);
    assert.deepEqual(broken, []);
  },
});
