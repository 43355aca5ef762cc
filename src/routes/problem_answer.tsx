import type { Context } from "hono";
import { page } from "../views/page.tsx";
import { ProblemResult } from "../views/problem.tsx";
import type { Problem } from "./problem.ts";
import { isFragment } from "./read.tsx";
import { wordsFor } from "./words.ts";

/**
 * Tells a problem: as HTML where a person is looking at the page, else as
 * `application/problem+json` (RFC 9457).
 */
export function answerProblem(
  c: Context,
  problem: Problem,
): Response | Promise<Response> {
  const { retryAfter, ...told } = problem;
  if (retryAfter !== undefined) c.header("Retry-After", String(retryAfter));
  if (!isForReaders(c)) {
    c.header("Content-Type", "application/problem+json");
    return c.body(JSON.stringify(told), told.status);
  }
  const { detail, status } = told;
  const title = isReading(c) ? "It could not be read" : problem.title;
  const result = <ProblemResult title={title} detail={detail} />;
  return c.html(
    isFragment(c.req.raw)
      ? result
      : page({ result, title, words: wordsFor(c) }),
    status,
  );
}

/** The form's own route, and addresses opened in a browser. */
function isForReaders(c: Context): boolean {
  if (isReading(c)) return true;
  const accept = c.req.header("Accept") ?? "";
  return c.req.method === "GET" && accept.includes("text/html");
}

function isReading(c: Context): boolean {
  return c.req.path === "/read";
}
