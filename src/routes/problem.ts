import { HTTPException } from "hono/http-exception";
import { RateError } from "../access/rate_limiter.ts";
import { StoreFullError } from "../corrections/correction_store.ts";
import { PictureError } from "../imaging/decode/errors.ts";
import { RequestError } from "./request_error.ts";

/** What went wrong, as RFC 9457 has it told. */
export interface Problem {
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
  507: "Insufficient Storage",
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
  "unauthorized": 401,
  "foreign": 403,
} as const;

/** Finds the problem behind an error; what nobody foresaw is a 500. */
export function toProblem(error: Error): Problem {
  if (error instanceof PictureError) {
    return problem(PICTURE_STATUS[error.kind], error.message);
  }
  if (error instanceof RequestError) {
    return problem(REQUEST_STATUS[error.kind], error.message);
  }
  if (error instanceof RateError) return problem(429, error.message);
  if (error instanceof StoreFullError) return problem(507, error.message);
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
