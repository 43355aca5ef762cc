import { HTTPException } from "hono/http-exception";
import { RateError } from "../../access/rate_limiter.ts";
import {
  StoreFullError,
  StoreUnavailableError,
} from "../../corrections/correction_store.ts";
import { PictureError } from "../../imaging/decode/errors.ts";
import type { ProblemReason } from "../../views/words/problem.ts";
import { BusyError, DecodeTimeoutError } from "../../workers/errors.ts";
import { RETRY_AFTER } from "../../workers/limits.ts";
import { RequestError } from "./request_error.ts";

/** What went wrong: for programs as RFC 9457 has it told, and for people. */
export interface Problem extends ProblemDetails {
  readonly reason: ProblemReason;
  /** What a file is instead of a picture we read, as "HEIC"; null if unknown. */
  readonly format: string | null;
  /** Seconds after which it may go better (RFC 9110, 10.2.3). */
  readonly retryAfter?: number;
}

/** What programs are told (RFC 9457). */
export interface ProblemDetails {
  /** "about:blank": the title is the status in words (RFC 9457, 4.2.1). */
  readonly type: "about:blank";
  readonly title: string;
  readonly status: ProblemStatus;
  /** One sentence for whoever sent the request. */
  readonly detail: string;
}

/** RFC 9110, 15.5 and 15.6; RFC 6585, 4; RFC 4918, 11.5. */
const TITLES = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
  507: "Insufficient Storage",
} as const;
export type ProblemStatus = keyof typeof TITLES;

/** What people are told, where nothing more is known. */
const REASONS: Readonly<Record<ProblemStatus, ProblemReason>> = {
  400: "malformed-request",
  401: "unauthorized",
  403: "foreign",
  404: "not-found",
  405: "not-allowed",
  413: "too-many-bytes",
  415: "malformed-request",
  422: "broken-picture",
  429: "too-often",
  500: "failed",
  503: "busy",
  507: "no-room",
};

const OF_PICTURE = {
  "unsupported": [415, "unknown-format"],
  "malformed": [422, "broken-picture"],
  "too-large": [422, "too-many-pixels"],
} as const;
const OF_REQUEST = {
  "malformed": [400, "malformed-request"],
  "no-file": [400, "no-file"],
  "unsupported": [415, "malformed-request"],
  "too-large": [413, "too-many-bytes"],
  "unauthorized": [401, "unauthorized"],
  "foreign": [403, "foreign"],
} as const;

/** Seconds: what a database takes to be started again, or its standby to take over. */
const STORE_RETRY_AFTER = 10;

/** Finds the problem behind an error; what nobody foresaw is a 500. */
export function toProblem(error: Error): Problem {
  if (error instanceof PictureError) {
    const [status, reason] = OF_PICTURE[error.kind];
    return { ...problem(status, error.message, reason), format: error.format };
  }
  if (error instanceof RequestError) {
    const [status, reason] = OF_REQUEST[error.kind];
    return problem(status, error.message, reason);
  }
  if (error instanceof RateError) {
    return { ...problem(429, error.message), retryAfter: error.retryAfter };
  }
  if (error instanceof BusyError) {
    return { ...problem(503, error.message), retryAfter: RETRY_AFTER };
  }
  // Who sends it again has another worker lost by it.
  if (error instanceof DecodeTimeoutError) {
    return problem(422, error.message, "too-slow");
  }
  if (error instanceof StoreUnavailableError) {
    // Why is for the operator, who is told by the log.
    const detail =
      "Corrections cannot be reached at present. Pictures are read all the same.";
    return {
      ...problem(503, detail, "no-store"),
      retryAfter: STORE_RETRY_AFTER,
    };
  }
  if (error instanceof StoreFullError) return problem(507, error.message);
  if (error instanceof HTTPException && isKnown(error.status)) {
    return problem(error.status, error.message);
  }
  return problem(500, "The server failed to answer this request.");
}

/** A problem of `status`, told by `detail`. */
export function problem(
  status: ProblemStatus,
  detail: string,
  reason = REASONS[status],
): Problem {
  const title = TITLES[status];
  return { type: "about:blank", title, status, detail, reason, format: null };
}

function isKnown(status: number): status is ProblemStatus {
  return status in TITLES;
}
