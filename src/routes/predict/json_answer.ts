import type { Context } from "hono";
import { finishedAnswer } from "../requests/finish.ts";
import { REQUEST_ID, requestIdOf } from "../requests/request_id.ts";
import { SECURITY_HEADERS } from "../requests/security_headers.ts";

/** Characters that fit one packet take as long compressed as not. */
export const SMALLEST_COMPRESSED = 1400;

/** An answer in JSON (RFC 8259); a short one brings all headers along. */
export function jsonAnswer(c: Context, value: unknown): Response {
  const text = JSON.stringify(value);
  const headers = { "Content-Type": "application/json" };
  if (text.length >= SMALLEST_COMPRESSED) return c.body(text, 200, headers);
  return finishedAnswer(c, text, {
    ...SECURITY_HEADERS,
    ...headers,
    [REQUEST_ID]: requestIdOf(c) ?? "",
  });
}
