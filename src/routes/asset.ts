/** A file the page asks for, ready to be sent. */
export interface Asset {
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** Strong entity tag, quoted: SHA-256 of the body (RFC 9110, 8.8.3). */
  readonly etag: string;
}

/** Bytes of the hash that go into a tag: 128 bits, no two files meet. */
const TAG_BYTES = 16;

/** Prepares a file. */
export async function createAsset(
  type: string,
  body: Asset["body"],
): Promise<Asset> {
  const bytes = typeof body === "string"
    ? new TextEncoder().encode(body)
    : body;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const tag = hash.subarray(0, TAG_BYTES).toHex();
  return { type, body, etag: `"${tag}"` };
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
