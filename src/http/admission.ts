import { BusyError } from "../workers/errors.ts";
import {
  MAX_LARGE_BYTES,
  MAX_SMALL_BYTES,
  SMALL_BODY,
  UNKNOWN_BODY,
} from "./limits.ts";

/** Room for the bodies of requests that are under way. */
export interface Admission {
  /**
   * Sets room aside before a body is read, by what its head says of it.
   *
   * @param length Bytes, of `Content-Length`; NaN where that says nothing.
   * @returns Gives the room back.
   * @throws {BusyError} When there is none left.
   */
  admit(length: number): () => void;
}

/**
 * Two lanes, so that drawings find room while photos take all of theirs. Room is
 * counted in bytes that may come, not in requests: senders that stall hold what
 * they announced and no more, until their connection is closed.
 */
export function createAdmission(): Admission {
  const small = createLane(MAX_SMALL_BYTES);
  const large = createLane(MAX_LARGE_BYTES);
  return {
    admit(length) {
      const bytes = Number.isNaN(length) ? UNKNOWN_BODY : length;
      return bytes <= SMALL_BODY ? small(bytes) : large(bytes);
    },
  };
}

/** @param room Bytes. */
function createLane(room: number): (bytes: number) => () => void {
  let taken = 0;
  return function take(bytes) {
    if (taken > 0 && taken + bytes > room) {
      throw new BusyError(
        "Many pictures are on their way already. Send it again in a moment.",
      );
    }
    taken += bytes;
    let isHeld = true;
    return () => {
      if (isHeld) taken -= bytes;
      isHeld = false;
    };
  };
}
