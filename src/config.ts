import {
  parsePostgresUrl,
  type PostgresAddress,
  PostgresUrlError,
} from "./corrections/postgres_url.ts";
import type { EngineChoice } from "./inference/choose.ts";
import {
  LOG_FORMATS,
  LOG_LEVELS,
  type LogFormat,
  type LogLevel,
} from "./log.ts";

/** What the environment sets. */
export interface Config {
  /** `HOST`: the address or host name to listen on; default 127.0.0.1. */
  readonly host: string;
  /** `PORT`: 0..65535, where 0 picks a free one; default 8000. */
  readonly port: number;
  /** `ENGINE`: default auto. */
  readonly engine: EngineChoice;
  /** `LOG_LEVEL`: what is below it is not logged; default info. */
  readonly logLevel: LogLevel;
  /** `LOG_FORMAT`: for people or for programs; default text. */
  readonly logFormat: LogFormat;
  /** `WEIGHTS`: the weights file; null for the one that comes with Inkling. */
  readonly weights: string | null;
  /** `CORRECTIONS`: whether they are taken; default on. */
  readonly corrections: boolean;
  /** `DATA_DIR`: the folder that they are kept in; default data/corrections. */
  readonly dataDir: string;
  /** `DATABASE_URL`: PostgreSQL, which keeps them instead; null for the folder. */
  readonly database: PostgresAddress | null;
  /** `ADMIN_TOKEN`: who knows it may see and delete them; null for nobody. */
  readonly adminToken: string | null;
  /** `METRICS_TOKEN`: who knows it may read `GET /metrics`; null for everyone. */
  readonly metricsToken: string | null;
  /** `RATE_LIMIT`: whether clients that do too much are held off; default on. */
  readonly rateLimit: boolean;
  /** `DRAIN_DELAY`: seconds from SIGTERM until no more is accepted; default 0. */
  readonly drainDelay: number;
  /** `CORS_ORIGIN`: whose scripts may ask `/predict`, an origin or "*"; null for no other's. */
  readonly corsOrigin: string | null;
}

const MEANINGS = {
  HOST: "address to listen on (127.0.0.1)",
  PORT: "port; 0 takes a free one (8000)",
  ENGINE: "auto, loops or simd (auto)",
  LOG_LEVEL: "debug, info, warn or error (info)",
  LOG_FORMAT: "text or json (text)",
  WEIGHTS: "other weights, within the folder weights",
  CORRECTIONS: "on or off: whether they are taken (on)",
  DATA_DIR: "where they are kept (data/corrections)",
  ADMIN_TOKEN: "who knows it may see and delete them",
  METRICS_TOKEN: "who knows it may read /metrics; everyone where it is not set",
  RATE_LIMIT: "on or off: whether clients are held to a rate (on)",
  CORS_ORIGIN: "whose scripts may ask /predict: an origin, or *",
  DATABASE_URL: "PostgreSQL that keeps corrections instead",
  DRAIN_DELAY:
    "seconds that it goes on taking requests after SIGTERM, while /readyz says no (0)",
};

/** The variables that the environment may set. */
export const VARIABLES: readonly string[] = Object.keys(MEANINGS);

/** What `--help` prints. */
export const USAGE = `Serves the page and the API.

  PORT=9000 deno task start

It takes no options; these variables set what it does:

${
  Object.entries(MEANINGS)
    .map(([name, meaning]) => `  ${name.padEnd(13)}  ${meaning}`).join("\n")
}

README.md says more of each.`;

/** A variable that cannot be used; the message is one line for the operator. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** The environment, as far as it is asked; `Deno.env` is one. */
export interface Environment {
  get(variable: string): string | undefined;
}

const ENGINES = ["auto", "loops", "simd"] as const;
/** TCP port numbers are 16 bits (RFC 9293, 3.1). */
const MAX_PORT = 65_535;
/** Seconds: proxies that look every five, and may miss one, have looked thrice. */
const MAX_DRAIN_DELAY = 30;
const SWITCH = ["on", "off"] as const;
/** Characters of a token: 80 bits even where they are only hex digits and some repeat. */
const MIN_TOKEN_LENGTH = 16;

/**
 * Reads and checks the environment.
 *
 * @throws {ConfigError} Naming the variable, what was expected and what found.
 */
export function readConfig(environment: Environment): Config {
  return {
    host: readHost(environment.get("HOST") ?? "127.0.0.1"),
    port: readPort(environment.get("PORT") ?? "8000"),
    engine: readChoice("ENGINE", ENGINES, environment.get("ENGINE") ?? "auto"),
    logLevel: readChoice(
      "LOG_LEVEL",
      LOG_LEVELS,
      environment.get("LOG_LEVEL") ?? "info",
    ),
    logFormat: readChoice(
      "LOG_FORMAT",
      LOG_FORMATS,
      environment.get("LOG_FORMAT") ?? "text",
    ),
    weights: readPath(
      "WEIGHTS",
      "the path of a weights file",
      environment.get("WEIGHTS") ?? null,
    ),
    corrections: readSwitch("CORRECTIONS", environment),
    dataDir: readPath(
      "DATA_DIR",
      "the path of a folder",
      environment.get("DATA_DIR") ?? "data/corrections",
    ),
    database: readDatabase(environment.get("DATABASE_URL") ?? null),
    adminToken: readToken("ADMIN_TOKEN", environment),
    metricsToken: readToken("METRICS_TOKEN", environment),
    rateLimit: readSwitch("RATE_LIMIT", environment),
    drainDelay: readDrainDelay(environment.get("DRAIN_DELAY") ?? "0"),
    corsOrigin: readOrigin(environment.get("CORS_ORIGIN") ?? null),
  };
}

function readHost(value: string): string {
  if (/^[\w.:-]+$/.test(value)) return value;
  throw unusable("HOST", "an IP address or a host name", value);
}

function readPort(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= MAX_PORT) return port;
  throw unusable("PORT", `a whole number in 0..${MAX_PORT}`, value);
}

function readDrainDelay(value: string): number {
  const seconds = Number(value);
  if (/^\d+$/.test(value) && seconds <= MAX_DRAIN_DELAY) return seconds;
  throw unusable(
    "DRAIN_DELAY",
    `a whole number of seconds in 0..${MAX_DRAIN_DELAY}`,
    value,
  );
}

/** It holds a password, so that no part of it goes into the message. */
function readDatabase(value: string | null): PostgresAddress | null {
  if (value === null) return null;
  try {
    return parsePostgresUrl(value);
  } catch (error) {
    if (!(error instanceof PostgresUrlError)) throw error;
    throw new ConfigError(`DATABASE_URL: ${error.message}`);
  }
}

function readPath<Value extends string | null>(
  variable: string,
  expected: string,
  value: Value,
): Value {
  if (value !== "") return value;
  throw unusable(variable, expected, "");
}

function readSwitch(variable: string, environment: Environment): boolean {
  const value = environment.get(variable) ?? "on";
  return readChoice(variable, SWITCH, value) === "on";
}

/** As browsers write it into `Origin` (RFC 6454, 6.2), so that they can be compared. */
function readOrigin(value: string | null): string | null {
  if (value === null || value === "*") return value;
  if (/^https?:/.test(value) && URL.parse(value)?.origin === value) {
    return value;
  }
  throw unusable(
    "CORS_ORIGIN",
    "an origin such as https://example.org, or *",
    value,
  );
}

/** What it is stays out of the message, which is logged. */
function readToken(variable: string, environment: Environment): string | null {
  const value = environment.get(variable) ?? null;
  if (value === null || TOKEN.test(value)) return value;
  const found = value.length < MIN_TOKEN_LENGTH
    ? `${value.length}`
    : "others among them";
  throw new ConfigError(
    `${variable}: expected at least ${MIN_TOKEN_LENGTH} visible ASCII characters, found ${found}`,
  );
}

/** As an `Authorization` header can carry it (RFC 9110, 5.5). */
const TOKEN = new RegExp(`^[\\x21-\\x7e]{${MIN_TOKEN_LENGTH},}$`);

function readChoice<Choice extends string>(
  variable: string,
  choices: readonly Choice[],
  value: string,
): Choice {
  const choice = choices.find((choice) => choice === value);
  if (choice !== undefined) return choice;
  throw unusable(variable, `one of ${choices.join(", ")}`, value);
}

function unusable(
  variable: string,
  expected: string,
  found: string,
): ConfigError {
  const quoted = JSON.stringify(found);
  return new ConfigError(`${variable}: expected ${expected}, found ${quoted}`);
}
