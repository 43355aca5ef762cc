import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Proof that somebody has just stored a thing, which lets that person take it
 * back. It holds as long as its key does, and nothing is kept for it.
 */
export interface Receipts {
  /** @returns The id and its seal, in letters of URLs. */
  issue(id: number): string;
  /** @returns The id, or null where the receipt is none of ours. */
  check(receipt: string): number | null;
}

/** @param key 32 bytes that nobody else has. */
export function createReceipts(key: Uint8Array): Receipts {
  const seal = (id: string) => createHmac("sha256", key).update(id).digest();
  return {
    issue: (id) => `${id}.${seal(String(id)).toString("base64url")}`,
    check(receipt) {
      const [, id, sealed] = receipt.match(/^(\d{1,15})\.([\w-]{43})$/) ?? [];
      if (id === undefined || sealed === undefined) return null;
      const isOurs = timingSafeEqual(
        seal(id),
        Uint8Array.fromBase64(sealed, { alphabet: "base64url" }),
      );
      return isOurs ? Number(id) : null;
    },
  };
}
