import { HTTPException } from "hono/http-exception";
import { PictureError } from "../imaging/decode/errors.ts";
import { BusyError, DecodeTimeoutError } from "../workers/errors.ts";
import { RETRY_AFTER } from "../workers/limits.ts";
import { RequestError } from "./request_error.ts";

/** What went wrong, as RFC 9457 has it told. */
export interface Problem {
  /** "about:blank": the title is the status in words (RFC 9457, 4.2.1). */
  readonly type: "about:blank";
  readonly title: string;
  readonly status: ProblemStatus;
  /** One sentence for whoever sent the request. */
  readonly detail: string;
  /** Seconds after which it may go better (RFC 9110, 10.2.3). */
  readonly retryAfter?: number;
}

/** RFC 9110, 15.5 and 15.6. */
const TITLES = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  500: "Internal Server Error",
  503: "Service Unavailable",
} as const;
export type ProblemStatus = keyof typeof TITLES;

const PICTURE_STATUS = {
  "unsupported": 415,
  "malformed": 422,
  "too-large": 422,
} as const;
const REQUEST_STATUS = {
  "malformed": 400,
  "unsupported": 415,
  "too-large": 413,
} as const;

/** Finds the problem behind an error; what nobody foresaw is a 500. */
export function toProblem(error: Error): Problem {
  if (error instanceof PictureError) {
    return problem(PICTURE_STATUS[error.kind], error.message);
  }
  if (error instanceof RequestError) {
    return problem(REQUEST_STATUS[error.kind], error.message);
  }
  if (error instanceof BusyError || error instanceof DecodeTimeoutError) {
    return { ...problem(503, error.message), retryAfter: RETRY_AFTER };
  }
  if (error instanceof HTTPException && isKnown(error.status)) {
    return problem(error.status, error.message);
  }
  return problem(500, "The server failed to answer this request.");
}

/** A problem of `status`, told by `detail`. */
export function problem(status: ProblemStatus, detail: string): Problem {
  return { type: "about:blank", title: TITLES[status], status, detail };
}

function isKnown(status: number): status is ProblemStatus {
  return status in TITLES;
}
