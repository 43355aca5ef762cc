import { NORMALIZED_SIDE } from "../../imaging/normalize.ts";
import { listFields } from "./form_picture.ts";
import { mediaType } from "./media_type.ts";
import { receiveBody } from "./receive_body.ts";
import { malformed, RequestError } from "../problems/request_error.ts";

/** The form field that carries the pixels. */
const FIELD = "pixels";
/** What the network sees has 28 x 28. */
const PIXELS = NORMALIZED_SIDE ** 2;
/**
 * Bytes of such a form: in base64 the pixels have 1048 characters, of which
 * an encoded form may write each as three.
 */
export const MAX_PIXELS_FORM_BYTES = 4 * 2 ** 10;
/** The two encodings of a form that browsers send files and fields in (HTML, 4.10.21.6). */
const TYPES = ["application/x-www-form-urlencoded", "multipart/form-data"];

/**
 * The network's own input from a form's field `pixels`: 784 bytes in base64,
 * row by row, 255 = ink.
 *
 * @returns 28x28, 1 = ink.
 * @throws {RequestError}
 */
export async function readFormPixels(request: Request): Promise<Float32Array> {
  const type = mediaType(request);
  if (!TYPES.includes(type)) {
    throw new RequestError(
      "unsupported",
      `Expected ${TYPES.join(" or ")}; found ${
        type.slice(0, 80) || "no content type"
      }.`,
    );
  }
  const form = await readForm(request);
  const values = form.getAll(FIELD);
  const [value] = values;
  if (typeof value !== "string" || values.length > 1) {
    throw malformed(
      `Expected one text in the form field "${FIELD}"; ${
        listFields([...form.keys()])
      }.`,
    );
  }
  const bytes = decode(value);
  if (bytes.length !== PIXELS) {
    throw malformed(
      `Expected ${PIXELS} bytes in "${FIELD}"; found ${bytes.length}.`,
    );
  }
  return Float32Array.from(bytes, (byte) => byte / 255);
}

/** The fields of a form, as its content type says: a kilobyte may be copied. */
async function readForm(request: Request): Promise<FormData> {
  const body = await receiveBody(request, MAX_PIXELS_FORM_BYTES);
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  try {
    return await new Response(body, { headers }).formData();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw malformed(
      `Expected a complete ${mediaType(request)} form; the body is none.`,
    );
  }
}

function decode(base64: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(base64);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw malformed(
      `The field "${FIELD}" is not base64 (RFC 4648, section 4).`,
    );
  }
}
