import { RequestError } from "./request_error.ts";

const KIBIBYTE = 2 ** 10;
const MEBIBYTE = 2 ** 20;
/** Bytes of a request body: a 12 megapixel photo has 3 to 6 MiB. */
export const MAX_BODY_BYTES = 10 * MEBIBYTE;

/**
 * The whole body of a request. One that is too long is refused by its
 * `Content-Length` at once, and without one as soon as it has grown too long.
 *
 * @param limit Bytes that it may have.
 * @throws {RequestError} `too-large`, or `malformed` when its sender hung up.
 */
export async function receiveBody(
  request: Request,
  limit = MAX_BODY_BYTES,
): Promise<Uint8Array<ArrayBuffer>> {
  const announced = request.headers.get("content-length");
  if (Number(announced) > limit) throw tooLarge(limit);
  try {
    // No more than was announced can arrive (RFC 9112, 6.3).
    return announced === null
      ? await receiveChunks(request, limit)
      : new Uint8Array(await request.arrayBuffer());
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError("malformed", "The body ended before its end.");
  }
}

async function receiveChunks(
  request: Request,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of chunksOf(request)) {
    length += chunk.length;
    if (length > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return await new Blob(chunks).bytes();
}

/** As `request.body` itself, which Safari, where this runs too, cannot iterate. */
async function* chunksOf(
  { body }: Request,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body?.getReader();
  try {
    for (;;) {
      const { value } = await reader?.read() ?? {};
      if (value === undefined) return;
      yield value;
    }
  } finally {
    await reader?.cancel();
  }
}

function tooLarge(limit: number): RequestError {
  const size = limit < MEBIBYTE
    ? `${limit / KIBIBYTE} KiB`
    : `${limit / MEBIBYTE} MiB`;
  return new RequestError("too-large", `The request is larger than ${size}.`);
}
