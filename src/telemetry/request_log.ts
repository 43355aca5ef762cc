import type { Log, LogFields } from "../log.ts";
import type { AnsweredRequest } from "./request_metrics.ts";
import type { ReadingRecord, StageTimes } from "./request_record.ts";

/** What the log says of a request beside what is measured: nothing that was sent. */
export interface LoggedRequest {
  readonly id: string;
  readonly readings: readonly ReadingRecord[];
  /** null where nothing was read. */
  readonly stages: StageTimes | null;
  /** The engine that reads. */
  readonly engine: string;
  /** Of the body, as announced. */
  readonly bytesIn: number | undefined;
  /** On the connection, with the head; undefined where it is not known. */
  readonly bytesOut: number | undefined;
  /** Whether nobody took all of the answer. */
  readonly isAborted: boolean;
  /** Of the request's span; undefined where tracing is off. */
  readonly trace: string | undefined;
}

/** What pages are made of and what watches over the server ask for all the time. */
const QUIET =
  /^\/(static|weights|offline\.js|metrics|healthz|livez|readyz|v2\/health)(\/|$)/;

/** Writes the line of a request. */
export function logRequest(
  log: Log,
  { method, route, status, duration, refusal }: AnsweredRequest,
  more: LoggedRequest,
): void {
  const { id, readings, stages, engine, trace } = more;
  log[levelOf(route, status)]("request", {
    method,
    route,
    status,
    ms: rounded(duration),
    bytesIn: more.bytesIn,
    bytesOut: more.bytesOut,
    aborted: more.isAborted || undefined,
    refused: refusal ?? undefined,
    engine: stages ? engine : undefined,
    stages: stages ? roundedStages(stages) : undefined,
    read: stages ? sumCounts(readings) : undefined,
    id,
    trace,
  });
}

function levelOf(route: string, status: number): keyof Log {
  // "Not ready" is the answer that who asks wants, while it starts and when it stops.
  const isFailure = status >= 500 && status !== 503;
  if (QUIET.test(route) && !isFailure) return "debug";
  return status >= 500 ? "warn" : "info";
}

function roundedStages(times: StageTimes): LogFields {
  const fields: Record<string, number> = {};
  for (const [stage, time] of Object.entries(times)) {
    fields[stage] = rounded(time);
  }
  return fields;
}

function sumCounts(readings: readonly ReadingRecord[]): LogFields {
  const sum = {
    ...{ pictures: readings.length, digits: 0, unsure: 0, rejected: 0 },
    ...{ blank: 0, crowded: 0 },
  };
  for (const { counts } of readings) {
    sum.digits += counts.digits;
    sum.unsure += counts.unsure;
    sum.rejected += counts.rejected;
    sum.blank += counts.blank;
    sum.crowded += counts.crowded;
  }
  return sum;
}

/** To microseconds, the clock's own resolution. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
