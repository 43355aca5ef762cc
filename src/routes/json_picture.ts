import { NORMALIZED_SIDE } from "../imaging/normalize.ts";
import { RequestError } from "./request_error.ts";

/** What a JSON body holds: a picture file, or the network's own input. */
export type JsonPicture =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "pixels"; readonly pixels: Float32Array };

/** What the network sees has 28 x 28. */
const PIXELS = NORMALIZED_SIDE ** 2;

/** Field names quoted in a message, so that it stays one readable line. */
const MAX_LISTED_FIELDS = 8;

/**
 * Reads `{"image": "<base64 or data URL>"}` or `{"pixels": [784 numbers]}`.
 *
 * @throws {RequestError} `malformed`, naming what was expected and found.
 */
export function parseJsonPicture(json: string): JsonPicture {
  const body = parse(json);
  const fields = Object.keys(body);
  if (fields.length === 1 && fields[0] === "image") {
    return { kind: "file", bytes: decodeImage(body["image"]) };
  }
  if (fields.length === 1 && fields[0] === "pixels") {
    return { kind: "pixels", pixels: checkPixels(body["pixels"]) };
  }
  throw malformed(
    `Expected one field, "image" or "pixels"; ${listFields(fields)}.`,
  );
}

function parse(json: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw malformed(`The body is not JSON: ${error.message}.`);
  }
  if (isObject(value)) return value;
  throw malformed(
    `Expected a JSON object with "image" or "pixels"; found ${kindOf(value)}.`,
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function decodeImage(value: unknown): Uint8Array {
  if (typeof value !== "string") {
    throw malformed(
      `Expected base64 or a data URL in "image"; found ${kindOf(value)}.`,
    );
  }
  const base64 = value.startsWith("data:") ? dataUrlBody(value) : value;
  try {
    const bytes = Uint8Array.fromBase64(base64);
    if (bytes.length > 0) return bytes;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw malformed(`The field "image" is not base64 (RFC 4648, section 4).`);
  }
  throw malformed(`The field "image" is empty.`);
}

/** What follows the comma of `data:[type][;parameters];base64,` (RFC 2397). */
function dataUrlBody(url: string): string {
  const comma = url.indexOf(",");
  if (comma !== -1 && url.slice(0, comma).endsWith(";base64")) {
    return url.slice(comma + 1);
  }
  throw malformed(
    `The data URL in "image" is not of the form data:...;base64,`,
  );
}

function checkPixels(value: unknown): Float32Array {
  if (!Array.isArray(value) || value.length !== PIXELS) {
    const found = Array.isArray(value)
      ? `${value.length} values`
      : kindOf(value);
    throw malformed(`Expected ${PIXELS} numbers in "pixels"; found ${found}.`);
  }
  // Four times as quick as Float32Array.from with a function, on the API's hot path.
  const pixels = new Float32Array(PIXELS);
  for (let i = 0; i < PIXELS; i++) pixels[i] = checkPixel(value[i], i);
  return pixels;
}

function checkPixel(value: unknown, index: number): number {
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  const found = typeof value === "number" ? String(value) : kindOf(value);
  throw malformed(
    `Expected a number in 0..1 at index ${index} of "pixels"; found ${found}.`,
  );
}

function listFields(fields: readonly string[]): string {
  if (fields.length === 0) return "the object has no fields";
  const names = fields.slice(0, MAX_LISTED_FIELDS)
    .map((field) => JSON.stringify(field));
  const more = fields.length > names.length ? ", ..." : "";
  return `the object has ${names.join(", ")}${more}`;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function malformed(message: string): RequestError {
  return new RequestError("malformed", message);
}
