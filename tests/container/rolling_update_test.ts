import assert from "node:assert/strict";
import { sevenPng } from "../app/drawing.ts";
import { docker, IMAGE, obstacle } from "./docker.ts";
import { sendWhile } from "./load.ts";
import { configureProxy, proxyImage } from "./proxy.ts";

const BASE = "denoland/deno:2.9.6";
/** Milliseconds that a replica or the proxy gets. */
const DEADLINE = 60_000;
const PREFIX = `${IMAGE}-update-${crypto.randomUUID().slice(0, 8)}`;

const proxy = await obstacle() === null
  ? await proxyImage(BASE, `${IMAGE}-proxy`)
  : null;
if (proxy === null) {
  console.log("the rolling update is skipped: no Docker engine, or no nginx:1");
}

/** Starts what deploy/compose.yaml would, under the name that the proxy asks for. */
async function startReplica(number: number): Promise<string> {
  const name = `${PREFIX}-${number}`;
  const started = await docker(
    ...["run", "--detach", "--name", name, "--network", PREFIX],
    ...["--network-alias", "inkling", "--env", "DRAIN_DELAY=5"],
    ...["--env", "RATE_LIMIT=off", "--env", "CORRECTIONS=off"],
    ...["--read-only", "--cap-drop=ALL", IMAGE],
  );
  assert.ok(started.ok, started.stderr);
  return name;
}

async function until(is: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + DEADLINE;
  while (!await is()) {
    if (Date.now() > deadline) assert.fail(`expected ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function untilHealthy(name: string): Promise<void> {
  const format = "{{.State.Health.Status}}";
  return until(
    async () =>
      (await docker("inspect", "--format", format, name)).stdout === "healthy",
    `${name} to be healthy`,
  );
}

/** As an orchestrator does: the new one is healthy before the old one is told to stop. */
async function replace(old: string, number: number): Promise<void> {
  const name = await startReplica(number);
  await untilHealthy(name);
  assert.ok((await docker("stop", "--time", "15", old)).ok);
  const code = await docker("inspect", "--format", "{{.State.ExitCode}}", old);
  assert.equal(code.stdout, "0");
}

Deno.test({
  ignore: proxy === null,
  sanitizeOps: false,
  sanitizeResources: false,
  name: "while all replicas are replaced behind the proxy, no request fails",
  fn: async () => {
    const built = await docker("build", "--tag", IMAGE, ".");
    assert.ok(built.ok, built.stderr);
    assert.ok((await docker("network", "create", PREFIX)).ok);
    try {
      const old = [await startReplica(0), await startReplica(1)];
      for (const name of old) await untilHealthy(name);
      const front = `${PREFIX}-proxy`;
      const created = await docker(
        ...["create", "--name", front, "--network", PREFIX],
        ...["--publish", "127.0.0.1::80", proxy!],
      );
      assert.ok(created.ok, created.stderr);
      await configureProxy(front);
      const started = await docker("start", front);
      assert.ok(started.ok, started.stderr);
      const url = `http://${(await docker("port", front, "80/tcp")).stdout}`;
      await until(async () => {
        const answer = await fetch(`${url}/healthz`).catch(() => null);
        await answer?.body?.cancel();
        return answer?.ok ?? false;
      }, "the proxy to answer");

      const { answered, failures } = await sendWhile(
        `${url}/predict`,
        sevenPng.slice(),
        "7",
        async () => {
          for (const [i, name] of old.entries()) await replace(name, 2 + i);
        },
      );
      console.log(`${answered} drawings were read meanwhile`);
      const { stderr: log } = await docker("logs", "--tail", "20", front);
      assert.deepEqual(failures, [], log);
      assert.ok(answered > 0);
    } finally {
      const { stdout } = await docker(
        ...["ps", "--all", "--quiet", "--filter", `name=${PREFIX}`],
      );
      for (const id of stdout.split("\n").filter(Boolean)) {
        await docker("rm", "--force", "--volumes", id);
      }
      await docker("network", "rm", PREFIX);
    }
  },
});
