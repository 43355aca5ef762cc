import type { TextReading } from "../recognize.ts";
import {
  createCounter,
  createGauge,
  createHistogram,
  type Metric,
} from "./metric.ts";
import { STAGES, type StageTimes } from "./request_record.ts";

/** Seconds: from a file of the page to the slowest picture's deadline. */
const REQUEST_BOUNDS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.5, 1, 2, 5, 10];

/** Seconds: one inference takes 30 microseconds, a photo's imaging a second. */
const STAGE_BOUNDS = [3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1, 3];

/**
 * Why a request was not taken: nobody is free, a picture took too long, one
 * client asks too often, too many bytes, no room for another correction.
 */
export const REFUSALS = [
  "busy",
  "deadline",
  "rate",
  "size",
  "storage",
] as const;
export type Refusal = typeof REFUSALS[number];

/** One request, answered. */
export interface AnsweredRequest {
  readonly method: string;
  /** The pattern of its route. */
  readonly route: string;
  readonly status: number;
  /** Milliseconds. */
  readonly duration: number;
  /** null where it was taken. */
  readonly refusal: Refusal | null;
}

/** What is counted and measured of requests and of what they read. */
export interface RequestMetrics {
  readonly metrics: readonly Metric[];
  started(): void;
  /** Whether or not there is an answer. */
  ended(): void;
  answered(request: AnsweredRequest): void;
  read(
    reading: Pick<TextReading, "digits" | "blank" | "isCrowded">,
    took: StageTimes,
  ): void;
  /** What a request spent on stages that are of no reading. */
  spent(times: StageTimes): void;
}

const MILLISECONDS = 1000;

export function createRequestMetrics(): RequestMetrics {
  let inFlight = 0;
  const requests = createHistogram(
    "http_request_duration_seconds",
    "From the head of a request to its answer, without sending that",
    ["method", "route", "status"],
    REQUEST_BOUNDS,
  );
  const stages = createHistogram(
    "inkling_stage_duration_seconds",
    "What the time of requests that read went into",
    ["stage"],
    STAGE_BOUNDS,
  );
  const timed = STAGES.map((stage) => [stage, stages.of({ stage })] as const);
  const refused = createCounter(
    "inkling_refused_requests_total",
    "Requests that were not taken, by why",
    ["reason"],
  );
  for (const reason of REFUSALS) refused.of({ reason });
  const digits = createCounter(
    "inkling_digits_total",
    "Digits that were read, by how sure",
    ["digit", "verdict"],
  );
  const pictures = createCounter(
    "inkling_pictures_total",
    "Pictures that were read, by what was in them",
    ["found"],
  );
  for (const found of FOUND) pictures.of({ found });
  const running = createGauge(
    "http_requests_in_flight",
    "Requests that have no answer yet",
    () => inFlight,
  );
  const spent = (times: StageTimes) => {
    for (const [stage, histogram] of timed) {
      const time = times[stage];
      if (time !== undefined) histogram.observe(time / MILLISECONDS);
    }
  };
  return {
    metrics: [requests, running, stages, refused, pictures, digits],
    started: () => void inFlight++,
    ended: () => void inFlight--,
    answered(request) {
      const { method, route, refusal } = request;
      const status = String(request.status);
      const seconds = request.duration / MILLISECONDS;
      requests.of({ method, route, status }).observe(seconds);
      if (refusal !== null) refused.of({ reason: refusal }).add();
    },
    spent,
    read(reading, took) {
      spent(took);
      pictures.of({ found: foundIn(reading) }).add();
      for (const { digit, verdict } of reading.digits) {
        const read = digit === null ? "none" : String(digit);
        digits.of({ digit: read, verdict }).add();
      }
    },
  };
}

const FOUND = ["digits", "blank", "crowded"] as const;

function foundIn(
  { blank, isCrowded }: Pick<TextReading, "blank" | "isCrowded">,
): typeof FOUND[number] {
  if (blank) return "blank";
  return isCrowded ? "crowded" : "digits";
}
