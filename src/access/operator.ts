import { createHmac } from "node:crypto";
import { createSessions, type Sessions } from "./sessions.ts";
import { createTokenCheck, type TokenCheck } from "./token.ts";

/** Who may see and delete what is stored: whoever knows the token. */
export interface Operator {
  readonly knows: TokenCheck;
  /** Signs session cookies; another token makes another key. */
  readonly cookieKey: Uint8Array<ArrayBuffer>;
  readonly sessions: Sessions;
}

/** @param now Milliseconds of a clock that never goes back. */
export function createOperator(
  token: string,
  now: () => number = () => performance.now(),
): Operator {
  const key = createHmac("sha256", token).update("inkling session cookie");
  return {
    knows: createTokenCheck(token),
    cookieKey: new Uint8Array(key.digest()),
    sessions: createSessions(now),
  };
}
