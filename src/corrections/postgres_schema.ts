import type { TransactionSql } from "postgres";
import { StoreError } from "./correction_store.ts";

/**
 * Each step brings the tables from the version that is its index to the next;
 * `inkling_schema` says how many are done. A step that was released is never
 * changed.
 *
 * Answers are classes of the network: 0..9, and 10 for what is no digit.
 */
const STEPS = [
  `CREATE TABLE inkling_correction (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    pixels bytea NOT NULL CHECK (octet_length(pixels) = 784),
    digit smallint NOT NULL CHECK (digit BETWEEN 0 AND 10),
    read smallint NOT NULL CHECK (read BETWEEN 0 AND 10),
    date date NOT NULL,
    UNIQUE (hash, digit)
  )`,
];

/** The version that this program writes. */
export const POSTGRES_SCHEMA_VERSION = STEPS.length;

/** Of the advisory locks that hold back other processes of this program ("inkl"). */
export const LOCK = 0x696e6b6c;

/**
 * Brings the tables to the version of this program; of replicas that start at
 * once the others wait.
 *
 * @throws {StoreError} When a later program has written them.
 */
export async function migratePostgres(sql: TransactionSql): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${LOCK})`;
  await sql`CREATE TABLE IF NOT EXISTS inkling_schema (version integer NOT NULL)`;
  const [row] = await sql`SELECT version FROM inkling_schema`;
  const found = Number(row?.version ?? 0);
  if (found > POSTGRES_SCHEMA_VERSION) {
    throw new StoreError(
      `expected tables of version ${POSTGRES_SCHEMA_VERSION} or before, found ${found}, written by a later Inkling`,
    );
  }
  if (found === POSTGRES_SCHEMA_VERSION) return;
  for (const step of STEPS.slice(found)) await sql.unsafe(step);
  await sql`DELETE FROM inkling_schema`;
  await sql`INSERT INTO inkling_schema VALUES (${POSTGRES_SCHEMA_VERSION})`;
}
