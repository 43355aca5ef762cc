import { readFormParts } from "./form_parts.ts";
import type { Part } from "./multipart.ts";
import { RequestError } from "../problems/request_error.ts";

/** The form field that carries the picture. */
export const PICTURE_FIELD = "image";

/**
 * The bytes of the file in the field `image` of a multipart form (RFC 7578).
 *
 * @param limit Bytes of the whole form, at most.
 * @throws {RequestError} When there is no such form, field or file.
 */
export async function readFormPicture(
  request: Request,
  limit?: number,
): Promise<Uint8Array> {
  return formPicture(await readFormParts(request, limit));
}

/** The same of a form that has arrived. @throws {RequestError} */
export function formPicture(parts: readonly Part[]): Uint8Array {
  const found = parts.filter(({ name }) => name === PICTURE_FIELD);
  const [part] = found;
  if (part === undefined || found.length > 1) {
    throw new RequestError(
      "malformed",
      `Expected one file in the form field "${PICTURE_FIELD}"; ${
        listFields(parts.map(({ name }) => name))
      }.`,
    );
  }
  return formFile(part);
}

/** The bytes of one of its files. @throws {RequestError} Where it is none. */
export function formFile({ filename, bytes }: Part): Uint8Array {
  if (filename === null) {
    throw new RequestError(
      "malformed",
      `Expected a file in the form field "${PICTURE_FIELD}"; found text.`,
    );
  }
  if (bytes.length === 0) {
    throw new RequestError(
      "no-file",
      "The picture is an empty file, or none was chosen.",
    );
  }
  return bytes;
}

/** Field names quoted in a message, so that it stays one readable line. */
const MAX_LISTED_FIELDS = 8;
const MAX_LISTED_NAME = 40;

/** What a form has, for a message. */
export function listFields(names: readonly string[]): string {
  if (names.length === 0) return "the form has no fields";
  const listed = names.slice(0, MAX_LISTED_FIELDS)
    .map((name) => JSON.stringify(name.slice(0, MAX_LISTED_NAME)));
  const more = names.length > listed.length ? ", ..." : "";
  return `the form has ${listed.join(", ")}${more}`;
}
