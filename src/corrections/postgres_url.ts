/** Where a PostgreSQL database is, and as whom to sign in. */
export interface PostgresAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Empty where the server asks for none. */
  readonly password: string;
  readonly database: string;
  readonly tls: PostgresTls;
}

/**
 * As libpq's `sslmode`: no TLS, TLS with whomever it is, or only with who has a
 * certificate of that name (PostgreSQL, 34.19 SSL Support).
 */
export const POSTGRES_TLS = ["disable", "require", "verify-full"] as const;
export type PostgresTls = typeof POSTGRES_TLS[number];

/** What is wrong with a URL; says nothing of what it holds, as that is secret. */
export class PostgresUrlError extends Error {
  override readonly name = "PostgresUrlError";
}

const DEFAULT_PORT = 5432;

/**
 * Reads `postgres://user:password@host:port/database?sslmode=verify-full`, a
 * connection URI as libpq takes it (PostgreSQL, 34.1.1.2), with one host.
 *
 * @throws {PostgresUrlError}
 */
export function parsePostgresUrl(text: string): PostgresAddress {
  const url = URL.parse(text);
  if (url === null) {
    throw new PostgresUrlError(
      "expected postgres://user:password@host:port/database, found no URL",
    );
  }
  if (!/^postgres(ql)?:$/.test(url.protocol)) {
    throw new PostgresUrlError(
      `expected a URL of postgres:, found one of ${url.protocol}`,
    );
  }
  const database = decode(url.pathname.slice(1), "database");
  const user = decode(url.username, "user");
  for (const [part, value] of Object.entries({ user, database })) {
    if (value === "") {
      throw new PostgresUrlError(`expected a ${part} in the URL, found none`);
    }
  }
  if (url.hostname === "") {
    throw new PostgresUrlError("expected a host in the URL, found none");
  }
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? DEFAULT_PORT : Number(url.port),
    user,
    password: decode(url.password, "password"),
    database,
    tls: readTls(url.searchParams),
  };
}

function readTls(parameters: URLSearchParams): PostgresTls {
  for (const name of parameters.keys()) {
    if (name !== "sslmode") {
      throw new PostgresUrlError(
        `expected no parameter but sslmode in the URL, found ${
          JSON.stringify(name)
        }`,
      );
    }
  }
  const found = parameters.get("sslmode") ?? "disable";
  const mode = POSTGRES_TLS.find((mode) => mode === found);
  if (mode !== undefined) return mode;
  throw new PostgresUrlError(
    `expected sslmode to be one of ${POSTGRES_TLS.join(", ")}, found ${
      JSON.stringify(found)
    }`,
  );
}

function decode(text: string, part: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new PostgresUrlError(
      `expected a percent sign of the ${part} to be written as %25`,
    );
  }
}
