import { Hono } from "hono";
import { answerProblems } from "../routes/problems/answer_problems.ts";
import { growthRoute } from "../routes/page/growth.tsx";
import { markOffline } from "../routes/page/offline_note.ts";
import { readRoute } from "../routes/page/read.ts";
import type { Services } from "../routes/services.ts";
import { thinkingRoute } from "../routes/page/thinking.tsx";

/** What a device has of what the server works with. */
export type OfflineServices = Pick<
  Services,
  "read" | "show" | "recognizer" | "explainer" | "corrections" | "log"
>;

/** The routes that a device answers itself, by `POST` to their paths. */
const ROUTES: Readonly<Record<string, (services: OfflineServices) => Hono>> = {
  "/read": readRoute,
  "/thinking": thinkingRoute,
  "/growth": growthRoute,
};

/** Whether the app below has an answer to a request. */
export function answersOffline(method: string, path: string): boolean {
  return method === "POST" && Object.hasOwn(ROUTES, path);
}

/** The web service of a device without its server: the server's own routes. */
export function createOfflineApp(services: OfflineServices): Hono {
  const app = new Hono();
  app.use(markOffline());
  for (const route of Object.values(ROUTES)) app.route("/", route(services));
  answerProblems(app, services.log);
  return app;
}
