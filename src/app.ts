import { Hono, type MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import { cors } from "hono/cors";
import { methodNotAllowed } from "hono/method-not-allowed";
import { admitBodies } from "./routes/requests/admit.ts";
import { answerProblems } from "./routes/problems/answer_problems.ts";
import { assetsRoute } from "./routes/assets/assets.ts";
import { tellLanguage } from "./routes/requests/content_language.ts";
import { closeWhenDraining } from "./routes/requests/close_when_draining.ts";
import { correctRoute } from "./routes/corrections/correct.tsx";
import { finish } from "./routes/requests/finish.ts";
import { growthRoute } from "./routes/page/growth.tsx";
import { healthRoute } from "./routes/health.ts";
import { homeRoute } from "./routes/page/home.tsx";
import { inferenceProtocolRoute } from "./routes/inference_protocol/inference_protocol.ts";
import { metricsRoute } from "./routes/metrics.ts";
import { modelRoute } from "./routes/page/model.tsx";
import { observe } from "./routes/requests/observe.ts";
import { operatorRoute } from "./routes/corrections/operator.tsx";
import { preferencesRoute } from "./routes/page/preferences.ts";
import { SMALLEST_COMPRESSED } from "./routes/predict/json_answer.ts";
import { predictRoute } from "./routes/predict/predict.ts";
import { offlineRoute } from "./routes/page/offline.ts";
import { addApiDocs } from "./routes/docs/api_docs.ts";
import { problem } from "./routes/problems/problem.ts";
import { answerProblem } from "./routes/problems/problem_answer.tsx";
import { REQUEST_ID } from "./routes/requests/request_id.ts";
import { readRoute } from "./routes/page/read.ts";
import { sampleRoute } from "./routes/page/sample.ts";
import { securityHeaders } from "./routes/requests/security_headers.ts";
import type { Services } from "./routes/services.ts";
import { thinkingRoute } from "./routes/page/thinking.tsx";

/** The web service: what it answers to every request. */
export function createApp(given: Services): Hono {
  const { services, watch, metrics } = observe(given);
  const { corsOrigin } = services;
  const app = new Hono();
  app.use(
    watch,
    closeWhenDraining(services.lifecycle),
    finish(
      tellMethods(app),
      compress({ threshold: SMALLEST_COMPRESSED }),
      tellLanguage(),
      securityHeaders(),
    ),
  );
  if (corsOrigin !== null) app.use("/predict", openTo(corsOrigin));
  app.use(admitBodies(services.isRateLimited));
  app.route("/", homeRoute());
  app.route("/", readRoute(services));
  app.route("/", sampleRoute(services));
  app.route("/", thinkingRoute(services));
  app.route("/", growthRoute(services));
  app.route("/", predictRoute(services));
  app.route("/", inferenceProtocolRoute(services));
  app.route("/", modelRoute(services));
  app.route("/", preferencesRoute());
  app.route("/", correctRoute(services));
  app.route("/", operatorRoute(services));
  app.route("/", healthRoute(services));
  app.route("/", metricsRoute(metrics, services.isScraper));
  app.route("/", assetsRoute());
  app.route("/", offlineRoute(services));
  addApiDocs(app);
  answerProblems(app, services.log);
  return app;
}

/** Says which methods an address takes that does not take the one it was asked with. */
function tellMethods(app: Hono): MiddlewareHandler {
  return methodNotAllowed({
    app,
    onMethodNotAllowed(c, methods) {
      const allow = methods.join(", ");
      c.header("Allow", allow);
      return answerProblem(c, problem(405, `${c.req.path} takes ${allow}.`));
    },
  });
}

/** Seconds that browsers remember a preflight: two hours, Chromium's most. */
const PREFLIGHT_MAX_AGE = 7200;

/** Lets the scripts of other sites ask; when to come again, and the id to report, they may see as well. */
function openTo(origin: string): MiddlewareHandler {
  return cors({
    origin,
    allowMethods: ["POST"],
    allowHeaders: ["Content-Type"],
    exposeHeaders: ["Retry-After", REQUEST_ID],
    maxAge: PREFLIGHT_MAX_AGE,
  });
}
