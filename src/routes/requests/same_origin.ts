import type { MiddlewareHandler } from "hono";
import { RequestError } from "../problems/request_error.ts";

/**
 * Refuses forms of other sites, by the browser's `Sec-Fetch-Site` or `Origin`.
 * What brings a token of its own is no such form: browsers add cookies by
 * themselves, but no `Authorization`.
 *
 * @throws {RequestError} `foreign`.
 */
export function sameOrigin(): MiddlewareHandler {
  return async function sameOrigin(c, next) {
    const hasToken = c.req.header("Authorization") !== undefined;
    if (!hasToken && !isOfThisSite(c.req.raw)) {
      throw new RequestError(
        "foreign",
        "Expected a form of this site; the browser names another origin, or none.",
      );
    }
    await next();
  };
}

/**
 * Browsers leave `Sec-Fetch-Site` out where a page came by plain HTTP, and old
 * ones always. Then hosts are compared, and not schemes, since a proxy that ends
 * TLS asks by another one than the browser did; no page of another site has a
 * say in `Host`.
 */
function isOfThisSite({ url, headers }: Request): boolean {
  const site = headers.get("Sec-Fetch-Site");
  if (site !== null) return site === "same-origin";
  const host = headers.get("Host") ?? new URL(url).host;
  const origin = URL.parse(headers.get("Origin") ?? "");
  return origin !== null && origin.host === host.toLowerCase();
}
