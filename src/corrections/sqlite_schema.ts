import type { DatabaseSync } from "node:sqlite";
import { StoreError } from "./correction_store.ts";

/**
 * Each step brings the tables from the version that is its index to the next;
 * `user_version` of the file counts the steps done. A step that was released is
 * never changed.
 *
 * Answers are classes of the network: 0..9, and 10 for what is no digit.
 */
const STEPS = [
  `CREATE TABLE correction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    pixels BLOB NOT NULL CHECK (length(pixels) = 784),
    digit INTEGER NOT NULL CHECK (digit BETWEEN 0 AND 10),
    read INTEGER NOT NULL CHECK (read BETWEEN 0 AND 10),
    date TEXT NOT NULL CHECK (date IS date(date)),
    UNIQUE (hash, digit)
  ) STRICT;`,
];

/** The version that this program writes. */
export const SCHEMA_VERSION = STEPS.length;

/**
 * Brings the tables of a file to the version of this program.
 *
 * @throws {StoreError} When a later program has written it.
 */
export function migrate(database: DatabaseSync): void {
  // Immediate: of two processes that start at once the second waits.
  database.exec("BEGIN IMMEDIATE");
  try {
    const row = database.prepare("PRAGMA user_version").get();
    const found = Number(row?.user_version);
    if (found > SCHEMA_VERSION) {
      throw new StoreError(
        `expected tables of version ${SCHEMA_VERSION} or before, found ${found}, written by a later Inkling`,
      );
    }
    for (const step of STEPS.slice(found)) database.exec(step);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
