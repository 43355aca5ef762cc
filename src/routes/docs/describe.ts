import { describeRoute, type DescribeRouteOptions } from "hono-openapi";
import type { MiddlewareHandler } from "hono";
import { refTo, type SchemaName } from "../../api/schemas.ts";

/** What the OpenAPI document says of an address. */
export interface Operation extends DescribeRouteOptions {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: [Tag];
  /** Lines for a shell, which `{origin}` makes complete; Redocly's extension. */
  readonly "x-codeSamples": readonly CodeSample[];
}

export interface CodeSample {
  readonly lang: "Shell";
  readonly label: string;
  readonly source: string;
}

export type Tag = "Reading" | "Open Inference Protocol" | "Service";

/** Stands for where the server is. */
export const ORIGIN = "{origin}";

/** Puts an address into the OpenAPI document; to requests it does nothing. */
export function describe(operation: Operation): MiddlewareHandler {
  return describeRoute(operation);
}

/**
 * A line for a shell.
 *
 * @param input What is sent, where it has to be made first.
 */
export function curl(label: string, args: string, input?: string): CodeSample {
  const source = input ? `${input} | curl ${args}` : `curl ${args}`;
  return { lang: "Shell", label, source };
}

/** An answer, or a body, of JSON. */
export function json(
  name: SchemaName,
  example?: unknown,
  type = "application/json",
) {
  return {
    [type]: {
      schema: refTo(name),
      ...(example !== undefined && { example }),
    },
  };
}

const MEANINGS = {
  400: "The request cannot be understood.",
  404: "There is no such model, or no such version of it.",
  413: "The request is larger than 10 MiB, or holds too many pictures.",
  415:
    "Not a type, or not a picture, that is read; or the body is compressed: then the answer has `Accept-Encoding: identity`.",
  422:
    "A broken picture, one with too many pixels, or one that takes too long to read.",
  503: "Too much is waiting already; `Retry-After` says when to ask again.",
} as const;

/** What can go wrong, told as the schema `name`. */
export function problems(
  name: "Problem" | "InferenceError",
  ...statuses: (keyof typeof MEANINGS)[]
) {
  const type = name === "Problem"
    ? "application/problem+json"
    : "application/json";
  const told = (description: string) => ({
    description,
    content: json(name, undefined, type),
  });
  return {
    ...Object.fromEntries(
      statuses.map((status) => [status, told(MEANINGS[status])]),
    ),
    default: told("Whatever else goes wrong."),
  };
}
