import type { Context } from "hono";
import { clientOf } from "../access/client.ts";

/** What `Deno.serve` tells of a connection, which `main.ts` hands on. */
export interface Connection {
  readonly remoteAddr?: Deno.Addr;
}

/** Who sends a request, for counts; all whose address is not known are one. */
export function clientAddress(c: Context<{ Bindings: Connection }>): string {
  const address = c.env?.remoteAddr;
  return address && "hostname" in address
    ? clientOf(address.hostname)
    : "unknown";
}
