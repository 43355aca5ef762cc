import type { MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { RequestError } from "../problems/request_error.ts";

/**
 * Refuses forms of other sites, by the browser's `Sec-Fetch-Site` or `Origin`.
 * What brings a token of its own is no such form: browsers add cookies by
 * themselves, but no `Authorization`.
 *
 * @throws {RequestError} `foreign`.
 */
export function sameOrigin(): MiddlewareHandler {
  const check = csrf();
  return async function sameOrigin(c, next) {
    if (c.req.header("Authorization") === undefined) {
      try {
        await check(c, () => Promise.resolve());
      } catch (error) {
        if (!(error instanceof HTTPException)) throw error;
        throw new RequestError(
          "foreign",
          "Expected a form of this site; the browser names another origin, or none.",
        );
      }
    }
    await next();
  };
}
