import { Hono, type MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import { methodNotAllowed } from "hono/method-not-allowed";
import { secureHeaders } from "hono/secure-headers";
import { answerProblems } from "./routes/answer_problems.ts";
import { assetsRoute } from "./routes/assets.ts";
import { tellLanguage } from "./routes/content_language.ts";
import { correctRoute } from "./routes/correct.tsx";
import { growthRoute } from "./routes/growth.tsx";
import { healthRoute } from "./routes/health.ts";
import { homeRoute } from "./routes/home.tsx";
import { metricsRoute } from "./routes/metrics.ts";
import { modelRoute } from "./routes/model.tsx";
import { observe } from "./routes/observe.ts";
import { operatorRoute } from "./routes/operator.tsx";
import { preferencesRoute } from "./routes/preferences.ts";
import { predictRoute } from "./routes/predict.ts";
import { offlineRoute } from "./routes/offline.ts";
import { problem } from "./routes/problem.ts";
import { answerProblem } from "./routes/problem_answer.tsx";
import { readRoute } from "./routes/read.ts";
import { sampleRoute } from "./routes/sample.ts";
import type { Services } from "./routes/services.ts";
import { thinkingRoute } from "./routes/thinking.tsx";
import { detectLanguage } from "./routes/words.ts";

/** Bytes that fit one packet take as long compressed as not. */
const SMALLEST_COMPRESSED = 1400;

/** The web service: what it answers to every request. */
export function createApp(given: Services): Hono {
  const { services, watch, metrics } = observe(given);
  const app = new Hono();
  app.use(watch, headers(), detectLanguage(), tellLanguage());
  app.use(compress({ threshold: SMALLEST_COMPRESSED }));
  app.use(methodNotAllowed({
    app,
    onMethodNotAllowed(c, methods) {
      const allow = methods.join(", ");
      c.header("Allow", allow);
      return answerProblem(c, problem(405, `${c.req.path} takes ${allow}.`));
    },
  }));
  app.route("/", homeRoute());
  app.route("/", readRoute(services));
  app.route("/", sampleRoute(services));
  app.route("/", thinkingRoute(services));
  app.route("/", growthRoute(services));
  app.route("/", predictRoute(services));
  app.route("/", modelRoute(services));
  app.route("/", preferencesRoute());
  app.route("/", correctRoute(services));
  app.route("/", operatorRoute(services));
  app.route("/", healthRoute(services));
  app.route("/", metricsRoute(metrics, services.isScraper));
  app.route("/", assetsRoute());
  app.route("/", offlineRoute(services));
  answerProblems(app, services.log);
  return app;
}

/**
 * Only the page's own scripts and styles run, and pictures may be inline. A
 * route may have set headers of its own.
 * HSTS is left to whatever speaks TLS in front, and COOP has no window to
 * part: browsers would only warn that plain HTTP makes it void.
 */
function headers(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: "DENY",
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    overwrite: false,
  });
}
