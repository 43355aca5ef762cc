import { context, type Span, trace } from "@opentelemetry/api";
import type { StageTime } from "./request_record.ts";

const tracer = trace.getTracer("inkling");

/** Names the span of a request by its route; it ends with the answer. */
export function nameSpan(
  span: Span,
  { method, route }: { readonly method: string; readonly route: string },
  id: string,
): void {
  span.updateName(`${method} ${route}`);
  span.setAttributes({ "http.route": route, "inkling.request_id": id });
}

/**
 * Puts a span of each stage into that of its request. They are made once all is
 * over: stages run in workers, which only tell how long they took.
 */
export function traceStages(span: Span, stages: readonly StageTime[]): void {
  const within = trace.setSpan(context.active(), span);
  for (const { stage, start, duration } of stages) {
    const startTime = performance.timeOrigin + start;
    tracer.startSpan(stage, { startTime }, within).end(startTime + duration);
  }
}
