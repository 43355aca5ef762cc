/** From the most talkative to the quietest. */
export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = typeof LOG_LEVELS[number];

/** Writes one line per call, when its level is on. */
export type Log = Readonly<Record<LogLevel, (message: string) => void>>;

/** A log of `least` and above, on standard error beside the time in UTC. */
export function createLog(
  least: LogLevel,
  write: (line: string) => void = console.error,
): Log {
  const at = (level: LogLevel) => (message: string) => {
    if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(least)) return;
    write(`${new Date().toISOString()} ${level} ${message}`);
  };
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
  };
}
