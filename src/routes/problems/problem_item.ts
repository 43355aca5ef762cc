import type { Log } from "../../log.ts";
import { type ProblemDetails, toProblem } from "./problem.ts";

/**
 * What went wrong with one of several pictures, which the answer tells in its
 * place.
 */
export function problemItem(error: Error, log: Log): ProblemDetails {
  const { type, title, status, detail } = toProblem(error);
  if (status === 500) log.error(error.stack ?? String(error));
  return { type, title, status, detail };
}
