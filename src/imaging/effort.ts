/**
 * How much is tried on one picture. Characters are few, and what is made to hurt is
 * not: whoever goes on until all is found works for seconds on what nobody can read.
 */

/** Each bounds work of its own; all together a picture takes a third of a second. */
export const MOST = {
  /**
   * Pieces of writing, each of which is compared with every other one. Of the
   * development sets, numbers have up to 19, amounts on patterned cheques 54,
   * photos after thresholding 110.
   */
  pieces: 1000,
  /**
   * Pixels of the boxes of lines and of their pieces, which lie over each other where
   * strokes run aslant: 8 times all that decoding hands on. Writing has up to half of it.
   */
  pixels: 8 * 1200 * 1200,
  /**
   * Valleys, and ways along which pieces may be cut, at 20 us each. Five touching digits
   * have up to 140, amounts on patterned cheques 990.
   */
  cuts: 4000,
  /**
   * Atoms, each of which is read by itself, and with its neighbours. Amounts have up to
   * 180, photos after thresholding 293.
   */
  atoms: 1000,
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
