import type { Context } from "hono";
import { clientOf } from "../../access/client.ts";
import type { Connection } from "../../http/connection.ts";

/** Who sends a request, for counts; all whose address is not known are one. */
export function clientAddress(c: Context<{ Bindings: Connection }>): string {
  const address = c.env?.remoteAddress;
  return address === undefined ? "unknown" : clientOf(address);
}
