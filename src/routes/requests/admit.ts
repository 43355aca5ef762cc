import type { MiddlewareHandler } from "hono";
import {
  createRateLimiter,
  type Rate,
  UNLIMITED,
} from "../../access/rate_limiter.ts";
import { createAdmission } from "../../http/admission.ts";
import type { Connection } from "../../http/connection.ts";
import { clientAddress } from "./client_address.ts";
import { isFinished } from "./finish.ts";
import { LINES } from "../predict/predict_input.ts";

/**
 * Requests with a body of one client: far more than somebody drawing sends, and
 * so much that one program that reads a folder of pictures is let through.
 */
const RATE: Rate = { burst: 3000, interval: 10 };

/**
 * Lets a request in before its body is read, or refuses it.
 *
 * @throws {BusyError} When too many bodies are under way.
 * @throws {RateError} When its client has sent too many.
 */
export function admitBodies(
  isRateLimited: boolean,
): MiddlewareHandler<{ Bindings: Connection }> {
  const admission = createAdmission();
  const limiter = isRateLimited ? createRateLimiter(RATE) : UNLIMITED;
  return async function admitBodies(c, next) {
    if (c.req.method === "GET" || c.req.method === "HEAD") return await next();
    limiter.take(clientAddress(c));
    const release = admission.admit(announcedLength(c.req.raw.headers));
    try {
      await next();
      if (!isFinished(c) && isStreamed(c.res)) {
        c.res = afterwards(c.res, release);
      } else release();
    } catch (error) {
      release();
      throw error;
    }
  };
}

/** Whether it is answered piece by piece, while its body is still needed. */
function isStreamed(response: Response): boolean {
  return response.headers.get("Content-Type") === LINES;
}

/** The same answer; when its last piece was sent, or nobody waits for it any more, `done` is called. */
function afterwards(response: Response, done: () => void): Response {
  const body = response.body?.pipeThrough(
    new TransformStream({ flush: done, cancel: done }),
  );
  return new Response(body, response);
}

/** Bytes of a body, as a head announces them (RFC 9112, 6.3); NaN for any number of chunks. */
function announcedLength(headers: Headers): number {
  if (headers.has("Transfer-Encoding")) return NaN;
  return Number(headers.get("Content-Length") ?? 0);
}
