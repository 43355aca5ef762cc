import type { Http2Bindings, HttpBindings } from "@hono/node-server";
import type { Connection } from "./connection.ts";
import { requestSpan } from "./request_span.ts";

/** The connection of a request to node's server. */
export function connectionOf(
  { incoming: { method, socket }, outgoing }: HttpBindings | Http2Bindings,
): Connection {
  // It may carry more requests before and after.
  const before = socket.bytesWritten;
  return {
    method,
    remoteAddress: socket.remoteAddress,
    span: requestSpan(outgoing),
    onSent(then) {
      outgoing.once("close", () =>
        then({
          bytes: socket.bytesWritten - before,
          isWhole: outgoing.writableFinished,
        }));
    },
  };
}
