import { type Context, Hono, type MiddlewareHandler } from "hono";
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie";
import type { Operator } from "../../access/operator.ts";
import type { Rate, RateLimiter } from "../../access/rate_limiter.ts";
import { SESSION_LIFETIME } from "../../access/sessions.ts";
import { signInPage } from "../../views/corrections/sign_in_page.tsx";
import type { Connection } from "../../http/connection.ts";
import { bearerToken } from "./bearer_token.ts";
import { clientAddress } from "../requests/client_address.ts";
import { receiveForm } from "../bodies/receive_form.ts";
import { RequestError } from "../problems/request_error.ts";
import { sameOrigin } from "../requests/same_origin.ts";
import { themeFor } from "../page/theme.ts";
import { wordsFor } from "../page/words.ts";

/** Wrong tokens of one client: a few slips, then one every ten seconds. */
export const SIGN_IN_RATE: Rate = { burst: 5, interval: 10_000 };

const COOKIE = "operator";

type Env = { Bindings: Connection };

/**
 * `POST /session` starts a session of whoever knows the token,
 * `POST /session/end` ends it.
 *
 * @param limiter Counts wrong tokens.
 */
export function sessionRoute(operator: Operator, limiter: RateLimiter) {
  const { sessions, cookieKey } = operator;
  return new Hono<Env>()
    .post("/session", sameOrigin(), async (c) => {
      const token = (await receiveForm(c.req.raw)).get("token") ?? "";
      if (!isRight(c, token, operator, limiter)) return askToSignIn(c, true);
      await setSignedCookie(c, COOKIE, sessions.start(), cookieKey, {
        path: "/",
        httpOnly: true,
        sameSite: "Strict",
        secure: isSecure(c),
        maxAge: SESSION_LIFETIME / 1000,
      });
      return c.redirect("/corrections", 303);
    })
    .post("/session/end", sameOrigin(), async (c) => {
      sessions.end(await sessionId(c, operator) ?? "");
      deleteCookie(c, COOKIE, { path: "/" });
      return c.redirect("/", 303);
    });
}

/**
 * Lets only the operator pass, by session or by `Authorization: Bearer`
 * (RFC 6750); to others who look at pages it answers the way to sign in.
 *
 * @throws {RequestError} `unauthorized`.
 */
export function requireOperator(
  operator: Operator,
  limiter: RateLimiter,
): MiddlewareHandler<Env> {
  return async function requireOperator(c, next) {
    c.header("Cache-Control", "no-store");
    const given = c.req.header("Authorization");
    // With it the cookie does not count: forms of other sites cannot send it.
    const isAllowed = given !== undefined
      ? isRight(c, bearerToken(given), operator, limiter)
      : await isSignedIn(c, operator);
    if (isAllowed) return await next();
    c.header("WWW-Authenticate", 'Bearer realm="corrections"');
    const accept = c.req.header("Accept") ?? "";
    if (c.req.method === "GET" && accept.includes("text/html")) {
      return await askToSignIn(c, false);
    }
    throw new RequestError(
      "unauthorized",
      "Expected a session, or the operator's token as Authorization: Bearer.",
    );
  };
}

/** Whether there is a session, which can be ended. */
export async function isSignedIn(
  c: Context,
  operator: Operator,
): Promise<boolean> {
  return operator.sessions.isOpen(await sessionId(c, operator) ?? "");
}

/** Counts against the client where it is wrong. @throws {RateError} */
function isRight(
  c: Context<Env>,
  token: string,
  operator: Operator,
  limiter: RateLimiter,
): boolean {
  const client = clientAddress(c);
  limiter.check(client);
  const isKnown = operator.knows(token);
  if (!isKnown) limiter.take(client);
  return isKnown;
}

/** Null without a cookie that we have signed. */
async function sessionId(
  c: Context,
  { cookieKey }: Operator,
): Promise<string | null> {
  return await getSignedCookie(c, cookieKey, COOKIE) || null;
}

/**
 * Whether the browser came by TLS: behind a proxy that ends it only the browser
 * itself says so, in the origin of the form.
 */
function isSecure(c: Context): boolean {
  const origin = c.req.header("Origin") ?? c.req.url;
  return origin.startsWith("https:");
}

function askToSignIn(c: Context, isRefused: boolean) {
  c.header("Cache-Control", "no-store");
  const { search: query } = new URL(c.req.url);
  const [words, theme] = [wordsFor(c), themeFor(c)];
  return c.html(signInPage({ isRefused, query, words, theme }), 401);
}
