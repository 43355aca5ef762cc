import type { Context } from "hono";
import { matchedRoutes } from "hono/route";

/** Where a request has no route: whatever address is asked for, it counts as one. */
const NO_ROUTE = "none";
/** Where middleware stands. */
export const EVERYWHERE = "/*";

/** The pattern of the route that a request has taken, as "/static/:name{.+}". */
export function routePattern(c: Context): string {
  const route = matchedRoutes(c).findLast(({ path }) => path !== EVERYWHERE);
  return route?.path ?? NO_ROUTE;
}
