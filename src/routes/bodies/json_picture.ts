import { ImageBody, PixelsBody } from "../../api/picture_body.ts";
import { checkBody, parseObject } from "./check_body.ts";
import { malformed } from "../problems/request_error.ts";

/** What a JSON body holds: a picture file, or the network's own input. */
export type JsonPicture =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "pixels"; readonly pixels: Float32Array };

/** Field names quoted in a message, so that it stays one readable line. */
const MAX_LISTED_FIELDS = 8;

/**
 * Reads `{"image": "<base64 or data URL>"}` or `{"pixels": [784 numbers]}`.
 *
 * @throws {RequestError} `malformed`, naming what was expected and found.
 */
export function parseJsonPicture(json: string): JsonPicture {
  return readJsonPicture(parsePictureObject(json, "body"));
}

/** @throws {RequestError} `malformed`, where it is no object. */
export function parsePictureObject(
  json: string,
  what: "body" | "line",
): Record<string, unknown> {
  return parseObject(json, what, '"image" or "pixels"');
}

/** The same of JSON that is an object. @throws {RequestError} */
export function readJsonPicture(body: Record<string, unknown>): JsonPicture {
  const fields = Object.keys(body);
  if (fields.length === 1 && fields[0] === "image") {
    const { image } = checkBody(ImageBody, body);
    return { kind: "file", bytes: decodeImage(image) };
  }
  if (fields.length === 1 && fields[0] === "pixels") {
    const { pixels } = checkBody(PixelsBody, body);
    return { kind: "pixels", pixels: new Float32Array(pixels) };
  }
  throw malformed(
    `Expected one field, "image" or "pixels"; ${listFields(fields)}.`,
  );
}

function decodeImage(text: string): Uint8Array {
  const base64 = text.startsWith("data:") ? dataUrlBody(text) : text;
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

function listFields(fields: readonly string[]): string {
  if (fields.length === 0) return "the object has no fields";
  const names = fields.slice(0, MAX_LISTED_FIELDS)
    .map((field) => JSON.stringify(field));
  const more = fields.length > names.length ? ", ..." : "";
  return `the object has ${names.join(", ")}${more}`;
}
