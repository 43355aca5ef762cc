import assert from "node:assert/strict";

const MAIN = new URL("../main.ts", import.meta.url);
const VARIABLES = [
  "HOST",
  "PORT",
  "ENGINE",
  "LOG_LEVEL",
  "LOG_FORMAT",
  "WEIGHTS",
  "CORRECTIONS",
  "DATA_DIR",
  "ADMIN_TOKEN",
  "METRICS_TOKEN",
  "RATE_LIMIT",
  "CORS_ORIGIN",
  "DATABASE_URL",
  "DRAIN_DELAY",
  "PGAPPNAME",
];

/**
 * Runs `main.ts` as a process of its own, with the permissions it asks for.
 * Corrections are on where `DATA_DIR` is set.
 *
 * @param readable What it may read; everything by default.
 * @param arguments_ Of the program.
 */
export function startProcess(
  env: Record<string, string>,
  readable?: string,
  arguments_: readonly string[] = [],
): Deno.ChildProcess {
  const corrections = {
    CORRECTIONS: env.DATA_DIR || env.DATABASE_URL ? "on" : "off",
  };
  const args = [
    "run",
    "--no-prompt",
    "--allow-net",
    readable ? `--allow-read=${readable}` : "--allow-read",
    `--allow-env=${VARIABLES.join()}`,
    ...(env.DATA_DIR ? [`--allow-write=${env.DATA_DIR}`] : []),
    MAIN.pathname,
    ...arguments_,
  ];
  return new Deno.Command(Deno.execPath(), {
    args,
    env: {
      ...{ PORT: "0", NO_COLOR: "1" },
      // Else there is a line of the log for every request.
      LOG_LEVEL: "warn",
      ...corrections,
      ...env,
    },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

export interface Server extends AsyncDisposable {
  readonly url: string;
  readonly process: Deno.ChildProcess;
}

/** Starts the server and waits for the line with its address. */
export async function startServer(
  env: Record<string, string> = {},
): Promise<Server> {
  const process = startProcess(env);
  const reader = process.stdout.pipeThrough(new TextDecoderStream())
    .getReader();
  const { value = "" } = await reader.read();
  const url = value.match(/http:\S+/)?.[0];
  assert.ok(url, `expected an address, found ${JSON.stringify(value)}`);
  return {
    url,
    process,
    async [Symbol.asyncDispose]() {
      try {
        process.kill("SIGKILL");
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
      await Promise.all([
        process.status,
        reader.cancel(),
        process.stderr.locked || process.stderr.cancel(),
      ]);
    },
  };
}
