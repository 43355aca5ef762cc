import { BulkError } from "./bulk_error.ts";

/**
 * One of `count` parts of the pictures: counted through all inputs from 0, those
 * whose number leaves `index` when it is divided by `count`. The parts differ
 * by one picture at most, and together they are all pictures, each once.
 */
export interface Shard {
  /** 0..count - 1, as Kubernetes counts the pods of an indexed Job. */
  readonly index: number;
  /** At least 1. */
  readonly count: number;
}

export const WHOLE: Shard = { index: 0, count: 1 };

/**
 * Reads "3/8": the fourth of eight.
 *
 * @throws {BulkError}
 */
export function parseShard(text: string): Shard {
  const [, index, count] = text.match(/^(\d+)\/(\d+)$/)?.map(Number) ?? [];
  if (index !== undefined && count !== undefined && index < count) {
    return { index, count };
  }
  throw new BulkError(
    `--shard: expected the number of a part, counted from 0, and how many parts there are, as 0/8, found ${
      JSON.stringify(text)
    }`,
  );
}

/** How many of the first `total` pictures belong to a shard. */
export function shardSize({ index, count }: Shard, total: number): number {
  return Math.max(0, Math.ceil((total - index) / count));
}
