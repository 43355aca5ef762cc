import { mediaType } from "./media_type.ts";
import { receiveBody } from "./receive_body.ts";
import { RequestError } from "./request_error.ts";

/** The form field that carries the picture. */
export const PICTURE_FIELD = "image";

/**
 * The bytes of the file in the field `image` of a multipart form (RFC 7578).
 *
 * @throws {RequestError} When there is no such form, field or file.
 */
export async function readFormPicture(request: Request): Promise<Uint8Array> {
  return await formPicture(await readForm(request));
}

/** The same of a form that has arrived. @throws {RequestError} */
export async function formPicture(form: FormData): Promise<Uint8Array> {
  const values = form.getAll(PICTURE_FIELD);
  const [value] = values;
  if (value === undefined || values.length > 1) {
    throw new RequestError(
      "malformed",
      `Expected one file in the form field "${PICTURE_FIELD}"; ${
        listFields(form)
      }.`,
    );
  }
  return await formFile(value);
}

/** The bytes of one of its files. @throws {RequestError} Where it is none. */
export async function formFile(value: FormDataEntryValue): Promise<Uint8Array> {
  if (typeof value === "string") {
    throw new RequestError(
      "malformed",
      `Expected a file in the form field "${PICTURE_FIELD}"; found text.`,
    );
  }
  if (value.size === 0) {
    throw new RequestError(
      "no-file",
      "The picture is an empty file, or none was chosen.",
    );
  }
  return new Uint8Array(await value.arrayBuffer());
}

/**
 * The fields of a form, multipart or URL-encoded, as its content type says.
 *
 * @param limit Bytes of the body, at most.
 * @throws {RequestError} When the body is no such form.
 */
export async function readForm(
  request: Request,
  limit?: number,
): Promise<FormData> {
  const body = await receiveBody(request, limit);
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  try {
    return await new Response(body, { headers }).formData();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new RequestError(
      "malformed",
      `Expected a complete ${mediaType(request)} form; the body is none.`,
    );
  }
}

/** What a form has, for a message. */
export function listFields(form: FormData): string {
  const names = [...form.keys()].map((name) => JSON.stringify(name));
  return names.length === 0
    ? "the form has no fields"
    : `the form has ${names.join(", ")}`;
}
