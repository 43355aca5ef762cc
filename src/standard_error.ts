import type { LogLevel } from "./log.ts";

/** Milliseconds that a line waits for more: nobody who follows a log notices. */
const MAX_WAIT = 100;
/** Characters that are written at once: a pipe takes 64 KiB. */
const MAX_PENDING = 16 * 2 ** 10;

const encoder = new TextEncoder();
let pending = "";
let timer: ReturnType<typeof setTimeout> | undefined;
addEventListener("unload", flush);

/**
 * Writes a line to standard error. Several go together, since there is one for
 * every request, and writing one takes a tenth of what reading a digit does.
 * What went wrong is written at once, with all that is waiting; so is the rest
 * when the process ends, unless it is killed.
 */
export function writeLine(line: string, level: LogLevel): void {
  pending += `${line}\n`;
  const isUrgent = level === "warn" || level === "error";
  if (isUrgent || pending.length > MAX_PENDING) flush();
  else timer ??= start();
}

function start(): ReturnType<typeof setTimeout> {
  const started = setTimeout(flush, MAX_WAIT);
  Deno.unrefTimer(started);
  return started;
}

function flush(): void {
  clearTimeout(timer);
  timer = undefined;
  let bytes = encoder.encode(pending);
  pending = "";
  try {
    while (bytes.length > 0) {
      bytes = bytes.subarray(Deno.stderr.writeSync(bytes));
    }
  } catch (error) {
    // As for console.error: that nobody listens is no reason to stop.
    if (!(error instanceof Error)) throw error;
  }
}
