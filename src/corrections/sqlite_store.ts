import { createHash, randomBytes } from "node:crypto";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
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
  StoreError,
  StoreFullError,
} from "./correction_store.ts";
import { classOf, conditionOf, shownBy } from "./sql_filter.ts";
import { migrate } from "./sqlite_schema.ts";

/** The file in the folder; SQLite keeps two more beside it while it is open. */
export const FILE_NAME = "corrections.sqlite";

/**
 * A commit is on the disk before it is answered (synchronous FULL), and readers
 * do not wait for it (WAL): https://sqlite.org/wal.html. What is sorted stays in
 * memory, as the file system may be read-only but for the folder, and what is
 * deleted is overwritten, as somebody may have asked for it.
 */
const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA temp_store = MEMORY;
  PRAGMA secure_delete = ON;
`;

/** Empties the log of changes, in which what was deleted would live on for a while. */
const FORGET = "PRAGMA wal_checkpoint(TRUNCATE)";

/** Milliseconds to wait for another process that writes, an export by hand say. */
const BUSY_TIMEOUT = 5000;

/** Rows that are read at a time, 400 KB, so that other requests get their turn. */
const CHUNK = 500;

/**
 * Opens the store in a folder, which is made where it is missing.
 *
 * @throws {StoreError} Naming the folder and what is wrong with it.
 */
export function openStore(
  folder: string,
  capacity = MAX_CORRECTIONS,
): CorrectionStore {
  let database: DatabaseSync | undefined;
  try {
    Deno.mkdirSync(folder, { recursive: true });
    database = new DatabaseSync(`${folder}/${FILE_NAME}`, {
      timeout: BUSY_TIMEOUT,
    });
    database.exec(SETTINGS);
    migrate(database);
  } catch (error) {
    database?.close();
    if (!(error instanceof Error)) throw error;
    const reason = error.message.replace(/\s+/g, " ");
    throw new StoreError(
      `expected to keep corrections in ${folder}, found: ${reason}`,
    );
  }
  return createStore(database, capacity);
}

/**
 * The calls of `node:sqlite` are synchronous and take well under a millisecond
 * each but for the commit, which waits for the disk.
 */
function createStore(
  database: DatabaseSync,
  capacity: number,
): CorrectionStore {
  const known = database.prepare(
    "SELECT id FROM correction WHERE hash = ? AND digit = ?",
  );
  const insert = database.prepare(
    `INSERT INTO correction (hash, pixels, digit, read, date)
      SELECT ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM correction) < ?`,
  );
  const byId = database.prepare("SELECT * FROM correction WHERE id = ?");
  const deleteById = database.prepare("DELETE FROM correction WHERE id = ?");

  function add(correction: NewCorrection): Added {
    const { pixels, read, date } = correction;
    const hash = createHash("sha256").update(pixels).digest();
    const digit = classOf(correction.digit);
    const found = known.get(hash, digit);
    if (found) return { id: Number(found.id), isNew: false };
    const { changes, lastInsertRowid } = insert.run(
      hash,
      pixels,
      digit,
      classOf(read),
      date,
      capacity,
    );
    if (Number(changes) === 0) throw new StoreFullError(capacity);
    return { id: Number(lastInsertRowid), isNew: true };
  }

  function list(filter: CorrectionFilter, { offset, limit }: Slice) {
    const { sql, values } = conditionOf(filter);
    return database
      .prepare(
        `SELECT * FROM correction WHERE ${sql}
          ORDER BY id DESC LIMIT ? OFFSET ?`,
      )
      .all(...values, limit, offset).map(toCorrection);
  }

  function count(filter: CorrectionFilter): number {
    const { sql, values } = conditionOf(filter);
    const row = database
      .prepare(`SELECT count(*) AS count FROM correction WHERE ${sql}`)
      .get(...values);
    return Number(row?.count);
  }

  /** By chunks, so that nothing in the database is held meanwhile. */
  async function* iterate(
    filter: CorrectionFilter,
  ): AsyncGenerator<Correction> {
    const { sql, values } = conditionOf(filter);
    const next = database.prepare(
      `SELECT * FROM correction WHERE ${sql} AND id > ?
        ORDER BY id LIMIT ${CHUNK}`,
    );
    for (let last = 0;;) {
      const rows = next.all(...values, last).map(toCorrection);
      yield* rows;
      if (rows.length < CHUNK) return;
      last = rows.at(-1)!.id;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  function deleteIds(ids: readonly number[]): number {
    const deleteOne = (id: number) => Number(deleteById.run(id).changes);
    const deleted = inTransaction(
      database,
      () => ids.reduce((sum, id) => sum + deleteOne(id), 0),
    );
    database.exec(FORGET);
    return deleted;
  }

  function deleteAll(filter: CorrectionFilter): number {
    const { sql, values } = conditionOf(filter);
    const { changes } = database
      .prepare(`DELETE FROM correction WHERE ${sql}`).run(...values);
    database.exec(FORGET);
    return Number(changes);
  }

  return {
    // One server has it open at a time, and what it signs ends with it.
    secret: randomBytes(SECRET_BYTES),
    add: (correction) => Promise.try(add, correction),
    list: (filter, slice) => Promise.try(list, filter, slice),
    find: (ids) =>
      Promise.try(() =>
        ids.toSorted((a, b) => a - b).flatMap((id) => {
          const row = byId.get(id);
          return row ? [toCorrection(row)] : [];
        })
      ),
    count: (filter) => Promise.try(count, filter),
    iterate,
    delete: (ids) => Promise.try(deleteIds, ids),
    deleteAll: (filter) => Promise.try(deleteAll, filter),
    close: () => Promise.try(() => database.close()),
  };
}

function inTransaction<Result>(
  database: DatabaseSync,
  work: () => Result,
): Result {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

/** The columns are as the schema has them: STRICT, and none is NULL. */
function toCorrection(row: Record<string, SQLOutputValue>): Correction {
  return {
    id: Number(row.id),
    pixels: new Uint8Array(row.pixels as Uint8Array),
    digit: shownBy(Number(row.digit)),
    read: shownBy(Number(row.read)),
    date: String(row.date),
  };
}
