import { randomBytes } from "node:crypto";

/** Milliseconds: a working day. */
export const SESSION_LIFETIME = 8 * 3600_000;

/** Sessions at once, of one operator on a few machines; the oldest ends first. */
const MAX_SESSIONS = 20;
/** 256 bits, which nobody guesses. */
const ID_BYTES = 32;

/**
 * Who is signed in. Sessions are known to this process alone: a cookie that was
 * kept is worth nothing once its session has ended, by signing out, by time, or
 * by a restart.
 */
export interface Sessions {
  /** @returns The id of a new session. */
  start(): string;
  isOpen(id: string): boolean;
  end(id: string): void;
}

/** @param now Milliseconds of a clock that never goes back. */
export function createSessions(
  now: () => number = () => performance.now(),
): Sessions {
  /** When each ends, the oldest first. */
  const ends = new Map<string, number>();
  return {
    start() {
      for (const [id, end] of ends) {
        if (end > now() && ends.size < MAX_SESSIONS) break;
        ends.delete(id);
      }
      const id = randomBytes(ID_BYTES).toString("base64url");
      ends.set(id, now() + SESSION_LIFETIME);
      return id;
    },
    isOpen: (id) => (ends.get(id) ?? -Infinity) > now(),
    end: (id) => void ends.delete(id),
  };
}
