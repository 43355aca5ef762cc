import { Hono } from "hono";
import type { TokenCheck } from "../access/token.ts";
import { expose, EXPOSITION_TYPE } from "../telemetry/exposition.ts";
import type { Metric } from "../telemetry/metric.ts";
import { bearerToken } from "./corrections/bearer_token.ts";
import { RequestError } from "./problems/request_error.ts";

/**
 * `GET /metrics`: counts and measures, as Prometheus reads them.
 *
 * @param isScraper null where everyone may read them.
 */
export function metricsRoute(
  metrics: readonly Metric[],
  isScraper: TokenCheck | null,
): Hono {
  return new Hono().get("/metrics", (c) => {
    c.header("Cache-Control", "no-store");
    const token = bearerToken(c.req.header("Authorization") ?? "");
    if (isScraper !== null && !isScraper(token)) {
      c.header("WWW-Authenticate", 'Bearer realm="metrics"');
      throw new RequestError(
        "unauthorized",
        "Expected the token of METRICS_TOKEN as Authorization: Bearer.",
      );
    }
    return c.body(expose(metrics), 200, { "Content-Type": EXPOSITION_TYPE });
  });
}
