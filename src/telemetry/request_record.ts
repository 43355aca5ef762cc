import { AsyncLocalStorage } from "node:async_hooks";
import type { TextReading } from "../recognize.ts";

/**
 * What the time of a request that reads goes into, in this order: until all of
 * it has come, until a worker is free, the picture's own stages, drawing what
 * they saw, and making the answer.
 */
export const STAGES = [
  "receive",
  "wait",
  "decode",
  "imaging",
  "inference",
  "draw",
  "render",
] as const;
export type Stage = typeof STAGES[number];

/** Those of each reading. */
const READING_STAGES = STAGES.slice(1, -1);

/** One stage of a request. */
export interface StageTime {
  readonly stage: Stage;
  /** Milliseconds of `performance.now()`. */
  readonly start: number;
  /** Milliseconds. */
  readonly duration: number;
}

/** How many of what was found, and nothing of what it says. */
export interface ReadingCounts {
  readonly digits: number;
  readonly unsure: number;
  readonly rejected: number;
  /** 1 where there was no ink. */
  readonly blank: number;
  /** 1 where there was too much to look for digits in it. */
  readonly crowded: number;
}

/** Milliseconds of each stage that there is. */
export type StageTimes = Readonly<Partial<Record<Stage, number>>>;

/** One reading of a request. Times are milliseconds of `performance.now()`. */
export interface ReadingRecord {
  readonly asked: number;
  readonly answered: number;
  /** What the stages between say they took. */
  readonly took: StageTimes;
  readonly counts: ReadingCounts;
}

/** What is kept of a request until it is answered. */
export interface RequestRecord {
  /** Milliseconds of `performance.now()`. */
  readonly start: number;
  readonly readings: ReadingRecord[];
}

/** The record of the request that is being answered. */
export const currentRecord = new AsyncLocalStorage<RequestRecord>();

export function countsOf(
  { digits, blank, isCrowded }: TextReading,
): ReadingCounts {
  const having = (wanted: string) =>
    digits.filter(({ verdict }) => verdict === wanted).length;
  return {
    digits: digits.length,
    unsure: having("unsure"),
    rejected: having("rejected"),
    blank: Number(blank),
    crowded: Number(isCrowded),
  };
}

/**
 * What a request that ended at `end` spent on each stage, all its readings
 * together; null where nothing was read. What is read while the answer is sent
 * already is part of it.
 */
export function sumStages(
  { start, readings }: RequestRecord,
  end: number,
): StageTimes | null {
  const [first] = readings;
  if (!first) return null;
  let { asked, answered } = first;
  const sums: Partial<Record<Stage, number>> = { receive: 0 };
  for (const reading of readings) {
    asked = Math.min(asked, reading.asked);
    answered = Math.max(answered, reading.answered);
    for (const stage of READING_STAGES) {
      const time = reading.took[stage];
      if (time !== undefined) sums[stage] = (sums[stage] ?? 0) + time;
    }
  }
  sums.receive = asked - start;
  sums.render = Math.max(0, end - answered);
  return sums;
}

/**
 * The same one after the other, as they happened. Imaging and inference take
 * turns, and are told as if they did not.
 */
export function stagesInOrder(
  { start, readings }: RequestRecord,
  { receive = 0, render = 0 }: StageTimes,
): StageTime[] {
  const answered = Math.max(...readings.map(({ answered }) => answered));
  return [
    { stage: "receive", start, duration: receive },
    ...readings.flatMap(({ asked, took }) => {
      let start = asked;
      return READING_STAGES.flatMap((stage) => {
        const duration = took[stage];
        if (duration === undefined) return [];
        start += duration;
        return [{ stage, start: start - duration, duration }];
      });
    }),
    { stage: "render", start: answered, duration: render },
  ];
}
