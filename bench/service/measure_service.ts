import { quantile } from "../../train/evaluation.ts";
import { Eta, ProgressLine } from "../../train/progress.ts";
import { load } from "./load.ts";
import {
  cpuSeconds,
  peakResidentBytes,
  residentBytes,
} from "./process_stats.ts";
import type { RunningServer } from "./servers.ts";
import type { Workload } from "./workloads.ts";

/** What one server did with one kind of request. */
export interface ServiceTiming {
  readonly server: string;
  readonly workload: string;
  readonly concurrency: number;
  /** Median of the rounds. */
  readonly requestsPerSecond: number;
  /** Share of the requests that were refused, 0..1. */
  readonly refused: number;
  /** Milliseconds of all its threads. */
  readonly cpuPerRequest: number;
  /** Milliseconds, of all rounds. */
  readonly p50: number;
  readonly p99: number;
  /** One a round: what ratios are made of. */
  readonly rounds: readonly Round[];
}

export interface Round {
  readonly requestsPerSecond: number;
  readonly cpuPerRequest: number;
}

export type Servers = ReadonlyMap<string, RunningServer>;

export interface Schedule {
  readonly rounds: number;
  /** Milliseconds that a server is asked before it is another one's turn. */
  readonly turn: number;
  /** Milliseconds before the first round, which are not counted. */
  readonly warmup: number;
}

/** Asks the servers in turns, one at a time, so that a busy machine is busy for all of them. */
export async function measureWorkload(
  { name, requests, takers, concurrency: usual }: Workload,
  servers: Servers,
  { rounds, turn, warmup }: Schedule,
  concurrency = usual,
): Promise<ServiceTiming[]> {
  const line = new ProgressLine();
  const eta = new Eta(rounds);
  const asked = takers.map((taker) => ({
    taker,
    latencies: [] as number[],
    refused: 0,
    rounds: [] as Round[],
  }));
  for (const { taker } of asked) {
    await load(servers.get(taker)!.url, requests, concurrency, warmup);
  }
  for (let round = 0; round < rounds; round++) {
    for (const entry of asked) {
      const { url, pid } = servers.get(entry.taker)!;
      const before = cpuSeconds(pid);
      const { requests: count, refused, seconds, latencies } = await load(
        url,
        requests,
        concurrency,
        turn,
      );
      const cpu = cpuSeconds(pid) - before;
      entry.refused += refused;
      entry.latencies.push(...latencies);
      entry.rounds.push({
        requestsPerSecond: count / seconds,
        cpuPerRequest: 1000 * cpu / count,
      });
    }
    line.update(() =>
      `${name}, ${concurrency} at once: round ${round + 1} of ${rounds}  ETA ${
        eta.format(round + 1)
      }`
    );
  }
  line.clear();
  return asked.map(({ taker, latencies, refused, rounds }) => {
    const sorted = latencies.sort((a, b) => a - b);
    return {
      server: taker,
      workload: name,
      concurrency,
      requestsPerSecond: median(rounds.map((r) => r.requestsPerSecond)),
      refused: refused / (refused + latencies.length),
      cpuPerRequest: median(rounds.map((r) => r.cpuPerRequest)),
      p50: quantile(sorted, 0.5),
      p99: quantile(sorted, 0.99),
      rounds,
    };
  });
}

export function median(values: readonly number[]): number {
  return quantile(values.toSorted((a, b) => a - b), 0.5);
}

/** What a process holds of memory. */
export interface Memory {
  readonly server: string;
  /** Bytes. */
  readonly now: number;
  readonly peak: number;
}

export function measureMemory(servers: Servers): Memory[] {
  return [...servers].map(([server, { pid }]) => ({
    server,
    now: residentBytes(pid),
    peak: peakResidentBytes(pid),
  }));
}
