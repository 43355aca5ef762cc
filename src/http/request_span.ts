import type { Span } from "@opentelemetry/api";

/**
 * The span that Deno has begun for a request; undefined where tracing is off.
 *
 * Deno's node:http starts one of its own, which follows the sender's
 * `traceparent`, but does not make it the active one (Deno 2.9). So it is taken
 * from where it is kept; a second one beside it would be in a trace of its own.
 */
export function requestSpan(response: object): Span | undefined {
  if (key === undefined) key = findKey(response);
  if (key === null) return undefined;
  const span: unknown = Reflect.get(response, key);
  return isSpan(span) ? span : undefined;
}

/** Is null where the first response had none: it is on or off for the whole process. */
let key: symbol | null | undefined;

function findKey(response: object): symbol | null {
  return Object.getOwnPropertySymbols(response)
    .find(({ description }) => description === "kOtelSpan") ?? null;
}

function isSpan(value: unknown): value is Span {
  return typeof value === "object" && value !== null && "spanContext" in value;
}
