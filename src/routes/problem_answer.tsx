import type { Context } from "hono";
import { CorrectionProblem } from "../views/correction_answer.tsx";
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
  if (!isForReaders(c)) {
    c.header("Content-Type", "application/problem+json");
    return c.body(JSON.stringify(problem), problem.status);
  }
  const { detail, status } = problem;
  if (isFragment(c.req.raw) && !isReading(c)) {
    const words = wordsFor(c).corrections;
    return c.html(<CorrectionProblem {...{ status, detail, words }} />, status);
  }
  const title = isReading(c) ? "It could not be read" : problem.title;
  const result = <ProblemResult title={title} detail={detail} />;
  return c.html(
    isFragment(c.req.raw)
      ? result
      : page({ result, title, words: wordsFor(c) }),
    status,
  );
}

/** The form's own route, other forms, and addresses opened in a browser. */
function isForReaders(c: Context): boolean {
  if (isReading(c)) return true;
  const accept = c.req.header("Accept") ?? "";
  const isSeen = c.req.method === "GET" || FORMS.test(c.req.path);
  return isSeen && accept.includes("text/html");
}

/** Where forms are sent that are no pictures. */
const FORMS = /^\/(corrections|session)(\/|$)/;

function isReading(c: Context): boolean {
  return c.req.path === "/read";
}
