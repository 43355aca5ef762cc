import type { MiddlewareHandler } from "hono";
import type { Lifecycle } from "../../http/lifecycle.ts";

/**
 * Asks proxies to send the next request to another server, by a new connection
 * (RFC 9112, 9.6), while this one still takes what comes: a connection that is
 * kept open could be closed just as a request is on its way.
 */
export function closeWhenDraining(
  lifecycle: Readonly<Lifecycle>,
): MiddlewareHandler {
  return async function closeWhenDraining(c, next) {
    await next();
    if (lifecycle.stage === "draining") c.header("Connection", "close");
  };
}
