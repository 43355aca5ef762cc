import type { Context, MiddlewareHandler } from "hono";
import type { Connection, Sent } from "../../http/connection.ts";
import { createGauge, type Metric } from "../../telemetry/metric.ts";
import { observeReadings } from "../../telemetry/observe_readings.ts";
import { logRequest } from "../../telemetry/request_log.ts";
import {
  type AnsweredRequest,
  createRequestMetrics,
  type RequestMetrics,
} from "../../telemetry/request_metrics.ts";
import {
  currentRecord,
  type RequestRecord,
  stagesInOrder,
  sumStages,
} from "../../telemetry/request_record.ts";
import { nameSpan, traceStages } from "../../telemetry/spans.ts";
import { refusalOf } from "../problems/refusal.ts";
import { isFinished } from "./finish.ts";
import { identify, REQUEST_ID } from "./request_id.ts";
import { routePattern } from "./route_pattern.ts";
import type { Services } from "../services.ts";

/** Services that are watched at work. */
export interface Observed {
  readonly services: Services;
  /** What has to stand around all routes. */
  readonly watch: MiddlewareHandler;
  readonly metrics: readonly Metric[];
}

/** Has every request logged, measured and traced, and what it reads with it. */
export function observe(given: Services): Observed {
  const measured = createRequestMetrics();
  return {
    services: { ...given, ...observeReadings(given, measured.read) },
    watch: watchRequests(given, measured),
    metrics: [infoMetric(given), ...measured.metrics, ...given.metrics],
  };
}

function watchRequests(
  { engine, log }: Services,
  measured: RequestMetrics,
): MiddlewareHandler<{ Bindings: Connection }> {
  return async function watch(c, next) {
    const record: RequestRecord = { start: performance.now(), readings: [] };
    const id = identify(c);
    measured.started();
    try {
      await currentRecord.run(record, next);
    } finally {
      measured.ended();
    }
    const end = performance.now();
    const request = answered(c, end - record.start);
    // Not before: what is set on an answer that there is costs less.
    if (!isFinished(c)) c.res.headers.set(REQUEST_ID, id);
    measured.answered(request);
    const span = c.env?.span;
    if (span) nameSpan(span, request, id);
    const bytesIn = announcedLength(c);
    // What is answered piece by piece is read while it is sent.
    const onSent = (sent?: Sent) => {
      const { readings } = record;
      const stages = sumStages(record, end);
      if (stages) {
        const { receive = 0, render = 0 } = stages;
        measured.spent({ receive, render });
        if (span) traceStages(span, stagesInOrder(record, stages));
      }
      logRequest(log, request, {
        ...{ id, readings, stages, engine, bytesIn },
        bytesOut: sent?.bytes,
        isAborted: sent?.isWhole === false,
        trace: span?.spanContext().traceId,
      });
    };
    if (c.env?.onSent) c.env.onSent(onSent);
    else onSent();
  };
}

/** @param duration Milliseconds. */
function answered(
  c: Context<{ Bindings: Connection }>,
  duration: number,
): AnsweredRequest {
  const { status } = c.res;
  const method = c.env?.method ?? c.req.method;
  return {
    method: METHODS.has(method) ? method : "other",
    route: routePattern(c),
    status,
    duration,
    refusal: refusalOf(c.error),
  };
}

/** Those that any route takes, and those that are tried (RFC 9110, 9.3; RFC 5789). */
const METHODS = new Set(
  ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
);

/** Bytes of the body by its `Content-Length`; undefined where it has none. */
function announcedLength(c: Context): number | undefined {
  const length = c.req.header("Content-Length") ?? "";
  return /^\d{1,15}$/.test(length) ? Number(length) : undefined;
}

function infoMetric({ engine, model }: Services): Metric {
  const { name, version } = model;
  const labels = { engine, model: name, version };
  return createGauge(
    "inkling_info",
    "Always 1: the engine and the weights that read, by the labels",
    () => [{ labels, value: 1 }],
  );
}
