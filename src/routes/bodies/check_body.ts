import * as v from "valibot";
import { isObject } from "../../api/is_object.ts";
import { kindOf } from "../../api/kind.ts";
import { RequestError } from "../problems/request_error.ts";

/**
 * A JSON object.
 *
 * @param what It is, as in "The body is not JSON".
 * @param expected What it is for, as in "Expected a JSON object with ...".
 * @throws {RequestError} `malformed`.
 */
export function parseObject(
  json: string,
  what: "body" | "line",
  expected: string,
): Record<string, unknown> {
  const value = parse(json, what);
  if (isObject(value)) return value;
  throw new RequestError(
    "malformed",
    `Expected a JSON object with ${expected}; found ${kindOf(value)}.`,
  );
}

/**
 * A value as its schema has it.
 *
 * @param explain Tells what is wrong with it in a sentence that names the field.
 * @throws {RequestError} `malformed`.
 */
export function checkBody<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  explain: (issue: v.BaseIssue<unknown>) => string = ({ message }) => message,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  throw new RequestError("malformed", explain(result.issues[0]));
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** JSON between systems is UTF-8 (RFC 8259, 8.1). @throws {RequestError} `malformed`. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new RequestError("malformed", "The JSON body is not UTF-8 text.");
  }
}

function parse(json: string, what: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new RequestError(
      "malformed",
      `The ${what} is not JSON: ${error.message}.`,
    );
  }
}
