import { quantile } from "../train/evaluation.ts";

/** Something to time. */
export interface Contender {
  readonly name: string;
  /** Does the work on the image with this index; a promise is waited for. */
  run(index: number): unknown;
}

/** How long one contender took. */
export interface Timing {
  readonly name: string;
  readonly median_ms: number;
  readonly p99_ms: number;
  /** Median of each round: what ratios are made of. */
  readonly rounds: readonly number[];
}

export interface Schedule {
  readonly warmup: number;
  readonly rounds: number;
  /** Calls a contender makes before it is the next one's turn. */
  readonly calls: number;
  /** Done before each call and not timed. */
  readonly before?: () => void;
}

/**
 * Times the contenders in turns, so that a machine that is busy for a while is busy for all of
 * them: absolute times on a shared machine mean little, ratios within a round do.
 */
export async function interleave(
  contenders: readonly Contender[],
  { warmup, rounds, calls, before = () => {} }: Schedule,
  onRound: (round: number) => void = () => {},
): Promise<Timing[]> {
  for (const { run } of contenders) {
    for (let i = 0; i < warmup; i++) await run(i);
  }
  const times = contenders.map(() => [] as number[]);
  const medians = contenders.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++) {
    for (const [c, { run }] of contenders.entries()) {
      const block: number[] = [];
      for (let i = 0; i < calls; i++) {
        before();
        const start = performance.now();
        const result = run(round * calls + i);
        // Waiting for what is there already would be timed, too.
        if (result instanceof Promise) await result;
        block.push(performance.now() - start);
      }
      times[c]!.push(...block);
      medians[c]!.push(quantile(block.sort((a, b) => a - b), 0.5));
    }
    onRound(round + 1);
  }
  return contenders.map(({ name }, c) => {
    const sorted = times[c]!.sort((a, b) => a - b);
    return {
      name,
      median_ms: quantile(sorted, 0.5),
      p99_ms: quantile(sorted, 0.99),
      rounds: medians[c]!,
    };
  });
}

/** How many times faster one is than another. */
export interface Ratio {
  readonly median: number;
  /** The middle half of the rounds lies between these. */
  readonly low: number;
  readonly high: number;
}

/** Round by round, so that the machine's moods cancel. */
export function ratio(fast: Timing, slow: Timing): Ratio {
  const ratios = fast.rounds.map((time, round) => slow.rounds[round]! / time)
    .sort((a, b) => a - b);
  return {
    median: quantile(ratios, 0.5),
    low: quantile(ratios, 0.25),
    high: quantile(ratios, 0.75),
  };
}
