import type { Context } from "hono";

declare module "hono" {
  interface ContextVariableMap {
    requestId?: string;
  }
}

/** Where requests and answers have their id. */
export const REQUEST_ID = "X-Request-Id";

/** Characters of ids as they are in use: a UUID has 36 of them, a `traceparent` 55. */
const PLAIN = /^[\w=-]{1,64}$/;

/**
 * Gives a request its id: the one that came with it, where it can be put into a
 * header and a log as it is, else a new one.
 */
export function identify(c: Context): string {
  const given = c.req.header(REQUEST_ID) ?? "";
  const id = PLAIN.test(given) ? given : crypto.randomUUID();
  c.set("requestId", id);
  return id;
}

/** The id of a request; undefined where none are given, as on a device offline. */
export function requestIdOf(c: Context): string | undefined {
  return c.get("requestId");
}
