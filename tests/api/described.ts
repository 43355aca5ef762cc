import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { createServices } from "../app/services.ts";
import { Ajv2020 } from "./schema_packages.ts";

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly "x-codeSamples": readonly { readonly source: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema?: object }>>;

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** What the server says of itself. */
export const document: Document =
  await (await createApp(createServices()).request("/openapi.json")).json();

const ajv = new Ajv2020({ strict: false });
ajv.addSchema({ ...document, $id: "openapi" });

const validators = new Map<object, ReturnType<typeof ajv.compile>>();

/** What an independent validator has against a value, by a schema of the document. */
export function violations(schema: object, value: unknown): string[] {
  const validate = validators.get(schema) ?? ajv.compile(absolute(schema));
  validators.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) =>
    `${instancePath} ${message}`
  );
}

/** References are to the document, wherever they stand. */
function absolute(schema: object): object {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"#/', '"openapi#/'),
  );
}

/** The operation that answers a request, or null where the document has none. */
export function operationOf(method: string, path: string): Operation | null {
  for (const [template, operations] of Object.entries(document.paths)) {
    const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`);
    const operation = operations[method.toLowerCase()];
    if (pattern.test(path) && operation) return operation;
  }
  return null;
}

/** Checks that the document foresaw a response: its status, its type, its JSON. */
export async function assertDescribed(
  operation: Operation,
  response: Response,
): Promise<void> {
  const { responses, operationId } = operation;
  const type = response.headers.get("Content-Type") ?? "";
  const foreseen = responses[response.status] ?? responses.default;
  const media = foreseen?.content[type.split(";")[0]!];
  const told = `${operationId} answers ${response.status} ${type}`;
  assert.ok(media?.schema, `${told}: not in the document`);
  const text = await response.text();
  const values = type === "application/x-ndjson"
    ? text.trimEnd().split("\n")
    : [text];
  for (const value of values) {
    assert.deepEqual(
      violations(media.schema, JSON.parse(value)),
      [],
      `${told}: ${value}`,
    );
  }
}

/** Asks an app, and checks its answer by the document where that has the address. */
export async function askDescribed(
  app: { request: ReturnType<typeof createApp>["request"] },
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const response = await app.request(path, init);
  const operation = operationOf(init.method ?? "GET", path);
  if (operation) await assertDescribed(operation, response.clone());
  return response;
}
