import assert from "node:assert/strict";
import { baseImages, docker, IMAGE, obstacle } from "./docker.ts";

const reason = await obstacle();
if (reason !== null) console.log(`container tests are skipped: ${reason}`);

/** Milliseconds a container gets to answer: starting takes well under a second. */
const START_DEADLINE = 20_000;

/** Bytes that the image may add to its base. */
const MAX_ADDED = 30e6;

interface Container {
  readonly name: string;
  readonly url: string;
}

/** Runs a container as an operator would: read-only, without capabilities. */
async function withContainer(
  use: (container: Container) => Promise<void>,
  more: readonly string[] = [],
): Promise<void> {
  const name = `${IMAGE}-${crypto.randomUUID().slice(0, 8)}`;
  const hardening = [
    "--read-only",
    "--cap-drop=ALL",
    "--security-opt=no-new-privileges",
  ];
  const started = await docker(
    ...["run", "--detach", "--name", name, "--publish", "127.0.0.1::8000"],
    ...hardening,
    ...more,
    IMAGE,
  );
  assert.ok(started.ok, started.stderr);
  try {
    const { stdout: address } = await docker("port", name, "8000/tcp");
    const url = `http://${address}`;
    await untilReady(url);
    await use({ name, url });
  } finally {
    await docker("rm", "--force", name);
  }
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + START_DEADLINE;
  while (Date.now() < deadline) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`the container did not answer within ${START_DEADLINE} ms`);
}

async function inspect(subject: string, format: string): Promise<string> {
  return (await docker("inspect", "--format", format, subject)).stdout;
}

/** 28x28 with an upright bar of ink. */
const one = Array.from({ length: 784 }, (_, i) => {
  const x = i % 28, y = Math.floor(i / 28);
  return x >= 13 && x <= 14 && y >= 4 && y <= 23 ? 1 : 0;
});

const options = {
  ignore: reason !== null,
  sanitizeOps: false,
  sanitizeResources: false,
};

Deno.test({
  ...options,
  name: "the image builds from the lock and holds no tfjs",
  fn: async () => {
    const built = await docker("build", "--tag", IMAGE, ".");
    assert.ok(built.ok, built.stderr);
    const list = await docker(
      ...["run", "--rm", "--entrypoint", "deno", IMAGE, "eval", LIST_FILES],
    );
    assert.ok(list.ok, list.stderr);
    assert.match(list.stdout, /hono/);
    assert.match(list.stdout, /^\/app\/sbom\.cdx\.json$/m);
    assert.doesNotMatch(list.stdout, /tfjs|\.node$/m);
  },
});

/** The image may have no shell. */
const LIST_FILES = `
  const list = (folder) => {
    for (const { name, isDirectory } of Deno.readDirSync(folder)) {
      if (isDirectory) list(folder + "/" + name);
      else console.log(folder + "/" + name);
    }
  };
  list("/app");
  list("/deno-dir");
`;

Deno.test({
  ...options,
  name: "the image adds less than 30 MB to its base, and says what it is",
  fn: async () => {
    const base = (await baseImages()).at(-1)!;
    const [whole, without] = await Promise.all(
      [IMAGE, base].map((image) => inspect(image, "{{.Size}}")),
    );
    const added = Number(whole) - Number(without);
    assert.ok(added > 0 && added < MAX_ADDED, `${added} bytes`);
    const labels = JSON.parse(await inspect(IMAGE, "{{json .Config.Labels}}"));
    const of = (name: string) => labels[`org.opencontainers.image.${name}`];
    assert.equal(of("title"), "Inkling");
    assert.equal(of("licenses"), "MIT");
    assert.equal(of("version"), "unknown");
  },
});

Deno.test({
  ...options,
  name: "on a read-only file system what V8 has compiled before is used",
  fn: () =>
    withContainer(async ({ name }) => {
      const { stderr } = await docker("logs", name);
      for (const file of ["main.js", "src/workers/reader_worker.ts"]) {
        const hit = `code cache hit for ES module: file:///app/${file}`;
        assert.ok(stderr.includes(hit), file);
      }
      assert.doesNotMatch(stderr, /Folder readonly/);
    }, ["--env", "DENO_LOG=debug"]),
});

Deno.test({
  ...options,
  name: "the container reads a digit, as nobody, on a read-only file system",
  fn: () =>
    withContainer(async ({ name, url }) => {
      const answer = await fetch(`${url}/predict`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ pixels: one }),
      });
      assert.equal(answer.status, 200);
      assert.equal((await answer.json()).text, "1");
      assert.notEqual(await inspect(name, "{{.Config.User}}"), "");
      assert.doesNotMatch(
        await inspect(name, "{{.Config.User}}"),
        /^(0|root)(:|$)/,
      );
    }),
});

Deno.test({
  ...options,
  name: "the container's health check passes",
  fn: () =>
    withContainer(async ({ name }) => {
      const check = JSON.parse(
        await inspect(name, "{{json .Config.Healthcheck.Test}}"),
      );
      const result = await docker("exec", name, ...check.slice(1));
      assert.ok(result.ok, result.stderr);
    }),
});

/** Says what the bar is, as the page does. */
function correct(url: string): Promise<Response> {
  const pixels = Uint8Array.from(one, (value) => 255 * value).toBase64();
  return fetch(`${url}/corrections`, {
    method: "POST",
    headers: { Origin: url },
    body: new URLSearchParams({ pixels, digit: "7", read: "1" }),
  });
}

Deno.test({
  ...options,
  name: "without a volume the container takes no corrections, and says so",
  fn: () =>
    withContainer(async ({ name, url }) => {
      const refused = await correct(url);
      await refused.body?.cancel();
      assert.equal(refused.status, 404);
      const { stderr } = await docker("logs", name);
      assert.match(stderr, /"warn".*corrections are off: .* \/data, found: /);
    }),
});

Deno.test({
  ...options,
  name: "a volume keeps corrections when the container is killed",
  fn: async () => {
    const volume = `${IMAGE}-${crypto.randomUUID().slice(0, 8)}`;
    const token = crypto.randomUUID();
    const more = [
      "--volume",
      `${volume}:/data`,
      "--env",
      `ADMIN_TOKEN=${token}`,
    ];
    try {
      await withContainer(async ({ name, url }) => {
        const stored = await correct(url);
        assert.equal(stored.status, 200, await stored.text());
        await docker("kill", name);
      }, more);
      await withContainer(async ({ url }) => {
        const headers = { Authorization: `Bearer ${token}` };
        const list = await fetch(`${url}/corrections`, { headers });
        assert.match(await list.text(), /Found: 1</);
      }, more);
    } finally {
      await docker("volume", "rm", volume);
    }
  },
});

Deno.test({
  ...options,
  name: "the container stops cleanly on SIGTERM",
  fn: () =>
    withContainer(async ({ name }) => {
      assert.ok((await docker("stop", "--time", "10", name)).ok);
      assert.equal(await inspect(name, "{{.State.ExitCode}}"), "0");
    }),
});
