import type { Hono } from "hono";
import type { Log } from "../../log.ts";
import { CodingError, TAKEN_CODING } from "../bodies/content_coding.ts";
import { problem, toProblem } from "./problem.ts";
import { answerProblem } from "./problem_answer.tsx";
import { requestIdOf } from "../requests/request_id.ts";
import { addressWithoutSlash } from "../requests/trailing_slash.ts";

/** The one place where addresses without a route and errors become answers. */
export function answerProblems(app: Hono, log: Log): void {
  app.notFound((c) => {
    const address = addressWithoutSlash(app, c);
    return address === null
      ? answerProblem(c, problem(404, `There is nothing at ${c.req.path}.`))
      : c.redirect(address, 301);
  });
  app.onError((error, c) => {
    const told = toProblem(error);
    if (told.status === 500) {
      log.error(error.stack ?? String(error), { id: requestIdOf(c) });
    }
    // By it a sender tells this 415 from others (RFC 9110, 15.5.16).
    if (error instanceof CodingError) {
      c.header("Accept-Encoding", TAKEN_CODING);
    }
    return answerProblem(c, told);
  });
}
