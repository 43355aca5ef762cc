import { Hono } from "hono";
import { REFUSALS, type RefusalStatus } from "../../http/refusal.ts";
import { securityHeaders } from "../requests/security_headers.ts";

/** RFC 9110, 15.5; RFC 6585, 5. */
const TITLES: Readonly<Record<RefusalStatus, string>> = {
  400: "Bad Request",
  408: "Request Timeout",
  417: "Expectation Failed",
  431: "Request Header Fields Too Large",
};

/**
 * The problem (RFC 9457) of a request whose head is of no use: nothing of it
 * can be trusted, so that all of them get the same answer.
 */
export async function refuse(status: RefusalStatus): Promise<Response> {
  const app = new Hono();
  app.use(securityHeaders());
  app.all("*", (c) => {
    const title = TITLES[status];
    const told = {
      type: "about:blank",
      title,
      status,
      detail: REFUSALS[status],
    };
    c.header("Content-Type", "application/problem+json");
    return c.body(JSON.stringify(told), status);
  });
  const { body, headers } = await app.request("/");
  return new Response(body, { status, statusText: TITLES[status], headers });
}
