import type { ApiType } from "../../views/docs/api_reference.ts";

/** As much of JSON Schema as our document has. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** A schema in words: "list of 10 number 0..1". */
export function typeOf(schema: JsonSchema): ApiType {
  const { $ref, anyOf, prefixItems, type } = schema;
  if ($ref !== undefined) return [{ schema: $ref.split("/").at(-1)! }];
  if ("const" in schema) return [JSON.stringify(schema.const)];
  if (schema.enum) {
    return [schema.enum.map((value) => JSON.stringify(value)).join(" or ")];
  }
  if (anyOf) return joined(anyOf.map(typeOf), " or ");
  if (prefixItems) {
    return ["[", ...joined(prefixItems.map(typeOf), ", "), "]"];
  }
  if (type === "array") {
    return [`list of ${countOf(schema)}`, ...typeOf(schema.items ?? {})];
  }
  if (schema.format === "binary") return ["file"];
  return [`${type ?? "anything"}${rangeOf(schema)}`];
}

/** The same of a body, of which there is no other place to tell its fields. */
export function bodyTypeOf(schema: JsonSchema): ApiType {
  if (!schema.properties) return typeOf(schema);
  return joined(
    Object.entries(schema.properties).map(([name, field]) => [
      `${name}: `,
      ...typeOf(field),
    ]),
    ", ",
  );
}

function joined(types: readonly ApiType[], between: string): ApiType {
  return types.flatMap((type, i) => i === 0 ? type : [between, ...type]);
}

function countOf({ minItems, maxItems }: JsonSchema): string {
  if (maxItems === undefined) return "";
  return minItems === maxItems ? `${maxItems} ` : `${minItems} to ${maxItems} `;
}

function rangeOf({ minimum, maximum }: JsonSchema): string {
  if (minimum === undefined) return "";
  return maximum === undefined
    ? ` from ${minimum}`
    : ` from ${minimum} to ${maximum}`;
}
