import { BulkError } from "./bulk_error.ts";
import { formatName, isSamePicture, type PictureName } from "./picture_name.ts";
import type { Shard } from "./shard.ts";

/** What an earlier run has written already. */
export interface Done {
  /** Pictures, which is lines. */
  readonly count: number;
  /** The picture of the last line. */
  readonly last: PictureName;
}

/**
 * Which pictures are to be read: those of a shard, without the first ones,
 * which are done. Asked about every picture of the inputs, in their order.
 */
export class Selection {
  readonly #shard: Shard;
  readonly #done: Done | null;
  /** Pictures that were asked about. */
  #seen = 0;
  /** Of these, the shard's. */
  #own = 0;

  constructor(shard: Shard, done: Done | null) {
    this.#shard = shard;
    this.#done = done;
  }

  /**
   * Whether this picture, the next one of the inputs, is to be read.
   *
   * @throws {BulkError} When it is not the one that was done last, but has its place.
   */
  takes(name: PictureName): boolean {
    const { index, count } = this.#shard;
    if (this.#seen++ % count !== index) return false;
    this.#own++;
    const { count: skipped, last } = this.#done ?? { count: 0, last: name };
    if (this.#own === skipped && !isSamePicture(name, last)) {
      throw new BulkError(
        `--resume: the results end with ${formatName(last)}, where ${
          formatName(name)
        } comes now; the pictures, their order or --shard have changed`,
      );
    }
    return this.#own > skipped;
  }

  /**
   * To be called after the last picture.
   *
   * @throws {BulkError} When more were done than there are.
   */
  finish(): void {
    const done = this.#done?.count ?? 0;
    if (done <= this.#own) return;
    throw new BulkError(
      `--resume: the results have ${done} lines, where there are ${this.#own} pictures now; the pictures or --shard have changed`,
    );
  }
}
