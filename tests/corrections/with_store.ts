import type { CorrectionStore } from "../../src/corrections/correction_store.ts";
import { openStore } from "../../src/corrections/sqlite_store.ts";

/** Opens a store in a folder of its own, which is removed at the end. */
export async function withStore(
  use: (store: CorrectionStore, folder: string) => Promise<void>,
  capacity?: number,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const store = openStore(folder, capacity);
    try {
      await use(store, folder);
    } finally {
      await store.close();
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
