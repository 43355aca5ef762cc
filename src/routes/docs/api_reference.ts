import type {
  ApiField,
  ApiForm,
  ApiMedia,
  ApiOperation,
  ApiReference,
  ApiSchema,
} from "../../views/docs/api_reference.ts";
import { bodyTypeOf, type JsonSchema, typeOf } from "./api_type.ts";
import { type CodeSample, ORIGIN } from "./describe.ts";
import type { OpenApiDocument } from "./openapi.ts";

/** The document as the reference reads it: what `describe` and the schemas put there. */
interface Described {
  readonly tags: readonly {
    readonly name: string;
    readonly description: string;
  }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
  };
}

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly "x-codeSamples": readonly CodeSample[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Content }>
  >;
}

type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>;

/**
 * What the page shows of the OpenAPI document.
 *
 * @param origin Where the server is, for lines to copy.
 */
export function createReference(
  document: OpenApiDocument,
  origin: string,
): ApiReference {
  const { tags, paths, components } = document as unknown as Described;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags[0],
      shown: operationOf(method, path, operation, origin),
    }))
  );
  return {
    groups: tags.map(({ name, description }) => ({
      name,
      description,
      operations: operations.filter(({ tag }) => tag === name)
        .map(({ shown }) => shown),
    })),
    schemas: Object.entries(components.schemas).map(([name, schema]) =>
      schemaOf(name, schema)
    ),
  };
}

function operationOf(
  method: string,
  path: string,
  operation: Operation,
  origin: string,
): ApiOperation {
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description ?? "",
    samples: operation["x-codeSamples"].map(({ label, source }) => ({
      label,
      source: source.replace(ORIGIN, origin),
    })),
    body: mediaOf(operation.requestBody?.content),
    answers: Object.entries(operation.responses).map(
      ([status, { description, content }]) => ({
        status,
        description,
        media: mediaOf(content),
      }),
    ),
  };
}

function mediaOf(content: Content = {}): ApiMedia[] {
  return Object.entries(content).map(([type, { schema }]) => ({
    type,
    schema: schema ? bodyTypeOf(schema) : null,
  }));
}

function schemaOf(name: string, schema: JsonSchema): ApiSchema {
  return {
    name,
    description: schema.description ?? "",
    forms: (schema.anyOf ?? [schema]).map(formOf),
  };
}

function formOf(schema: JsonSchema): ApiForm {
  return schema.properties
    ? { kind: "fields", fields: fieldsOf(schema, "") }
    : { kind: "type", type: typeOf(schema) };
}

/** Fields within fields stand under the whole way to them. */
function fieldsOf(
  { properties = {}, required = [] }: JsonSchema,
  before: string,
): ApiField[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const name = `${before}${key}`;
    const field = {
      name,
      type: typeOf(schema),
      isRequired: required.includes(key),
      description: schema.description ?? "",
    };
    const inner = schema.items
      ? fieldsOf(schema.items, `${name}[].`)
      : fieldsOf(schema, `${name}.`);
    return [field, ...inner];
  });
}
