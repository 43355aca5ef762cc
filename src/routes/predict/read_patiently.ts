import type { PictureReader } from "../../picture_reader.ts";
import { BusyError } from "../../workers/errors.ts";

/** Milliseconds until the next try: a few drawings are read in them. */
const PAUSE = 50;
/**
 * Milliseconds that one picture of a batch waits for a place: connections that
 * carry nothing for twice as long are closed.
 */
const PATIENCE = 5000;

/**
 * Reads a picture as soon as there is room for it: it is one of a request that
 * was let in.
 *
 * @throws {BusyError} When there was none for long.
 */
export function readPatiently(
  read: PictureReader["read"],
  { pause = PAUSE, patience = PATIENCE } = {},
): PictureReader["read"] {
  return async (bytes) => {
    const end = performance.now() + patience;
    for (;;) {
      try {
        return await read(bytes);
      } catch (error) {
        if (!(error instanceof BusyError) || performance.now() >= end) {
          throw error;
        }
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
}
