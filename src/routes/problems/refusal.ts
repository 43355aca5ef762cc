import { RateError } from "../../access/rate_limiter.ts";
import { StoreFullError } from "../../corrections/correction_store.ts";
import type { Refusal } from "../../telemetry/request_metrics.ts";
import { BusyError, DecodeTimeoutError } from "../../workers/errors.ts";
import { RequestError } from "./request_error.ts";

/** Why a request was not taken; null where it was, or where something else is wrong with it. */
export function refusalOf(error: Error | undefined): Refusal | null {
  if (error instanceof BusyError) return "busy";
  if (error instanceof DecodeTimeoutError) return "deadline";
  if (error instanceof RateError) return "rate";
  if (error instanceof StoreFullError) return "storage";
  const isTooLarge = error instanceof RequestError &&
    error.kind === "too-large";
  return isTooLarge ? "size" : null;
}
