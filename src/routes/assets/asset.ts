import type { Context } from "hono";
import { gzipSync } from "node:zlib";

/** A file the page asks for, ready to be sent. */
export interface Asset {
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** Strong entity tag, quoted: SHA-256 of the body (RFC 9110, 8.8.3). */
  readonly etag: string;
  /** The body compressed as far as it goes, which is done once. */
  readonly gzip: () => Uint8Array<ArrayBuffer>;
}

/** Bytes of the hash that go into a tag: 128 bits, no two files meet. */
const TAG_BYTES = 16;

/** Prepares a file; a text is sent as UTF-8. */
export async function createAsset(
  type: string,
  body: Asset["body"],
): Promise<Asset> {
  const bytes = typeof body === "string"
    ? new TextEncoder().encode(body)
    : body;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const tag = hash.subarray(0, TAG_BYTES).toHex();
  let gzip: Uint8Array<ArrayBuffer> | null = null;
  return {
    type,
    body,
    etag: `"${tag}"`,
    gzip: () => gzip ??= new Uint8Array(gzipSync(bytes, { level: 9 })),
  };
}

/** Sends a file, or 304 to who has it already. */
export function sendAsset(
  c: Context,
  { type, body, etag, gzip }: Asset,
  cacheControl: string,
): Response {
  c.header("Cache-Control", cacheControl);
  c.header("Vary", "Accept-Encoding");
  const isCompressed = isText(type) &&
    GZIP.test(c.req.header("Accept-Encoding") ?? "");
  // Other bytes have another strong tag (RFC 9110, 8.8.3.3).
  const tag = isCompressed ? etag.replace(/"$/, '-gzip"') : etag;
  c.header("ETag", tag);
  if (matchesTag(c.req.header("If-None-Match"), tag)) return c.body(null, 304);
  if (!isCompressed) return c.body(body, 200, { "Content-Type": type });
  c.header("Content-Encoding", "gzip");
  return c.body(gzip(), 200, { "Content-Type": type });
}

/** Asked for, and not with a weight of zero (RFC 9110, 12.5.3). */
const GZIP = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i;

/** Weights and pictures hardly shrink. */
function isText(type: string): boolean {
  return /^text\/|[/+]json$|\+xml$|javascript/.test(type);
}

/**
 * Whether an `If-None-Match` header names the tag, compared weakly since a
 * compressing proxy weakens tags (RFC 9110, 13.1.2).
 */
export function matchesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(etag);
}
