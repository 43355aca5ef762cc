import type { Hono } from "hono";
import { generateSpecs } from "hono-openapi";
import { jsonSchemas } from "../../api/schemas.ts";
import { API_VERSION } from "../../api/version.ts";
import { curl, describe, ORIGIN, type Tag } from "./describe.ts";

const TAGS: Readonly<Record<Tag, string>> = {
  "Reading": "What a picture says.",
  "Open Inference Protocol":
    "The network alone, as KServe, Triton and others have it asked: version 2, over HTTP/REST.",
  "Service": "Whether it is there, and what it can do.",
};

const INFO = {
  title: "Inkling",
  version: API_VERSION,
  summary: "Reads handwritten digits and numbers.",
  description:
    "Problems are told as RFC 9457 has them, and by the Open Inference Protocol in its own form; either names the field, what was expected, and what came.",
  license: { name: "MIT", identifier: "MIT" },
};

/** The OpenAPI 3.1 document of what the routes of `app` say of themselves. */
export type OpenApiDocument = Awaited<ReturnType<typeof generateSpecs>>;

type Schemas = NonNullable<
  NonNullable<OpenApiDocument["components"]>["schemas"]
>;

/** Makes it when it is first asked for: starting does not wait for it. */
export function lazyDocument(app: Hono): () => Promise<OpenApiDocument> {
  let document: Promise<OpenApiDocument> | null = null;
  return () => document ??= createDocument(app);
}

async function createDocument(app: Hono): Promise<OpenApiDocument> {
  const schemas = jsonSchemas() as Schemas;
  return await generateSpecs(app, {
    excludeStaticFile: false,
    documentation: {
      info: INFO,
      servers: [{ url: "/" }],
      tags: Object.entries(TAGS).map(([name, description]) => ({
        name,
        description,
      })),
      components: { schemas },
    },
  });
}

/** What it says of itself. */
export function describeOpenApi() {
  return describe({
    operationId: "openapi",
    tags: ["Service"],
    summary: "Get this document",
    description: "OpenAPI 3.1, made of what the requests are checked by.",
    "x-codeSamples": [curl("the document", `${ORIGIN}/openapi.json`)],
    responses: {
      200: {
        description: "The document.",
        content: { "application/json": { schema: { type: "object" } } },
      },
      304: { description: "It is as `If-None-Match` names it." },
    },
  });
}
