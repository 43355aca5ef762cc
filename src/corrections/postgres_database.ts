import postgres, { type Sql } from "postgres";
import { StoreError, StoreUnavailableError } from "./correction_store.ts";
import { migratePostgres } from "./postgres_schema.ts";
import type { PostgresAddress, PostgresTls } from "./postgres_url.ts";

/** Connections of one process: a statement takes milliseconds, and a server has 100 by default. */
const MAX_CONNECTIONS = 4;

/** Statements under way or waiting for a connection; who comes later is told to come back. */
const MAX_PENDING = 64;

const SECOND = 1000;

/** Seconds to reach the server. */
const CONNECT_TIMEOUT = 3;

/** Milliseconds after which the server breaks off a statement. */
const STATEMENT_TIMEOUT = 5 * SECOND;

/** Milliseconds until an answer is no longer waited for, as when the network is silent. */
const DEADLINE = STATEMENT_TIMEOUT + SECOND;

/** Seconds without use after which a connection is closed, before firewalls forget it. */
const IDLE_TIMEOUT = 60;

/** Seconds of a connection, so that a proxy or a standby in front gets its turn. */
const MAX_LIFETIME = 3600;

/** Seconds of silence after which TCP asks whether the other end is there. */
const KEEP_ALIVE = 30;

/** Seconds between two tries to connect, which only somebody's request sets off. */
const BACKOFF = 0.5;

/** Seconds that the server gets for what is under way when the store is closed. */
const CLOSE_TIMEOUT = 1;

/** Called when the database stops answering, with the reason, and when it answers again, with null. */
export type OnOutage = (reason: string | null) => void;

/** A database whose tables are those of this program. */
export interface PostgresDatabase {
  /** @throws {StoreUnavailableError} Where the database does not answer. */
  run<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/**
 * Connects when it is first asked, and again after the database was away. What
 * it does about the tables is done before the first statement.
 */
export function connectPostgres(
  address: PostgresAddress,
  onOutage: OnOutage,
): PostgresDatabase {
  const sql = postgres(optionsOf(address));
  let migration: Promise<void> | null = null;
  let pending = 0;
  let isOut = false;

  /** Once; where it fails, before the next statement. */
  function migrated(): Promise<void> {
    migration ??= sql.begin((transaction) => migratePostgres(transaction))
      .then(() => {}, (error) => {
        migration = null;
        throw error;
      });
    return migration;
  }

  function note(reason: string | null): void {
    if (isOut === (reason !== null)) return;
    isOut = reason !== null;
    onOutage(reason);
  }

  async function run<Result>(
    work: (sql: Sql) => Promise<Result>,
  ): Promise<Result> {
    if (pending >= MAX_PENDING) {
      throw new StoreUnavailableError(`${pending} statements wait already`);
    }
    pending++;
    try {
      const result = await withDeadline(migrated().then(() => work(sql)));
      note(null);
      return result;
    } catch (error) {
      const reason = outageOf(error);
      if (reason === null) throw error;
      note(reason);
      throw new StoreUnavailableError(reason);
    } finally {
      pending--;
    }
  }

  return { run, close: () => sql.end({ timeout: CLOSE_TIMEOUT }) };
}

/** Everything that the client would look for in the environment is set. */
function optionsOf(address: PostgresAddress) {
  const { host, port, user, password, database, tls } = address;
  return {
    host,
    port,
    user,
    // A function, since an empty one would be looked for in the environment.
    password: () => password,
    database,
    ssl: TLS[tls],
    max: MAX_CONNECTIONS,
    connect_timeout: CONNECT_TIMEOUT,
    idle_timeout: IDLE_TIMEOUT,
    target_session_attrs: "read-write" as const,
    max_lifetime: MAX_LIFETIME,
    keep_alive: KEEP_ALIVE,
    backoff: () => BACKOFF,
    // As the client has them by default.
    sslnegotiation: null,
    max_pipeline: 100,
    prepare: true,
    debug: false,
    publications: "alltables",
    // Neither is used, and both would take further statements.
    fetch_types: false,
    onnotice() {},
    connection: {
      application_name: "inkling",
      statement_timeout: STATEMENT_TIMEOUT,
    },
  };
}

const TLS: Readonly<
  Record<PostgresTls, false | { readonly rejectUnauthorized: boolean }>
> = {
  "disable": false,
  "require": { rejectUnauthorized: false },
  "verify-full": { rejectUnauthorized: true },
};

function withDeadline<Result>(work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new StoreUnavailableError(`no answer in ${DEADLINE} ms`)),
    DEADLINE,
  );
  // What comes of it later is of no interest.
  work.catch(() => {});
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

/**
 * SQLSTATE classes of our own mistakes: data, constraints and syntax (PostgreSQL,
 * Appendix A). All others are the server's, the network's or the operator's.
 */
const MISTAKES = /^(22|23|42)/;

/** In words why the database cannot be used; null for a mistake of this program. */
function outageOf(error: unknown): string | null {
  if (error instanceof StoreUnavailableError || error instanceof StoreError) {
    return error.message;
  }
  if (!(error instanceof Error && "code" in error)) return null;
  const code = String(error.code);
  if (code !== NO_PRIVILEGE && MISTAKES.test(code)) return null;
  return `${code} ${error.message}`.replace(/\s+/g, " ");
}

/** insufficient_privilege, of the class of syntax errors: the operator's to grant. */
const NO_PRIVILEGE = "42501";
