/**
 * Forms as `multipart/form-data` (RFC 7578), taken apart where they lie: a part
 * is a view of the body, of which nothing is copied, while `Request.formData()`
 * holds every file three times.
 *
 *     --boundary CRLF
 *     Content-Disposition: form-data; name="image"; filename="7.png" CRLF
 *     CRLF
 *     bytes CRLF
 *     --boundary-- CRLF
 */

import { startsWith } from "./starts_with.ts";

/** One field of a form. */
export interface Part {
  readonly name: string;
  /** null for a plain field; what a file is called is up to its sender. */
  readonly filename: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A body that is no such form. */
export class MultipartError extends Error {
  override readonly name = "MultipartError";
}

/** Parts of one form: the page sends 1, a drawing as it grew 24, a batch 256. */
export const MAX_PARTS = 300;
/** Bytes of the head of a part: a name and a type. */
export const MAX_PART_HEAD = 4096;
/** RFC 2046, 5.1.1. */
const MAX_BOUNDARY = 70;

const CR = 0x0d;
const LF = 0x0a;
const DASH = 0x2d;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Splits the body of a form.
 *
 * @param contentType With the parameter `boundary`.
 * @throws {MultipartError} When the body is not one whole form.
 */
export function parseMultipart(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
): Part[] {
  const delimiter = encoder.encode(`\r\n--${boundaryOf(contentType)}`);
  const parts: Part[] = [];
  // The first one has no line before it, though there may be a preamble.
  let at = startsWith(body, delimiter.subarray(2), 0)
    ? delimiter.length - 2
    : find(body, delimiter, 0) + delimiter.length;
  for (;;) {
    if (body[at] === DASH && body[at + 1] === DASH) return parts;
    const start = skipLine(body, at);
    const end = find(body, delimiter, start - 2);
    if (parts.length === MAX_PARTS) {
      throw new MultipartError(`it has more than ${MAX_PARTS} parts`);
    }
    parts.push(parsePart(body.subarray(start, Math.max(start, end))));
    at = end + delimiter.length;
  }
}

function boundaryOf(contentType: string): string {
  const { boundary } = parametersOf(contentType);
  if (boundary && boundary.length <= MAX_BOUNDARY) return boundary;
  throw new MultipartError("its content type names no boundary");
}

function parsePart(part: Uint8Array<ArrayBuffer>): Part {
  const bodyAt = headLength(part);
  const head = decoder.decode(part.subarray(0, bodyAt));
  const [, disposition] =
    head.match(/^content-disposition:[ \t]*form-data[ \t]*;(.*)\r$/im) ?? [];
  const { name, filename } = parametersOf(`;${disposition ?? ""}`);
  if (name === undefined) throw new MultipartError("a part has no name");
  const bytes = part.subarray(bodyAt);
  return { name, filename: filename ?? null, bytes };
}

/** Bytes up to behind the empty line. */
function headLength(part: Uint8Array): number {
  const limit = Math.min(part.length, MAX_PART_HEAD) - 3;
  for (let at = 0; at < limit; at++) {
    if (
      part[at] === CR && part[at + 1] === LF && part[at + 2] === CR &&
      part[at + 3] === LF
    ) return at + 4;
  }
  throw new MultipartError("the head of a part does not end");
}

/**
 * The parameters behind a header's value (RFC 9110, 5.6.6), in quotes or not,
 * with the three characters that browsers escape (HTML, 4.10.21.8) put back.
 */
function parametersOf(header: string): Partial<Record<string, string>> {
  const found: Partial<Record<string, string>> = Object.create(null);
  const parameters = /;[ \t]*([\w*-]+)=(?:"((?:[^"\\\r\n]|\\.)*)"|([^\s;"]*))/g;
  for (const [, name, quoted, bare] of header.matchAll(parameters)) {
    const value = quoted?.replace(/\\(["\\])/g, "$1") ?? bare!;
    found[name!.toLowerCase()] ??= value.replace(
      /%(0D|0A|22)/g,
      (escape) => decodeURIComponent(escape),
    );
  }
  return found;
}

/** Behind the rest of a boundary's line, where only blanks may stand (RFC 2046, 5.1.1). */
function skipLine(body: Uint8Array, from: number): number {
  let at = from;
  while (body[at] === 0x20 || body[at] === 0x09) at++;
  if (body[at] === CR && body[at + 1] === LF) return at + 2;
  throw new MultipartError("it ends before its last boundary");
}

/**
 * Where `delimiter` begins. It starts with CR LF and two dashes, so that the
 * fourth byte ahead tells how far it can be from here (Horspool 1980), and holds
 * no other CR, so that no sender makes bytes be compared more than twice.
 */
function find(body: Uint8Array, delimiter: Uint8Array, from: number): number {
  const last = body.length - delimiter.length;
  for (let at = from; at <= last;) {
    const ahead = body[at + 3];
    if (ahead === DASH) {
      if (body[at] === CR && startsWith(body, delimiter, at)) return at;
      at += 1;
    } else if (ahead === LF) at += 2;
    else if (ahead === CR) at += 3;
    else at += 4;
  }
  throw new MultipartError("it ends before its last boundary");
}
