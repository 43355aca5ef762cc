/** How often a log that is no terminal gets a line, in milliseconds. */
const LOG_INTERVAL = 15_000;
/** How often a terminal's line is redrawn. */
const TERMINAL_INTERVAL = 200;

/** How far a run is, told on standard error. */
export class Progress {
  readonly #isTerminal = Deno.stderr.isTerminal();
  readonly #start = performance.now();
  #told = performance.now();
  #pictures = 0;
  #problems = 0;
  /** Pictures of this run; null until they are counted. */
  #total: number | null = null;

  /** @param total Pictures that are to be read, as soon as it is known. */
  expect(total: number): void {
    this.#total = total;
  }

  add(pictures: number, problems: number): void {
    this.#pictures += pictures;
    this.#problems += problems;
    const now = performance.now();
    const interval = this.#isTerminal ? TERMINAL_INTERVAL : LOG_INTERVAL;
    if (now - this.#told < interval) return;
    this.#told = now;
    const text = `${this.#counts()}  ETA ${this.#eta()}`;
    tell(this.#isTerminal ? `\r\x1b[K${text}` : `${text}\n`);
  }

  /** The last line, which stays. */
  finish(engine: string): void {
    const time = formatDuration(this.#seconds());
    tell(
      `${
        this.#isTerminal ? "\r\x1b[K" : ""
      }${this.#counts()}  in ${time}  engine ${engine}\n`,
    );
  }

  #counts(): string {
    const of = this.#total === null ? "" : ` of ${number(this.#total)}`;
    const rate = number(Math.round(this.#pictures / this.#seconds()));
    const problems = this.#problems === 0
      ? ""
      : `  ${number(this.#problems)} could not be read`;
    return `${
      number(this.#pictures)
    }${of} pictures  ${rate} images/s${problems}`;
  }

  #eta(): string {
    if (this.#total === null || this.#pictures === 0) return "--:--";
    const left = this.#total - this.#pictures;
    return formatDuration(left * this.#seconds() / this.#pictures);
  }

  #seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }
}

/** Seconds as "m:ss" or "h:mm:ss". */
function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes}:${two(whole % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}

function number(value: number): string {
  return value.toLocaleString("en");
}

function tell(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(text));
}
