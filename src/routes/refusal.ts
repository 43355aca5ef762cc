import type { Refusal } from "../telemetry/request_metrics.ts";
import { DecodeTimeoutError } from "../workers/errors.ts";

const OF_STATUS: Readonly<Record<number, Refusal>> = {
  413: "size",
  429: "rate",
  503: "busy",
  507: "storage",
};

/** Why a request was not taken; null where it was. */
export function refusalOf(
  status: number,
  error: Error | undefined,
): Refusal | null {
  if (error instanceof DecodeTimeoutError) return "deadline";
  return OF_STATUS[status] ?? null;
}
