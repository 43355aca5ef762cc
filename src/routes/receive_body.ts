import { RequestError } from "./request_error.ts";

const MEBIBYTE = 2 ** 20;
/** Bytes of a request body: a 12 megapixel photo has 3 to 6 MiB. */
export const MAX_BODY_BYTES = 10 * MEBIBYTE;

/**
 * The whole body of a request of up to `limit` bytes. One that is too long is refused by its
 * `Content-Length` at once, and without one as soon as it has grown too long.
 *
 * @throws {RequestError} `too-large`, or `malformed` when its sender hung up.
 */
export async function receiveBody(
  request: Request,
  limit = MAX_BODY_BYTES,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length")) > limit) {
    throw tooLarge(limit);
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.length;
      if (length > limit) throw tooLarge(limit);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError("malformed", "The body ended before its end.");
  }
  return await new Blob(chunks).bytes();
}

function tooLarge(limit: number): RequestError {
  const size = limit < MEBIBYTE
    ? `${limit / 2 ** 10} KiB`
    : `${limit / MEBIBYTE} MiB`;
  return new RequestError("too-large", `The request is larger than ${size}.`);
}
