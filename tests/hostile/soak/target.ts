import { startTask } from "../../start_command.ts";

/** Bytes in use, and the most there ever were, as the kernel counts them. */
export interface Memory {
  readonly now: number;
  readonly peak: number;
}

/** How a process ended. */
export interface End {
  readonly code: number;
  /** Milliseconds from the signal until it was gone. */
  readonly took: number;
}

/** The server as `deno task start` starts it, as a process to be attacked. */
export interface Target {
  readonly url: string;
  /** Whether the process has not ended. */
  readonly isRunning: boolean;
  /** Lines of standard error. */
  readonly complaints: readonly string[];
  memory(): Memory;
  /** Makes the peak of memory what it is now. */
  resetPeak(): void;
  /** Tells it to stop. */
  terminate(): Promise<End>;
  kill(): Promise<void>;
}

const ROOT = new URL("../../../", import.meta.url);

/** Starts the server with the permissions of its task, and waits until it is ready. */
export async function startTarget(): Promise<Target> {
  const { args, env } = await startTask();
  const process = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: ROOT,
    env: {
      ...env,
      PORT: "0",
      NO_COLOR: "1",
      RATE_LIMIT: "off",
      // Deliberate 503s are warnings.
      LOG_LEVEL: "error",
      CORRECTIONS: "off",
    },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const complaints: string[] = [];
  const collected = collect(process.stderr, complaints);
  const url = await readAddress(process.stdout);
  let isRunning = true;
  const ended = process.status.then(({ code }) => {
    isRunning = false;
    return code;
  });
  await untilReady(url);
  const proc = `/proc/${process.pid}`;
  return {
    url,
    complaints,
    get isRunning() {
      return isRunning;
    },
    memory: () => readMemory(`${proc}/status`),
    // 5 resets the high-water mark (proc_pid_clear_refs(5)).
    resetPeak: () => Deno.writeTextFileSync(`${proc}/clear_refs`, "5"),
    async terminate() {
      const start = performance.now();
      process.kill("SIGTERM");
      const code = await ended;
      await collected;
      return { code, took: performance.now() - start };
    },
    async kill() {
      if (isRunning) process.kill("SIGKILL");
      await ended;
      await collected;
    },
  };
}

async function readAddress(
  stdout: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<string> {
  const reader = stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value = "" } = await reader.read();
  await reader.cancel();
  const url = value.match(/http:\S+/)?.[0];
  if (url === undefined) {
    throw new TypeError(
      `expected an address of the server, found ${JSON.stringify(value)}`,
    );
  }
  return url;
}

async function collect(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  lines: string[],
): Promise<void> {
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    lines.push(...text.trimEnd().split("\n"));
  }
}

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(new URL("readyz", url));
    await response.body?.cancel();
    if (response.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function readMemory(file: string): Memory {
  const status = Deno.readTextFileSync(file);
  const read = (name: string) => {
    const kilobytes = status.match(new RegExp(`^${name}:\\s*(\\d+) kB`, "m"));
    return 1024 * Number(kilobytes?.[1]);
  };
  return { now: read("VmRSS"), peak: read("VmHWM") };
}
