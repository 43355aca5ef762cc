import { mediaType } from "./media_type.ts";
import { MultipartError, parseMultipart, type Part } from "./multipart.ts";
import { receiveBody } from "./receive_body.ts";
import { RequestError } from "../problems/request_error.ts";

/**
 * The fields of a multipart form, as views of its body.
 *
 * @param limit Bytes of the body, at most.
 * @throws {RequestError} When the body is no such form.
 */
export async function readFormParts(
  request: Request,
  limit?: number,
): Promise<Part[]> {
  const body = await receiveBody(request, limit);
  try {
    return parseMultipart(body, request.headers.get("Content-Type") ?? "");
  } catch (error) {
    if (!(error instanceof MultipartError)) throw error;
    throw new RequestError(
      "malformed",
      `Expected a complete ${mediaType(request)} form; ${error.message}.`,
    );
  }
}
