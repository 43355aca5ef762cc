import { context, type Span, trace } from "@opentelemetry/api";
import type { StageTime } from "./request_record.ts";

const tracer = trace.getTracer("inkling");

/** What a request's span is told of it. */
export interface TracedRequest {
  readonly method: string;
  /** The pattern of its route. */
  readonly route: string;
  readonly id: string;
  readonly stages: readonly StageTime[];
}

/**
 * Names the span of a request by its route, and puts a span of each stage into
 * it. They are made once all is over: stages run in workers, which only tell
 * how long they took.
 */
export function traceRequest(
  span: Span,
  { method, route, id, stages }: TracedRequest,
): void {
  span.updateName(`${method} ${route}`);
  span.setAttributes({ "http.route": route, "inkling.request_id": id });
  const within = trace.setSpan(context.active(), span);
  for (const { stage, start, duration } of stages) {
    const startTime = performance.timeOrigin + start;
    tracer.startSpan(stage, { startTime }, within).end(startTime + duration);
  }
}
