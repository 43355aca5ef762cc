import { checkCoding } from "./content_coding.ts";
import { RequestError } from "../problems/request_error.ts";

const KIBIBYTE = 2 ** 10;
const MEBIBYTE = 2 ** 20;
/** Bytes of a request body: a 12 megapixel photo has 3 to 6 MiB. */
export const MAX_BODY_BYTES = 10 * MEBIBYTE;

/** Bytes that are quicker received at once than piece by piece, and held twice for a moment. */
const SHORT_BODY = MEBIBYTE / 4;

/** Bytes that are set aside for a body whose length is not told, until it has more. */
const FIRST_ROOM = 64 * KIBIBYTE;

/**
 * The whole body of a request. One that is too long is refused by its
 * `Content-Length` at once, and without one as soon as it has grown too long.
 *
 * @param limit Bytes that it may have.
 * @throws {RequestError} `unsupported` when it is compressed, `too-large`, or
 * `malformed` when its sender hung up.
 */
export async function receiveBody(
  request: Request,
  limit = MAX_BODY_BYTES,
): Promise<Uint8Array<ArrayBuffer>> {
  checkCoding(request);
  const announced = request.headers.get("content-length") ?? "";
  if (Number(announced) > limit) throw tooLarge(limit);
  try {
    return /^\d+$/.test(announced) && Number(announced) <= SHORT_BODY
      // No more than was announced can arrive (RFC 9112, 6.3).
      ? new Uint8Array(await request.arrayBuffer())
      : await receiveChunks(request, announced, limit);
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError("malformed", "The body ended before its end.");
  }
}

/** Where its length is told, the body is held once, and never moved. */
async function receiveChunks(
  request: Request,
  announced: string,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  let body = new Uint8Array(/^\d+$/.test(announced) ? Number(announced) : 0);
  let length = 0;
  for await (const chunk of chunksOf(request)) {
    const end = length + chunk.length;
    if (end > limit) throw tooLarge(limit);
    if (end > body.length) body = grown(body, end, limit);
    body.set(chunk, length);
    length = end;
  }
  return body.subarray(0, length);
}

/** The same bytes with room for `length` and as much again, so that few copies are made. */
function grown(
  body: Uint8Array<ArrayBuffer>,
  length: number,
  limit: number,
): Uint8Array<ArrayBuffer> {
  const room = Math.max(FIRST_ROOM, Math.min(limit, 2 * length));
  const larger = new Uint8Array(Math.max(room, length));
  larger.set(body);
  return larger;
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
