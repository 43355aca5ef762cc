import { mediaType } from "./media_type.ts";
import { receiveBody } from "./receive_body.ts";
import { RequestError } from "../problems/request_error.ts";

/** Bytes of a form: a picture of 1.1 KB, or the ticks of one page of a list. */
const MAX_FORM_BYTES = 16 * 2 ** 10;
const TYPE = "application/x-www-form-urlencoded";

/**
 * The fields of a plain form.
 *
 * @throws {RequestError}
 */
export async function receiveForm(request: Request): Promise<URLSearchParams> {
  const type = mediaType(request);
  const body = await receiveBody(request, MAX_FORM_BYTES);
  if (type === TYPE) return new URLSearchParams(new TextDecoder().decode(body));
  throw new RequestError(
    "unsupported",
    `Expected ${TYPE}; found ${type.slice(0, 80) || "no content type"}.`,
  );
}
