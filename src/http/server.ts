import { serve, type ServerType } from "@hono/node-server";
import type { EventEmitter } from "node:events";
import type { Connection } from "./connection.ts";
import { connectionOf } from "./connection_of.ts";
import {
  CHECKING_INTERVAL,
  DRAIN_DEADLINE,
  HEADERS_TIMEOUT,
  KEEP_ALIVE_TIMEOUT,
  REQUEST_TIMEOUT,
  STALL_TIMEOUT,
} from "./limits.ts";

type Answer = (
  request: Request,
  connection: Connection,
) => Response | Promise<Response>;

/** A server that takes requests. */
export interface HttpServer {
  readonly hostname: string;
  readonly port: number;
  /**
   * Takes no more requests, and waits for the answers to those it has; for the
   * last of them no longer than `DRAIN_DEADLINE`.
   */
  stop(): Promise<void>;
}

/** No address to listen on; `code` is the operating system's, as "EADDRINUSE". */
export class ListenError extends Error {
  override readonly name = "ListenError";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Serves HTTP/1.1 through node's server, since `Deno.serve` lets connections
 * that send nothing stay open for ever.
 *
 * @throws {ListenError}
 */
export async function startHttpServer(
  hostname: string,
  port: number,
  answer: Answer,
): Promise<HttpServer> {
  const server = serve({
    hostname,
    port,
    fetch: (request, bindings) =>
      answer(asGet(request), connectionOf(bindings)),
    serverOptions: {
      headersTimeout: HEADERS_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
      connectionsCheckingInterval: CHECKING_INTERVAL,
    },
  });
  server.setTimeout(STALL_TIMEOUT);
  const unanswered = countUnanswered(server);
  await untilListening(server);
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new TypeError(`Cannot serve: expected a port, found ${address}`);
  }
  return {
    hostname: address.address,
    port: address.port,
    stop: () => stop(server, unanswered),
  };
}

function untilListening(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", (error: Error & { code?: string }) => {
      reject(new ListenError(error.code ?? "", error.message));
    });
  });
}

/** Requests that were let in and have no whole answer yet. */
interface Unanswered {
  count: number;
  /** Called when there are none left. */
  onNone: () => void;
}

function countUnanswered(server: ServerType): Unanswered {
  const unanswered: Unanswered = { count: 0, onNone() {} };
  server.on("request", (_: unknown, response: EventEmitter) => {
    unanswered.count++;
    response.once("close", () => {
      if (--unanswered.count === 0) unanswered.onNone();
    });
  });
  return unanswered;
}

/** Connections without a request are of no account, whatever they wait for. */
function stop(server: ServerType, unanswered: Unanswered): Promise<void> {
  server.close();
  return new Promise((resolve) => {
    unanswered.onNone = resolve;
    if (unanswered.count === 0) resolve();
    else setTimeout(resolve, DRAIN_DEADLINE);
  });
}

/**
 * A HEAD request as the GET that it asks about: the server leaves the body out
 * and sends the length that it would have had (RFC 9110, 8.6), where a response
 * without a body would claim to have none.
 */
function asGet(request: Request): Request {
  if (request.method !== "HEAD") return request;
  return new Request(request.url, { method: "GET", headers: request.headers });
}
