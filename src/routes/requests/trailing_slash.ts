import type { Context, Hono } from "hono";
import { EVERYWHERE } from "./route_pattern.ts";

/**
 * Where a page is that was asked for with a slash too many, as people write it;
 * null where there is none either.
 */
export function addressWithoutSlash(app: Hono, c: Context): string | null {
  const { method, path } = c.req;
  const isAsked = method === "GET" || method === "HEAD";
  if (!isAsked || !path.endsWith("/")) return null;
  const [handlers] = app.router.match("GET", path.slice(0, -1));
  if (handlers.every(([[, route]]) => route.path === EVERYWHERE)) return null;
  const { pathname, search } = new URL(c.req.url);
  return `${pathname.slice(0, -1)}${search}`;
}
