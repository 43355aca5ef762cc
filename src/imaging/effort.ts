import {
  MOST_ATOMS,
  MOST_CUTS,
  MOST_PIECES,
  MOST_PIXELS,
} from "./effort_limits.ts";

/**
 * How much is tried on one picture. Characters are few, and what is made to hurt is
 * not: whoever goes on until all is found works for seconds on what nobody can read.
 */

/** Each bounds work of its own. */
export const MOST = {
  pieces: MOST_PIECES,
  pixels: MOST_PIXELS,
  cuts: MOST_CUTS,
  atoms: MOST_ATOMS,
} as const;

export type Work = keyof typeof MOST;

/** There is more in a picture than anybody would look for characters in. */
export class CrowdError extends Error {
  override readonly name = "CrowdError";

  constructor(readonly work: Work) {
    super(`expected at most ${MOST[work]} ${work}`);
  }
}

/** What has been tried on a picture. */
export class Effort {
  readonly #spent: Record<Work, number> = {
    pieces: 0,
    pixels: 0,
    cuts: 0,
    atoms: 0,
  };

  /** @throws {CrowdError} Before more is done than anything but a crowd takes. */
  spend(work: Work, count: number): void {
    if (this.#spent[work] + count > MOST[work]) throw new CrowdError(work);
    this.#spent[work] += count;
  }

  get spent(): Readonly<Record<Work, number>> {
    return this.#spent;
  }
}
