import { readFormParts } from "./form_parts.ts";
import { listFields } from "./form_picture.ts";
import { mediaType } from "./media_type.ts";
import { RequestError } from "../problems/request_error.ts";

/** The form field that carries the pictures. */
const FIELD = "image";
/** Pictures of a drawing as it grows; `pad.js` makes no more. */
export const MAX_MOMENTS = 24;

/**
 * The bytes of the files in the field `image` of a multipart form (RFC 7578),
 * in their order, which is that of the form.
 *
 * @throws {RequestError}
 */
export async function readFormPictures(
  request: Request,
): Promise<Uint8Array[]> {
  const type = mediaType(request);
  if (type !== "multipart/form-data") {
    throw new RequestError(
      "unsupported",
      `Expected multipart/form-data; found ${type || "no content type"}.`,
    );
  }
  const parts = await readFormParts(request);
  const files = parts.filter(({ name, filename }) =>
    name === FIELD && filename !== null
  );
  if (files.length === 0 || files.length > MAX_MOMENTS) {
    const found = files.length === 0
      ? listFields(parts.map(({ name }) => name))
      : `found ${files.length}`;
    throw new RequestError(
      "malformed",
      `Expected 1 to ${MAX_MOMENTS} files in the form field "${FIELD}"; ${found}.`,
    );
  }
  // Each is handed over to a worker, and with a view the whole form would be.
  return files.map(({ bytes }) => bytes.slice());
}
