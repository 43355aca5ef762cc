import { getRequestListener } from "@hono/node-server";
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { closeStalled } from "./close_stalled.ts";
import type { Connection } from "./connection.ts";
import { connectionOf } from "./connection_of.ts";
import {
  CHECKING_INTERVAL,
  DRAIN_DEADLINE,
  HEADERS_TIMEOUT,
  KEEP_ALIVE_TIMEOUT,
  REQUEST_TIMEOUT,
} from "./limits.ts";
import { type Refuse, serialize, statusOf } from "./refusal.ts";
import { takeRest } from "./take_rest.ts";

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
 * @param refuse Answers requests whose head `answer` could do nothing with.
 * @throws {ListenError}
 */
export async function startHttpServer(
  hostname: string,
  port: number,
  answer: Answer,
  refuse: Refuse,
): Promise<HttpServer> {
  const listener = getRequestListener(
    async (request, bindings) => {
      const { incoming } = bindings;
      const response = lacksHost(incoming)
        ? await refuse(400)
        : await answer(asGet(request), connectionOf(bindings));
      if (!incoming.complete) await takeRest(incoming);
      if (!incoming.complete) response.headers.set("Connection", "close");
      return response;
    },
    // What the app throws it answers itself.
    { hostname, errorHandler: () => refuse(400) },
  );
  const server = createServer({
    headersTimeout: HEADERS_TIMEOUT,
    requestTimeout: REQUEST_TIMEOUT,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
    connectionsCheckingInterval: CHECKING_INTERVAL,
    // It would be answered without a word.
    requireHostHeader: false,
  }, listener);
  const unanswered = trackUnanswered(server);
  closeStalled(server, unanswered.responses);
  refuseBroken(server, refuse);
  server.listen(port, hostname);
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

function untilListening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", (error: Error & { code?: string }) => {
      reject(new ListenError(error.code ?? "", error.message));
    });
  });
}

/** Requests that were let in and have no whole answer yet. */
interface Unanswered {
  readonly responses: Set<ServerResponse>;
  /** Called when there are none left. */
  onNone: () => void;
}

function trackUnanswered(server: Server): Unanswered {
  const unanswered: Unanswered = { responses: new Set(), onNone() {} };
  const { responses } = unanswered;
  server.on("request", (_, response) => {
    responses.add(response);
    response.once("close", () => {
      responses.delete(response);
      if (responses.size === 0) unanswered.onNone();
    });
  });
  return unanswered;
}

/** Answers what is no HTTP, too long or too late, and closes its connection. */
function refuseBroken(server: Server, refuse: Refuse): void {
  server.on("clientError", async (error: Error & { code?: string }, socket) => {
    // Read as HTTP, every further piece would be one more error.
    const rest = takeRest(socket);
    const text = await serialize(await refuse(statusOf(error.code)));
    if (socket.writable) socket.end(text);
    await rest;
    socket.destroy();
  });
  server.on("checkExpectation", async (_, response: ServerResponse) => {
    const refusal = await refuse(417);
    response.writeHead(417, Object.fromEntries(refusal.headers));
    response.end(await refusal.text());
  });
}

/** Connections without a request are of no account, whatever they wait for. */
function stop(server: Server, unanswered: Unanswered): Promise<void> {
  server.close();
  return new Promise((resolve) => {
    unanswered.onNone = resolve;
    if (unanswered.responses.size === 0) resolve();
    else setTimeout(resolve, DRAIN_DEADLINE);
  });
}

/** RFC 9112, 3.2; health checks that speak HTTP/1.0 name none. */
function lacksHost(
  { httpVersion, headers }: Pick<IncomingMessage, "httpVersion" | "headers">,
): boolean {
  return httpVersion !== "1.0" && headers.host === undefined;
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
