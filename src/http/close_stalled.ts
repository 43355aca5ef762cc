import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { clearInterval, setInterval } from "node:timers";
import { CHECKING_INTERVAL, STALL_TIMEOUT } from "./limits.ts";

/** What had gone over a connection when it was last looked at. */
interface Traffic {
  /** In both directions. */
  bytes: number;
  /** Milliseconds of `performance.now()` from which on it has been so many. */
  since: number;
}

/**
 * Closes connections over which nothing goes, but for those that wait for us.
 * All are looked at together: a timer for each connection, as node's server has
 * it, is started anew several times a request.
 */
export function closeStalled(
  server: Server,
  unanswered: ReadonlySet<ServerResponse>,
): void {
  const traffic = new Map<Socket, Traffic>();
  server.on("connection", (socket: Socket) => {
    traffic.set(socket, { bytes: 0, since: performance.now() });
    socket.once("close", () => traffic.delete(socket));
  });
  const timer = setInterval(() => {
    const now = performance.now();
    for (const [socket, last] of traffic) {
      const bytes = socket.bytesRead + socket.bytesWritten;
      if (bytes !== last.bytes) traffic.set(socket, { bytes, since: now });
      else if (
        now - last.since >= STALL_TIMEOUT && !waits(socket, unanswered)
      ) {
        socket.destroy();
      }
    }
  }, CHECKING_INTERVAL);
  timer.unref();
  server.once("close", () => clearInterval(timer));
}

function waits(
  socket: Socket,
  unanswered: ReadonlySet<ServerResponse>,
): boolean {
  return [...unanswered].some(({ req, headersSent }) =>
    req.socket === socket && req.complete && !headersSent
  );
}
