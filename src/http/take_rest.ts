import type { Readable } from "node:stream";
import { setTimeout } from "node:timers";
import { MAX_REST, REST_TIMEOUT } from "./limits.ts";

/**
 * Takes the rest of what is sent and nobody reads, and throws it away. Most clients
 * look for the answer only when they have sent all, and one whose connection is
 * closed before may never see it (RFC 9112, 9.6).
 *
 * @param incoming A body, or a whole connection.
 * @returns When it has ended, or nothing came for `REST_TIMEOUT`, or too much.
 */
export function takeRest(incoming: Readable): Promise<void> {
  // A reader that was left has it wait for him.
  incoming.removeAllListeners("data");
  return new Promise((resolve) => {
    let left = MAX_REST;
    const timer = setTimeout(finish, REST_TIMEOUT);
    function finish(): void {
      clearTimeout(timer);
      incoming.off("data", take);
      incoming.off("close", finish);
      resolve();
    }
    function take(chunk: Uint8Array): void {
      left -= chunk.length;
      if (left < 0) finish();
      else timer.refresh();
    }
    incoming.on("data", take);
    incoming.once("end", finish);
    incoming.once("close", finish);
    incoming.once("error", finish);
    incoming.resume();
  });
}
