import { createOperator } from "../../src/access/operator.ts";
import type { CorrectionStore } from "../../src/corrections/correction_store.ts";
import { openStore } from "../../src/corrections/sqlite_store.ts";
import { browserTest, type PageOptions, type Visit } from "./browser.ts";

/** What the operator knows. */
export const TOKEN = "a-token-for-the-browser";

/** A test in a browser, with a store that is gone afterwards. */
export function correctionTest(
  name: string,
  test: (visit: Visit, store: CorrectionStore) => Promise<void>,
  options: PageOptions = {},
): void {
  let folder = "";
  let store: CorrectionStore | undefined;
  browserTest(
    name,
    async (visit) => {
      try {
        await test(visit, store!);
      } finally {
        await store!.close();
        await Deno.remove(folder, { recursive: true });
      }
    },
    options,
    (services) => {
      folder = Deno.makeTempDirSync();
      store = openStore(folder);
      return {
        ...services,
        corrections: store,
        operator: createOperator(TOKEN),
        isRateLimited: true,
      };
    },
  );
}
