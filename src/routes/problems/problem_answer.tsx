import type { Context } from "hono";
import { page } from "../../views/page.tsx";
import { ProblemNote, ProblemResult } from "../../views/reading/problem.tsx";
import type { ProblemWords } from "../../views/words/problem.ts";
import type { Message } from "../../views/words/result.ts";
import { offlineNote } from "../page/offline_note.ts";
import type { Problem, ProblemDetails } from "./problem.ts";
import { isFragment } from "../page/is_fragment.ts";
import { themeFor } from "../page/theme.ts";
import { wordsFor } from "../page/words.ts";

/**
 * Tells a problem: as HTML where a person is looking at the page, else as
 * `application/problem+json` (RFC 9457), or as the Open Inference Protocol does.
 */
export function answerProblem(
  c: Context,
  problem: Problem,
): Response | Promise<Response> {
  const { retryAfter } = problem;
  if (retryAfter !== undefined) c.header("Retry-After", String(retryAfter));
  if (INFERENCE_PROTOCOL.test(c.req.path)) {
    return c.json({ error: problem.detail }, problem.status);
  }
  if (!isForReaders(c)) return answerDetails(c, problem);
  const words = wordsFor(c);
  const message = describe(problem, words.problem);
  if (isFragment(c.req.raw) && !OF_THE_PAGE.includes(c.req.path)) {
    return c.html(<ProblemNote message={message} />, problem.status);
  }
  const result = (
    <ProblemResult message={message} words={words} offline={offlineNote(c)} />
  );
  if (isFragment(c.req.raw)) return c.html(result, problem.status);
  const theme = themeFor(c);
  return c.html(
    page({ result, title: message.verdict, words, theme }),
    problem.status,
  );
}

function answerDetails(
  c: Context,
  { type, title, status, detail }: ProblemDetails,
): Response {
  c.header("Content-Type", "application/problem+json");
  return c.body(JSON.stringify({ type, title, status, detail }), status);
}

function describe({ reason, format }: Problem, words: ProblemWords): Message {
  const { verdict, note } = words.told[reason];
  return { verdict, note: format === null ? note : words.namedFormat(format) };
}

/** The page's own routes, other forms, and addresses opened in a browser. */
function isForReaders(c: Context): boolean {
  if (OF_THE_PAGE.includes(c.req.path)) return true;
  const accept = c.req.header("Accept") ?? "";
  const isForm = FORMS.test(c.req.path);
  if (isForm && isFragment(c.req.raw)) return true;
  return (isForm || c.req.method === "GET") && accept.includes("text/html");
}

const INFERENCE_PROTOCOL = /^\/v2(\/|$)/;
const OF_THE_PAGE = ["/read", "/preferences"];
/** Where further forms are sent, which answer a part of the page. */
const FORMS = /^\/(thinking|growth|corrections|session)(\/|$)/;
