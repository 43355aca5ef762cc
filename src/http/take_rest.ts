import type { Readable } from "node:stream";
import { setTimeout } from "node:timers";
import { MAX_REST, REST_TIMEOUT } from "./limits.ts";

/** A request as node's server hands it over. */
interface Incoming extends Readable {
  /** Whether all of it was received. */
  readonly complete: boolean;
}

/**
 * Takes the rest of a body that nobody has read, and throws it away. Most clients
 * look for the answer only when they have sent all, and one whose connection is
 * closed before may never see it (RFC 9112, 9.6).
 *
 * @returns Whether all of it came. If not, the connection is of no more use.
 */
export function takeRest(incoming: Incoming): Promise<boolean> {
  // A reader that was left has it wait for him.
  incoming.removeAllListeners("data");
  return new Promise((resolve) => {
    let left = MAX_REST;
    const timer = setTimeout(finish, REST_TIMEOUT);
    function finish(): void {
      clearTimeout(timer);
      incoming.off("data", take);
      incoming.off("close", finish);
      resolve(incoming.complete);
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
