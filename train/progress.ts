/** How often a log that is no terminal gets a line, in milliseconds. */
const LOG_INTERVAL = 15_000;
/** How often a terminal's line is redrawn: as fast as an eye follows. */
const TERMINAL_INTERVAL = 100;

/** One line of progress: redrawn in place on a terminal, a line now and then in a log. */
export class ProgressLine {
  readonly #terminal = Deno.stderr.isTerminal();
  #last = performance.now();
  #drawn = false;

  /** Shows the newest state; `text` is only called when it is time to. */
  update(text: () => string): void {
    const now = performance.now();
    if (
      now - this.#last < (this.#terminal ? TERMINAL_INTERVAL : LOG_INTERVAL)
    ) return;
    this.#last = now;
    this.#write(this.#terminal ? `\r\x1b[K${text()}` : `${text()}\n`);
    this.#drawn = this.#terminal;
  }

  /** Prints a line that stays. */
  print(text: string): void {
    this.#write(`${this.#drawn ? "\r\x1b[K" : ""}${text}\n`);
    this.#drawn = false;
  }

  /** Takes the line away when the work is done. */
  clear(): void {
    if (this.#drawn) this.#write("\r\x1b[K");
    this.#drawn = false;
  }

  #write(text: string): void {
    Deno.stderr.writeSync(new TextEncoder().encode(text));
  }
}

/** How long the rest takes if it goes on as fast as so far. */
export class Eta {
  readonly #start = performance.now();

  constructor(
    private readonly total: number,
    private readonly alreadyDone = 0,
  ) {}

  /** Units a second since the start. */
  rate(done: number): number {
    return (done - this.alreadyDone) /
      ((performance.now() - this.#start) / 1000);
  }

  /** "12:31", or "--:--" before anything was done. */
  format(done: number): string {
    return formatDuration((this.total - done) / this.rate(done));
  }
}

/** Seconds as "m:ss" or "h:mm:ss". */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return "--:--";
  const whole = Math.max(0, Math.round(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes}:${two(whole % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
