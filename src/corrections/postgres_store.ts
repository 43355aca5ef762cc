import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Row, Sql } from "postgres";
import type {
  Correction,
  CorrectionFilter,
  NewCorrection,
} from "./correction.ts";
import {
  type Added,
  type CorrectionStore,
  MAX_CORRECTIONS,
  SECRET_BYTES,
  type Slice,
  StoreFullError,
} from "./correction_store.ts";
import {
  connectPostgres,
  type OnOutage,
  type PostgresDatabase,
} from "./postgres_database.ts";
import { LOCK } from "./postgres_schema.ts";
import type { PostgresAddress } from "./postgres_url.ts";
import { classOf, conditionOf, numbered, shownBy } from "./sql_filter.ts";

/** Rows that are read at a time: 400 KB. */
const CHUNK = 500;

/** A date as text, whatever the server's DateStyle. */
const COLUMNS = "id, pixels, digit, read, to_char(date, 'YYYY-MM-DD') AS date";

/**
 * Corrections in a PostgreSQL database, which several servers may share. A
 * commit is on the disk before it is answered, where the database has it so
 * (synchronous_commit). While the database is away, every call but `close`
 * throws `StoreUnavailableError`.
 */
export function openPostgresStore(
  address: PostgresAddress,
  onOutage: OnOutage,
  capacity = MAX_CORRECTIONS,
): CorrectionStore {
  const database = connectPostgres(address, onOutage);
  return {
    secret: secretOf(address),
    add: (correction) => add(database, correction, capacity),
    list: (filter, slice) => list(database, filter, slice),
    find: (ids) =>
      database.run(async (sql) => {
        const rows = await sql.unsafe(
          `SELECT ${COLUMNS} FROM inkling_correction
            WHERE id = ANY($1::bigint[]) ORDER BY id`,
          [arrayOf(ids)],
        );
        return rows.map(toCorrection);
      }),
    count: (filter) =>
      database.run(async (sql) => {
        const { sql: condition, values } = numbered(conditionOf(filter));
        const [row] = await sql.unsafe(
          `SELECT count(*) AS count FROM inkling_correction WHERE ${condition}`,
          [...values],
        );
        return Number(row?.count);
      }),
    iterate: (filter) => iterate(database, filter),
    delete: (ids) =>
      database.run(async (sql) => {
        const { count } = await sql.unsafe(
          "DELETE FROM inkling_correction WHERE id = ANY($1::bigint[])",
          [arrayOf(ids)],
        );
        return count;
      }),
    deleteAll: (filter) =>
      database.run(async (sql) => {
        const { sql: condition, values } = numbered(conditionOf(filter));
        const { count } = await sql.unsafe(
          `DELETE FROM inkling_correction WHERE ${condition}`,
          [...values],
        );
        return count;
      }),
    close: () => database.close(),
  };
}

/**
 * What all servers of one database know and nobody else does comes of the
 * password; without one, it is this process's own.
 */
function secretOf({ password }: PostgresAddress): Uint8Array {
  if (password === "") return randomBytes(SECRET_BYTES);
  return createHmac("sha256", password).update("inkling corrections").digest();
}

function add(
  database: PostgresDatabase,
  { pixels, digit, read, date }: NewCorrection,
  capacity: number,
): Promise<Added> {
  const hash = createHash("sha256").update(pixels).digest();
  const label = classOf(digit);

  async function known(sql: Pick<Sql, "unsafe">): Promise<Added | null> {
    const [row] = await sql.unsafe(
      "SELECT id FROM inkling_correction WHERE hash = $1 AND digit = $2",
      [hash, label],
    );
    return row ? { id: Number(row.id), isNew: false } : null;
  }

  return database.run(async (sql) => {
    const found = await known(sql);
    if (found) return found;
    return await sql.begin(async (transaction): Promise<Added> => {
      // One adds at a time: what was counted is true until it has been added.
      await transaction`SELECT pg_advisory_xact_lock(${LOCK})`;
      const meanwhile = await known(transaction);
      if (meanwhile) return meanwhile;
      const [row] = await transaction.unsafe(
        `INSERT INTO inkling_correction (hash, pixels, digit, read, date)
          SELECT $1, $2, $3, $4, $5
          WHERE (SELECT count(*) FROM inkling_correction) < $6 RETURNING id`,
        [hash, pixels, label, classOf(read), date, capacity],
      );
      if (!row) throw new StoreFullError(capacity);
      return { id: Number(row.id), isNew: true };
    });
  });
}

function list(
  database: PostgresDatabase,
  filter: CorrectionFilter,
  { offset, limit }: Slice,
): Promise<readonly Correction[]> {
  const { sql: condition, values } = numbered(conditionOf(filter));
  const [next, last] = [values.length + 1, values.length + 2];
  return database.run(async (sql) => {
    const rows = await sql.unsafe(
      `SELECT ${COLUMNS} FROM inkling_correction WHERE ${condition}
        ORDER BY id DESC LIMIT $${next} OFFSET $${last}`,
      [...values, limit, offset],
    );
    return rows.map(toCorrection);
  });
}

/** By chunks, so that no connection is held meanwhile. */
async function* iterate(
  database: PostgresDatabase,
  filter: CorrectionFilter,
): AsyncGenerator<Correction> {
  const { sql: condition, values } = numbered(conditionOf(filter));
  for (let last = 0;;) {
    const rows = await database.run((sql) =>
      sql.unsafe(
        `SELECT ${COLUMNS} FROM inkling_correction
          WHERE ${condition} AND id > $${values.length + 1}
          ORDER BY id LIMIT ${CHUNK}`,
        [...values, last],
      )
    );
    const chunk = rows.map(toCorrection);
    yield* chunk;
    if (chunk.length < CHUNK) return;
    last = chunk.at(-1)!.id;
  }
}

/** An array as PostgreSQL reads it from text (8.15.2). */
function arrayOf(ids: readonly number[]): string {
  return `{${ids.join()}}`;
}

/** The columns are as the schema has them, and none is NULL; bigint comes as text. */
function toCorrection(row: Row): Correction {
  return {
    id: Number(row.id),
    pixels: new Uint8Array(row.pixels),
    digit: shownBy(Number(row.digit)),
    read: shownBy(Number(row.read)),
    date: String(row.date),
  };
}
