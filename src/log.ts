/** From the most talkative to the quietest. */
export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = typeof LOG_LEVELS[number];

/** For people at a terminal, or for programs: a JSON object a line (JSON Lines). */
export const LOG_FORMATS = ["text", "json"] as const;
export type LogFormat = typeof LOG_FORMATS[number];

/** What is said beside the message, by name. What is undefined is left out. */
export interface LogFields {
  readonly [name: string]: LogValue | undefined;
}
type LogValue = string | number | boolean | LogFields;

/** Writes one entry per call, when its level is on. */
export type Log = Readonly<
  Record<LogLevel, (message: string, fields?: LogFields) => void>
>;

export interface LogOptions {
  /** Text where it is not said. */
  readonly format?: LogFormat;
  /** Takes an entry without its line feed; `console.error` where it is not said. */
  readonly write?: (entry: string, level: LogLevel) => void;
}

/** A log of `least` and above, beside the time in UTC. */
export function createLog(
  least: LogLevel,
  { format = "text", write = (entry) => console.error(entry) }: LogOptions = {},
): Log {
  const layout = LAYOUTS[format];
  const at = (level: LogLevel): Log[LogLevel] => {
    if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(least)) return () => {};
    return (message, fields = {}) =>
      write(layout(new Date().toISOString(), level, message, fields), level);
  };
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
  };
}

type Layout = (
  time: string,
  level: LogLevel,
  message: string,
  fields: LogFields,
) => string;

const LAYOUTS: Readonly<Record<LogFormat, Layout>> = {
  // Two objects put together, since spreading one into another takes as long as
  // all the rest, and there is a line for every request.
  json(time, level, message, fields) {
    const head = JSON.stringify({ time, level, message });
    const tail = JSON.stringify(fields);
    return tail === "{}" ? head : `${head.slice(0, -1)},${tail.slice(1)}`;
  },
  text: (time, level, message, fields) =>
    `${time} ${level} ${plain(message)}${pairs(fields)}`,
};

/** Fields as ` name=value`, those within others as ` outer.inner=value`. */
function pairs(fields: LogFields, outer = ""): string {
  let all = "";
  for (const name in fields) {
    const value = fields[name];
    if (value === undefined) continue;
    all += typeof value === "object"
      ? pairs(value, `${outer}${name}.`)
      : ` ${outer}${name}=${written(value)}`;
  }
  return all;
}

function written(value: string | number | boolean): string {
  const isBare = typeof value !== "string" || /^[\w./:-]+$/.test(value);
  return isBare ? String(value) : plain(JSON.stringify(value));
}

/**
 * Control and format characters as escapes, but for the line feeds of a stack:
 * what comes from whoever sends it would else begin lines or drive the terminal
 * that shows them.
 */
function plain(text: string): string {
  return text.replace(
    /(?!\n {4}at )[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) =>
      `\\u{${character.codePointAt(0)!.toString(16).padStart(4, "0")}}`,
  );
}
