import assert from "node:assert/strict";
import { sevenPng } from "../app/drawing.ts";
import { entrypoint, type StartCommand, startTask } from "../start_command.ts";

const ROOT = new URL("../../", import.meta.url);
const TOKEN = "0123456789abcdef";

/** A request, and the status that it has where nothing is denied. */
const asked: [method: string, path: string, status: number, body?: BodyInit][] =
  [
    ["GET", "/", 200],
    ["GET", "/model", 200],
    ["GET", "/healthz", 200],
    ["GET", "/readyz", 200],
    ["GET", "/static/pad/pad.js", 200],
    ["GET", "/offline.js", 200],
    ["GET", "/read?sample=digit", 200],
    ["POST", "/predict", 200, form({ image: sevenPng })],
    ["POST", "/read", 200, form({ image: sevenPng })],
    ["POST", "/growth", 200, form({ image: sevenPng })],
    ["POST", "/thinking", 200, fields({ pixels: pixels() })],
    ["POST", "/preferences", 200, fields({ theme: "dark" })],
    [
      "POST",
      "/corrections",
      200,
      fields({ pixels: pixels(), digit: "7", read: "1" }),
    ],
    ["GET", "/corrections", 200],
    ["GET", "/corrections/pictures.zip", 200],
    ["GET", "/corrections/idx.zip", 200],
  ];

function form(files: Record<string, Uint8Array>): FormData {
  const form = new FormData();
  for (const [name, bytes] of Object.entries(files)) {
    form.append(name, new File([bytes.slice()], "7.png"));
  }
  return form;
}

function fields(values: Record<string, string>): URLSearchParams {
  return new URLSearchParams(values);
}

function pixels(): string {
  return new Uint8Array(784).fill(9).toBase64();
}

/** The command with another port and data folder, and nothing more. */
function moved(
  { args, env }: StartCommand,
  port: number,
  folders: Readonly<Record<string, string>>,
): StartCommand {
  const move = (text: string) =>
    Object.entries({ "8000": String(port), ...folders })
      .reduce((moved, [from, to]) => moved.replaceAll(from, to), text);
  return {
    args: args.map((arg) => arg.startsWith("--allow-env") ? arg : move(arg)),
    env: Object.fromEntries(
      Object.entries(env).map(([name, value]) => [name, move(value)]),
    ),
  };
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

/** Starts the service by a command, drives every route, and returns what it complained of. */
async function drive({ args, env }: StartCommand): Promise<string> {
  // The image's own cache of modules is not here.
  const { DENO_DIR: _, ...rest } = env;
  const process = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: ROOT,
    // What it complains of is all that it says.
    env: { NO_COLOR: "1", ADMIN_TOKEN: TOKEN, ...rest, LOG_LEVEL: "warn" },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const stderr = new Response(process.stderr).text();
  const reader = process.stdout.pipeThrough(new TextDecoderStream())
    .getReader();
  const { value = "" } = await reader.read();
  const url = value.match(/http:\S+/)?.[0]?.replace("0.0.0.0", "127.0.0.1");
  if (url === undefined) assert.fail(await stderr);
  try {
    await until(async () => (await get(url, "/readyz")) === 200);
    for (const [method, path, expected, body] of asked) {
      const found = await get(url, path, { method, body: body ?? null });
      assert.equal(found, expected, `${method} ${path}`);
    }
  } finally {
    process.kill("SIGTERM");
    await reader.cancel();
  }
  assert.equal((await process.status).code, 0);
  return await stderr;
}

async function get(
  url: string,
  path: string,
  init: RequestInit = {},
): Promise<number> {
  const origin = new URL(url).origin;
  const headers = { Authorization: `Bearer ${TOKEN}`, Origin: origin };
  const response = await fetch(new URL(path, url), { ...init, headers });
  await response.body?.cancel();
  return response.status;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!await holds()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

Deno.test("the start task's permissions are enough for every route", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const command = moved(await startTask(), freePort(), {
      "data/corrections": folder,
    });
    const env = { ...command.env, PORT: "0", DATA_DIR: folder };
    assert.equal(await drive({ ...command, env }), "");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("the image's permissions are enough for every route", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const command = moved(await entrypoint(), freePort(), {
      "/data": folder,
      // The bundle is made with the image.
      "main.js": "main.ts",
    });
    assert.equal(await drive(command), "");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
