import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { type CorrectionStore, StoreError } from "./correction_store.ts";
import type { PostgresAddress } from "./postgres_url.ts";
import { openStore } from "./sqlite_store.ts";

/** Where they cannot be kept, the server reads digits all the same. */
export async function openCorrections(
  { corrections, dataDir, database }: Pick<
    Config,
    "corrections" | "dataDir" | "database"
  >,
  log: Log,
): Promise<CorrectionStore | null> {
  if (!corrections) return null;
  if (database) return await openDatabase(database, log);
  try {
    return openStore(dataDir);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.warn(`corrections are off: ${error.message}`);
    return null;
  }
}

/** Loaded only where it is used. It may be away: the server starts all the same. */
async function openDatabase(
  address: PostgresAddress,
  log: Log,
): Promise<CorrectionStore> {
  const { openPostgresStore } = await import(
    "./postgres_store.ts"
  );
  const name = `${address.database} on ${address.host}:${address.port}`;
  const store = openPostgresStore(address, (reason) => {
    if (reason === null) log.info(`corrections: database ${name} is back`);
    else log.warn(`corrections: no use of database ${name}: ${reason}`);
  });
  // Makes the tables, or tells the log why not, before somebody sends a correction.
  store.count({}).catch(() => {});
  return store;
}
