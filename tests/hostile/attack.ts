import type { PictureErrorKind } from "../../src/imaging/decode/errors.ts";

/** A file that is made to hurt whoever decodes it. */
export interface Attack {
  readonly name: string;
  /**
   * What has to come of it: refused for this reason; `read`, at a bounded cost;
   * or `either` where that is up to the codec.
   */
  readonly outcome: PictureErrorKind | "read" | "either";
  /** Made when it is needed, for some have 10 MiB. */
  make(): Uint8Array;
}

/** The largest body that the server takes, less room for headers. */
export const MAX_FILE = 10 * 2 ** 20 - 1024;
