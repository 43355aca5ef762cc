import type { Context, MiddlewareHandler } from "hono";
import { wordsFor } from "./words.ts";

const KEY = "offline";

/** Marks whatever is answered as the answer of a device without its server. */
export function markOffline(): MiddlewareHandler {
  return async (c, next) => {
    c.set(KEY, true);
    await next();
  };
}

/** What tells a person that their device answered itself; null on the server. */
export function offlineNote(c: Context): string | null {
  return c.get(KEY) === true ? wordsFor(c).offline.answered : null;
}
