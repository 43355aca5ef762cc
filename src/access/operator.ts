import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createSessions, type Sessions } from "./sessions.ts";

/** Who may see and delete what is stored: whoever knows the token. */
export interface Operator {
  /** Takes as long whatever is wrong with it. */
  knows(token: string): boolean;
  /** Signs session cookies; another token makes another key. */
  readonly cookieKey: Uint8Array<ArrayBuffer>;
  readonly sessions: Sessions;
}

/** @param now Milliseconds of a clock that never goes back. */
export function createOperator(
  token: string,
  now: () => number = () => performance.now(),
): Operator {
  // Digests have one length, and say nothing of how much was right.
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const expected = digest(token);
  const key = createHmac("sha256", token).update("inkling session cookie");
  return {
    knows: (given) => timingSafeEqual(digest(given), expected),
    cookieKey: new Uint8Array(key.digest()),
    sessions: createSessions(now),
  };
}
