/** A server that runs as a process of its own. */
export interface RunningServer extends AsyncDisposable {
  readonly url: URL;
  readonly pid: number;
}

const ROOT = new URL("../../", import.meta.url).pathname;

/** Core that servers run on, one at a time at work. */
const SERVER_CORE = 0;
/** Core that asks them. */
const CLIENT_CORE = 1;

/** Of the machine, before any process was kept to one of them. */
export const CORES = navigator.hardwareConcurrency;

/** Whether servers have a core of their own here. */
export const isPinned = Deno.build.os === "linux" && CORES > CLIENT_CORE;

/** Flags and program of a server, after `deno run`. */
export interface Program {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a program on one core and waits until it has printed where it listens. */
export async function startServer(
  { args, env = {} }: Program,
): Promise<RunningServer> {
  const command = [Deno.execPath(), "run", "--no-prompt", ...args];
  const pinned = isPinned
    ? ["taskset", "--cpu-list", String(SERVER_CORE), ...command]
    : command;
  const process = new Deno.Command(pinned[0]!, {
    args: pinned.slice(1),
    cwd: ROOT,
    env: { PORT: "0", NO_COLOR: "1", ...env },
    stdin: "null",
    stdout: "piped",
    // A line for each of a million requests.
    stderr: "null",
  }).spawn();
  const reader = process.stdout.pipeThrough(new TextDecoderStream())
    .getReader();
  const { value = "" } = await reader.read();
  const url = value.match(/http:\S+/)?.[0];
  if (!url) {
    throw new Error(
      `expected an address, found ${JSON.stringify(value)}; ` +
        `see why: deno run ${args.join(" ")}`,
    );
  }
  return {
    url: new URL(url),
    pid: process.pid,
    async [Symbol.asyncDispose]() {
      process.kill("SIGTERM");
      await process.status;
      await reader.cancel();
    },
  };
}

/** Keeps this process off the core of the servers. */
export async function pinClient(): Promise<void> {
  if (!isPinned) return;
  const pin = new Deno.Command("taskset", {
    args: [
      "--all-tasks",
      "--cpu-list",
      "--pid",
      String(CLIENT_CORE),
      String(Deno.pid),
    ],
    stdout: "null",
  });
  await pin.output();
}
