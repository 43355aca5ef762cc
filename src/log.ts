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
    write(`${new Date().toISOString()} ${level} ${visible(message)}`);
  };
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
  };
}

/**
 * Control and format characters as escapes, but for the line feeds of a stack:
 * paths and names come from whoever sends them, and would else begin lines or
 * drive the terminal that shows them.
 */
function visible(message: string): string {
  return message.replace(
    /(?!\n {4}at )[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) =>
      `\\u{${character.codePointAt(0)!.toString(16).padStart(4, "0")}}`,
  );
}
